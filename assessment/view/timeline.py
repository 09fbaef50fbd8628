"""Planning: the steps and how long they take, and the windows and deadlines.

What we add up ourselves is told in weeks and months from now; a day is named only where it follows from a date that
the candidate gave.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.gantt import gantt

__all__ = ["reason_with_end", "step_end", "time_not_counted", "timeline_section"]

_ENDS = {"low": "earliest", "likely": "likely", "high": "latest"}
# A step without a day of the candidate's own.
_UNDATED = frozenset({"to_do", "perhaps"})
_TONES = {"past": "bad", "open": "attention", "ahead": "neutral"}


def timeline_section(builder: ViewBuilder, report: Record) -> Record:
    """Show what must happen before which day, then each step with the time in which it can end."""
    timeline = report["timeline"]
    deadlines = [_deadline(builder, entry) for entry in timeline["deadlines"]]
    is_audited = report["cost"]["audit_required"] is not False
    start = timeline["start"] if is_audited else None
    steps = (_step(builder, entry, start) for entry in timeline["steps"])
    contradictions = (_contradiction(builder, entry) for entry in timeline["contradictions"])
    lines = [*deadlines, *steps, *contradictions]
    picture = gantt(builder, timeline, partial(_when, builder, timeline["start"])) if is_audited else None
    return builder.section("timeline", lines, _intro(builder, report, is_audited=is_audited), picture=picture)


def _intro(builder: ViewBuilder, report: Record, *, is_audited: bool) -> str:
    timeline = report["timeline"]
    if not is_audited:
        return builder.message(f"view.timeline.{'only_deadlines' if timeline['deadlines'] else 'no_audit'}")
    to_come = [entry for entry in timeline["steps"] if entry["state"] != "done"]
    if not to_come:
        return builder.message("view.timeline.only_dates", {"date": timeline["start"]})
    values = {"days": _days_until(timeline["start"], to_come[-1]["end"]), "date": timeline["start"]}
    margin = timeline["margin"]
    rest = reason_with_end(builder, margin) if margin else builder.message("view.timeline.waiting")
    return " ".join([builder.message("view.timeline.intro", values), *time_not_counted(builder, report), rest])


def time_not_counted(builder: ViewBuilder, report: Record) -> Iterator[str]:
    """Say which conditions come before a step that is to come, where no source says how long they take."""
    steps = builder.norm["procedure"]["steps"]
    to_come = [steps[entry["id"]] for entry in report["timeline"]["steps"] if entry["state"] != "done"]
    awaited = {name for each in to_come for name in each.get("after_conditions", [])}
    unmet = [each["id"] for each in report["eligibility"]["conditions"] if each["state"] == "not_met"]
    conditions = [name for name in unmet if name in awaited]
    if conditions:
        yield builder.message("view.timeline.after_conditions", {"conditions": conditions})


def reason_with_end(builder: ViewBuilder, entry: Record) -> str:
    """Say what holds of a deadline or a margin, and that the registration ends before it, where it does."""
    return " ".join(builder.reason(each) for each in (entry["reason"], entry["after_end"]) if each)


def _days_until(start: str, span: Mapping[str, str]) -> dict[str, int]:
    first = date.fromisoformat(start)
    return {length: (date.fromisoformat(span[end]) - first).days for length, end in _ENDS.items()}


def step_end(builder: ViewBuilder, entry: Record, start: str) -> str | None:
    """Say when a step is done: a day that the candidate gave, or how long it still takes.

    Args:
        builder: Makes the words.
        entry: The step in the report.
        start: The day from which the report counts.
    """
    span = entry["end"]
    if span is None:
        return None
    if entry["state"] not in _UNDATED and span["earliest"] == span["latest"]:
        return builder.message("view.timeline.on", {"date": span["likely"]})
    days = _days_until(start, span)
    return builder.message("view.timeline.within" if days["high"] else "view.timeline.at_once", {"days": days})


def _when(builder: ViewBuilder, start: str, entry: Record) -> str:
    """Say when a step is done, in a few words: a part of a month unless the day is given."""
    end = step_end(builder, entry, start)
    is_certain = entry["end"]["earliest"] == entry["end"]["latest"]
    return builder.message(f"view.picture.{'ready' if is_certain else 'ready_around'}", {"end": end, **entry["end"]})


def _step(builder: ViewBuilder, entry: Record, start: str | None) -> Record:
    step = builder.norm["procedure"]["steps"][entry["id"]]
    end = step_end(builder, entry, start) if start else None
    has_reason = "rationale" in step["duration"] and end and entry["state"] in _UNDATED
    details = [builder.ground("view.why", builder.text(step["duration"]["rationale"]))] if has_reason else []
    return builder.line(
        entry["id"],
        builder.text(step["title"]),
        _step_told(builder, entry, end),
        entry if end else step,  # without a day, nothing that is told is our estimate
        **builder.state("timeline", entry["state"], "good" if entry["state"] == "done" else "neutral"),
        why=key_of("step", entry["id"]),
        details=details,
    )


def _step_told(builder: ViewBuilder, entry: Record, end: str | None) -> str:
    """Say how a step stands and when it is done, with the part of the month where the day is not certain."""
    if end is None:
        return builder.reason_unless_said(entry["reason"])
    is_certain = entry["end"]["earliest"] == entry["end"]["latest"]
    name = "ready" if is_certain else "ready_around"
    told = builder.message(f"view.timeline.{name}", {"end": end, **entry["end"]})
    return told if entry["state"] == "to_do" else f"{builder.reason(entry['reason'])} {told}"


def _contradiction(builder: ViewBuilder, entry: Record) -> Record:
    """Show dates that cannot be right together, with what is not worked out as long as they stand."""
    lost = builder.several([builder.display_name(name) for name in entry["left_out"]])
    return builder.line(
        entry["id"],
        builder.message("view.timeline.contradiction"),
        builder.reason(entry["reason"]),
        **builder.state("timeline", "contradiction", "attention"),
        why=key_of("contradiction", "contradictions"),
        asks=f"profile.{entry['fields'][0]}",
        details=[builder.detail("view.timeline.left_out", lost)] if lost else [],
    )


def _deadline(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["procedure"]["deadlines"][entry["id"]]
    is_expected = entry["basis"] == "expected"
    is_advice = entry["kind"] == "deadline" and element["standing"] == "estimate"
    named = "expected" if is_expected else f"{'advice' if is_advice else entry['kind']}_{entry['state']}"
    details = [
        builder.ground("view.what", builder.text(element["text"])),
        builder.ground("view.timeline.basis", builder.message(f"view.timeline.basis_{entry['basis']}")),
    ]
    # What had to be done before a day that is past, can no longer be done; the warnings say what can.
    if "remedy" in element and (is_advice or entry["state"] != "past"):
        details.append(builder.detail("view.remedy", builder.text(element["remedy"])))
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        reason_with_end(builder, entry),
        entry,
        **builder.state("timeline", named, _tone(entry, is_advice=is_advice)) | {"state": entry["state"]},
        why=key_of("deadline", entry["id"]),
        details=details,
    )


def _tone(entry: Record, *, is_advice: bool) -> str:
    """Return the tone of a deadline; who does not follow advice misses no obligation."""
    if entry["basis"] == "expected":
        return "neutral"
    return "attention" if is_advice else _TONES[entry["state"]]
