"""De data as days in a calendar: only those that the candidate gave, and what follows from them.

What we only expect is left out: an entry in a calendar is a day, and stays there long after the plan has changed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.timeline import timeline_section

__all__ = ["calendar"]


def calendar(builder: ViewBuilder, report: Record, answers: Mapping[str, Any], empty: str | None) -> Record:
    """List the days, each whole and with an id that is its own in this calendar; never without one."""
    timeline = report["timeline"]
    lines = timeline_section(builder, report)["lines"]
    # Behind those with a day stand the dates that contradict each other.
    dated = zip([*timeline["deadlines"], *timeline["steps"]], lines, strict=False)
    events = [event for entry, line in dated for event in _event(builder, entry, line)] or [_none(builder, report)]
    sentences = [sentence for sentence in (empty, builder.message("folder.unverified")) if sentence]
    return {
        "name": answers.get("title") or builder.message("folder.calendar.name"),
        "notice": " ".join(sentences),
        "norm": report["norm"]["id"],
        "events": events,
    }


def _event(builder: ViewBuilder, entry: Record, line: Record) -> Iterator[Record]:
    """Make the event of a step or a deadline; one without a certain day has none."""
    days = _days(entry)
    if days is None:
        return
    sentences = [line["text"], *(f"{detail['label']}: {detail['text']}" for detail in line["details"])]
    yield {
        "uid": entry["id"],
        "summary": builder.message("folder.calendar.summary", {"title": line["title"], "state": line["state_label"]}),
        "first": days[0],
        "last": days[1],
        "description": "\n".join(sentences),
    }


def _days(entry: Record) -> tuple[str, str] | None:
    if "basis" in entry:
        return None if entry["basis"] == "expected" else (entry["first"] or entry["last"], entry["last"])
    end = entry["end"]
    if end is None or entry["state"] == "to_do" or end["earliest"] != end["latest"]:
        return None
    return end["likely"], end["likely"]


def _none(builder: ViewBuilder, report: Record) -> Record:
    text = builder.message("folder.calendar.none")
    return {"uid": "none", "summary": text, "first": report["date"], "last": report["date"], "description": text}
