"""Resultaat: the answer in one sentence, and the three readings."""

from assessment.case import Record, key_of
from assessment.rules.scoring import READINGS
from assessment.view.builder import ViewBuilder

__all__ = ["headline", "outcome_section", "remarks"]

_TONES = {"positive": "good", "not_required": "good", "conditional": "attention", "negative": "bad"}


def headline(builder: ViewBuilder, report: Record) -> str:
    """Answer the candidate's question in one sentence."""
    outcome = report["outcome"]
    shown = {name: builder.verdicts(outcome[name]) for name in READINGS}
    if outcome["likely"]["worst"] == "not_required":
        return builder.message("view.headline.not_required")
    kind = _agreement(shown)
    # What fails even in the lenient reading, fails in all three.
    failed = _failed(report, "lenient" if kind == "agreed" else "strict")
    kind += "_because" if failed else ""
    return builder.message(f"view.headline.{kind}", {**shown, "date": report["date"], "failed": failed})


def _agreement(shown: Record) -> str:
    """Tell which readings say the same as the likely one."""
    alike = {name: shown[name] == shown["likely"] for name in ("strict", "lenient")}
    if all(alike.values()):
        return "agreed"
    return "lenient_differs" if alike["strict"] else "strict_differs" if alike["lenient"] else "all_differ"


def _failed(report: Record, reading: str) -> list[str]:
    """Name the requirements that fail in this reading, whatever is still open."""
    return [entry["id"] for entry in report["requirements"] if entry["readings"][reading]["best"] == "failed"]


def remarks(builder: ViewBuilder, report: Record) -> list[str]:
    """Add what the verdict does not say: what it does not cover, that a condition is not met, how much is answered."""
    unmet = [entry["id"] for entry in report["eligibility"]["conditions"] if _stops(entry)]
    coverage = report["readiness"]["coverage"]
    sentences = []
    lifted = report["scope"]["no_audit_if"]
    if lifted:
        sentences.append(builder.message("view.headline.may_need_none", {"exemptions": lifted}))
    if unmet:
        sentences.append(builder.message("view.headline.not_eligible", {"conditions": unmet}))
    if coverage["answered"] < coverage["of"]:
        sentences.append(builder.message("view.headline.coverage", coverage))
    review = report["readiness"]["open"]["review"]
    if review:
        sentences.append(builder.message("view.headline.review", {"points": review}))
    if report["readiness"]["scanned"]:
        sentences.append(builder.message("view.headline.scanned", {"number": report["readiness"]["scanned"]}))
    unlike = report["readiness"]["unlike_scan"]
    if unlike:
        sentences.append(builder.message("view.headline.unlike_scan", {"points": unlike}))
    return sentences


def _stops(condition: Record) -> bool:
    return bool(condition["blocking"] and condition["state"] == "not_met")


def outcome_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the verdict in each reading, with what the reading takes as its bar; no reading where there is no audit."""
    outcome = report["outcome"]
    if outcome["likely"]["worst"] == "not_required":
        return builder.section("outcome", [], intro=builder.message("view.headline.not_required"))
    lines = [_reading(builder, name, outcome[name]) for name in READINGS]
    return builder.section("outcome", lines, intro=builder.reason(outcome["reason"]))


def _reading(builder: ViewBuilder, name: str, interval: Record) -> Record:
    reading = builder.norm["scoring"]["readings"][name]
    label = builder.verdicts(interval)
    tone = _TONES[interval["worst"]] if interval["worst"] == interval["best"] else "neutral"
    return builder.line(
        name,
        builder.text(reading["title"]),
        builder.text(reading["text"]),
        reading,
        state=interval["worst"] if interval["worst"] == interval["best"] else "open",
        state_label=label,
        tone=tone,
        why=key_of("outcome", name),
        details=[builder.detail("view.why", builder.text(reading["rationale"]))],
    )
