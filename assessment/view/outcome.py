"""Kop en inschatting: what is left to do in one sentence, and apart from it what our own model makes of the answers."""

from collections.abc import Iterator
from datetime import date

from assessment.case import Record, key_of
from assessment.outcomes import NOT_REQUIRED, UNJUDGED, verdicts_of
from assessment.periods import add_period
from assessment.rules.scoring import readings_of
from assessment.view.builder import ViewBuilder
from assessment.view.cells import is_estimated
from assessment.wording import Wording

__all__ = [
    "as_task",
    "estimated_in",
    "headline",
    "headline_key",
    "left_to_do",
    "notice",
    "open_in_brief",
    "opening_questions",
    "outcome_section",
    "remarks",
    "unmet_conditions",
]

_OLD = {"years": 1}
"""After this, the data of a result have an age that matters."""

_TO_DO = (("conditions", "conditions"), ("scanned_low", "scanned_low"), ("points", "to_do"))
_TO_FILL_IN = (("questions", "questions"), ("checks", "open"))
_TO_REFINE = (("checks", "estimated"),)
"""The parts of the headline: the message of each, and the number that it counts."""


def headline(builder: ViewBuilder, report: Record) -> str:
    """Say in one sentence what is left to do; the verdict of the model is no headline."""
    if report["scope"]["audit_required"] is False and not report["readiness"]["is_empty"]:
        return builder.message("view.headline.no_audit", {"exemption": _no_audit_because(report)})
    return builder.message("view.headline.sentence", {"text": left_to_do(builder, report)})


def left_to_do(builder: ViewBuilder, report: Record) -> str:
    """Say the same as the words above a result: no sentence that ends in a full stop."""
    if report["readiness"]["is_empty"]:
        return builder.message("view.headline.empty", {"number": len(builder.norm["profile"]["opening"])})
    if report["scope"]["audit_required"] is False:
        return builder.message("view.headline.needs_none")
    counts = _counts(report)
    for kind, parts in (("to_do", _TO_DO), ("fill_in", _TO_FILL_IN), ("refine", _TO_REFINE)):
        told = [builder.message(f"view.headline.{name}", {"number": counts[key]}) for name, key in parts if counts[key]]
        if told:
            return builder.message(f"view.headline.{kind}", {"parts": told})
    whole = {0: "nothing_counts", 1: "in_order_one"}.get(counts["in_order"], "in_order")
    return builder.message(f"view.headline.{whole}", counts)


def open_in_brief(builder: ViewBuilder, report: Record) -> str | None:
    """Say how much is open where filling in is all that is left to do; null where it is not."""
    counts = _counts(report)
    if any(counts[key] for _, key in _TO_DO):
        return None
    number = sum(counts[key] for _, key in _TO_FILL_IN)
    if number:
        return builder.message("view.headline.open_in_brief", {"number": number})
    return builder.message("view.headline.refine_in_brief") if counts["estimated"] else None


def opening_questions(builder: ViewBuilder) -> Iterator[Record]:
    """Name the questions to begin with, each as something to do."""
    for name in builder.norm["profile"]["opening"]:
        yield as_task(builder, name)


def as_task(builder: ViewBuilder, name: str) -> Record:
    """Name a question about the situation as something to do."""
    question = builder.text(builder.norm["profile"]["fields"][name]["question"])
    return {"title": question, "text": question, "asks": f"profile.{name}", "href": None}


def headline_key(report: Record) -> str:
    """Return the key of the conclusion that the headline tells."""
    if report["scope"]["audit_required"] is False and not report["readiness"]["is_empty"]:
        return key_of("scope", report["scope"]["requirements"][0]["id"])
    return key_of("coverage", "readiness")


def _no_audit_because(report: Record) -> str:
    """Name the exemption for which there is no audit at all."""
    return str(report["scope"]["requirements"][0]["because"])


def _counts(report: Record) -> Record:
    points = report["readiness"]["points"]
    unmet = len(unmet_conditions(report))
    questions = len(report["readiness"]["open"]["profile"])
    estimated = estimated_in(report)
    open_ = points["open"] - estimated
    counted = {"open": open_, "estimated": estimated, "conditions": unmet, "questions": questions}
    return {**points, "of": points["in_order"], **counted}


def estimated_in(report: Record) -> int:
    """Count the points of which only the quick scan says something."""
    judged = (entry for entry in report["requirements"] if entry["progress"]["state"] not in UNJUDGED)
    return sum(is_estimated(check) for entry in judged for check in entry["checks"])


def unmet_conditions(report: Record) -> list[str]:
    """Name what stops a registration, once for each task: one answer or one document may see to several conditions."""
    conditions = report["eligibility"]["conditions"]
    stops = {entry["id"] for entry in conditions if entry["blocking"] and entry["state"] == "not_met"}
    tasks = ([each["about"] for each in task["reasons"]] for task in report["actions"]["ranked"])
    return [next(filter(stops.__contains__, about)) for about in tasks if stops.intersection(about)]


def remarks(builder: ViewBuilder, report: Record) -> list[str]:
    """Add what the headline does not say: what is in order, what stops a registration, what to look at again."""
    return list(_remarks(builder, report))


def _remarks(builder: ViewBuilder, report: Record) -> Iterator[str]:
    readiness, points = report["readiness"], report["readiness"]["points"]
    if readiness["is_empty"]:
        return
    unmet = unmet_conditions(report)
    if unmet:
        yield builder.message("view.headline.not_eligible", {"conditions": unmet})
    if report["scope"]["audit_required"] is False:
        return
    if report["scope"]["no_audit_if"]:
        yield builder.message("view.headline.may_need_none")
    if points["in_order"] and (points["to_do"] or points["open"]):
        yield builder.message(f"view.headline.{'count' if points['open'] else 'count_whole'}", points)
    if readiness["open"]["review"]:
        yield builder.message("view.headline.review", {"points": readiness["open"]["review"]})
    if readiness["scanned"] and not _is_refined(report):
        yield builder.message("view.headline.scanned", {"number": readiness["scanned"]})
    if readiness["unlike_scan"]:
        yield builder.message("view.headline.unlike_scan", {"points": readiness["unlike_scan"]})


def _is_refined(report: Record) -> bool:
    """Tell whether the headline says already that all points were estimated."""
    counts = _counts(report)
    return bool(counts["estimated"]) and not any(counts[key] for _, key in (*_TO_DO, *_TO_FILL_IN))


def notice(builder: Wording, report: Record) -> str:
    """Say what a result is not, and how old it is; who needs no audit hears nothing of one."""
    is_audited = report["scope"]["audit_required"] is not False
    told = builder.message(f"view.{'notice' if is_audited else 'notice_no_audit'}")
    checked = builder.norm["checked_on"]
    if date.fromisoformat(report["date"]) < add_period(date.fromisoformat(checked), _OLD):
        return told
    return f"{told} {builder.message('view.notice_old', {'date': report['date'], 'checked': checked})}"


def outcome_section(builder: ViewBuilder, report: Record) -> Record | None:
    """Show the verdict in each scenario, with what the scenario takes as its bar; nothing where there is no audit."""
    outcome = report["outcome"]
    if outcome["likely"]["worst"] == NOT_REQUIRED:
        return None
    lines = [_reading(builder, name, outcome[name]) for name in readings_of(builder.norm)]
    return builder.section("outcome", lines, intro=builder.reason(outcome["reason"]), why=key_of("headline", "outcome"))


def _reading(builder: ViewBuilder, name: str, interval: Record) -> Record:
    reading = builder.norm["scoring"]["readings"][name]
    label = builder.verdicts(interval)
    tone = _tone(builder, interval["worst"]) if interval["worst"] == interval["best"] else "neutral"
    return builder.line(
        name,
        builder.message("view.scenario", {"reading": builder.text(reading["title"])}),
        builder.text(reading["text"]),
        reading,
        state=interval["worst"] if interval["worst"] == interval["best"] else "open",
        state_label=label,
        tone=tone,
        why=key_of("outcome", name),
        details=[builder.ground("view.why", builder.text(reading["rationale"]))] if "rationale" in reading else [],
    )


def _tone(builder: ViewBuilder, verdict: str) -> str:
    """The best verdict is good, the worst bad, and one in between asks for attention."""
    known = [name for name in verdicts_of(builder.norm) if name != NOT_REQUIRED]
    return {known[0]: "bad", known[-1]: "good"}.get(verdict, "attention")
