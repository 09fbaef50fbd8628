"""De data as days in a calendar: what the candidate does, and the last days on which it can be done.

What others do is left out, and so is what is past. A day that we work out ourselves is called a target, for an entry
in a calendar stays there long after the plan has changed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.lanes import LANES, lane_of
from assessment.view.timeline import timeline_section

__all__ = ["calendar"]

_REMINDER_DAYS = 7
_LAST_DAYS = ("window", "deadline")
"""Kinds of deadline by whose last day something must be done; the end of a registration is no such thing."""


def calendar(builder: ViewBuilder, report: Record, answers: Mapping[str, Any], empty: str | None) -> Record:
    """List the days, each with an id that is its own in this calendar and with a reminder; never without one.

    Of a day that we worked out ourselves `is_target` is true: a calendar needs a day, a text must not be that exact.
    """
    timeline = report["timeline"]
    lines = timeline_section(builder, report)["lines"]
    # Behind those with a day stand the dates that contradict each other.
    dated = zip([*timeline["deadlines"], *timeline["steps"]], lines, strict=False)
    events = [event for entry, line in dated for event in _event(builder, report, entry, line)]
    sentences = [sentence for sentence in (empty, builder.message("folder.unverified")) if sentence]
    return {
        "name": answers.get("title") or builder.message("folder.calendar.name"),
        "notice": " ".join(sentences),
        "norm": report["norm"]["id"],
        "events": events or [_none(builder, report)],
    }


def _event(builder: ViewBuilder, report: Record, entry: Record, line: Record) -> Iterator[Record]:
    """Make the event of a step or a deadline, if there is something to do for the candidate by a day to come."""
    found = _deadline(entry) if "basis" in entry else _step(builder, report, entry)
    if found is None or found[1] < report["date"]:
        return
    kind, day = found
    sentences = [line["text"], *(f"{detail['label']}: {detail['text']}" for detail in line["details"])]
    left = (date.fromisoformat(day) - date.fromisoformat(report["date"])).days
    yield {
        "uid": entry["id"],
        "summary": builder.message(f"folder.calendar.{kind}", {"title": line["title"]}),
        "day": day,
        "is_target": kind == "target",
        "remind": min(_REMINDER_DAYS, left),
        "description": "\n".join(sentences),
    }


def _deadline(entry: Record) -> tuple[str, str] | None:
    """Tell what kind of day a deadline is, and which; a window is told by its last day."""
    if entry["basis"] == "expected":
        return None
    if entry["standing"] == "estimate":
        return "target", entry["last"]
    return "last_day" if entry["kind"] in _LAST_DAYS else "day", entry["last"]


def _step(builder: ViewBuilder, report: Record, entry: Record) -> tuple[str, str] | None:
    """Tell the day of a step that the candidate planned, or else our target for one that is the candidate's own."""
    if entry["state"] == "done" or entry["end"] is None:
        return None
    day = entry["end"]["likely"]
    if entry["state"] == "planned" and entry["end"]["earliest"] == entry["end"]["latest"]:
        return ("day", day) if _takes_part(builder, entry) else None
    is_audited = report["scope"]["audit_required"] is not False
    return ("target", day) if is_audited and lane_of(builder.norm, entry) == "you" else None


def _takes_part(builder: ViewBuilder, entry: Record) -> bool:
    """Tell whether the candidate has something to do in a step, or must be there."""
    return any(LANES[who] == "you" for who in builder.norm["procedure"]["steps"][entry["id"]]["who"])


def _none(builder: ViewBuilder, report: Record) -> Record:
    text = builder.message("folder.calendar.none")
    return {
        "uid": "none",
        "summary": text,
        "day": report["date"],
        "is_target": False,
        "remind": None,
        "description": text,
    }
