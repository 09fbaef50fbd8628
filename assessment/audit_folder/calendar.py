"""De data as days in a calendar: steps, windows and deadlines."""

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
    dated = zip([*timeline["deadlines"], *timeline["steps"]], lines, strict=True)
    events = [event for entry, line in dated for event in _event(builder, entry, line)] or [_none(builder, report)]
    sentences = [sentence for sentence in (empty, builder.message("folder.unverified")) if sentence]
    return {
        "name": answers.get("title") or builder.message("folder.calendar.name"),
        "notice": " ".join(sentences),
        "norm": report["norm"]["id"],
        "events": events,
    }


def _event(builder: ViewBuilder, entry: Record, line: Record) -> Iterator[Record]:
    """Make the event of a step or a deadline; a step that was done on a day nobody noted has none."""
    days = _days(entry)
    if days is None:
        return
    sentences = [line["text"], *(f"{detail['label']}: {detail['text']}" for detail in line["details"])]
    if _is_estimate(entry):
        sentences.insert(0, builder.message("folder.calendar.estimate"))
    yield {
        "uid": entry["id"],
        "summary": builder.message("folder.calendar.summary", {"title": line["title"], "state": line["state_label"]}),
        "first": days[0],
        "last": days[1],
        "description": "\n".join(sentences),
    }


def _days(entry: Record) -> tuple[str, str] | None:
    if "basis" in entry:
        return entry["first"] or entry["last"], entry["last"]
    if entry["end"] is None:
        return None
    return (entry["start"] or entry["end"])["likely"], entry["end"]["likely"]


def _is_estimate(entry: Record) -> bool:
    if "basis" in entry:
        return bool(entry["basis"] == "expected" or entry["standing"] == "estimate")
    return bool(entry["state"] == "to_do")


def _none(builder: ViewBuilder, report: Record) -> Record:
    text = builder.message("folder.calendar.none")
    return {"uid": "none", "summary": text, "first": report["date"], "last": report["date"], "description": text}
