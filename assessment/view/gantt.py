"""Tijdlijn: the steps to come as bars in three lanes, by who acts, over the months (a Gantt chart).

Each bar is as wide as our estimate is: from `start` to `end` it may lie, from `likely_start` to `likely_end` it lies in
the middle estimate. All are days from the first of the month that it is now, so that the months are where they are.
"""

from collections.abc import Callable, Iterator
from datetime import date

from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.lanes import LANES, lane_of

__all__ = ["gantt"]

StepText = Callable[[Record], str]
"""Says when a step is done."""

_MOST_MONTHS = 7
"""So many names of months stand beside each other on a phone."""
_FAR = 3
"""How many times as long as the steps the axis may become, to show a day that comes later."""
_LAST_NAMED = 0.95
"""How far along the axis a name of a month still fits."""
_YEAR = 12


def gantt(builder: ViewBuilder, timeline: Record, tell: StepText) -> Record | None:
    """Show each step still to come, by who acts; nothing where all is done.

    Args:
        builder: Makes the words.
        timeline: That part of the report.
        tell: Says when a step is done.
    """
    steps = [step for step in timeline["steps"] if step["start"] and step["end"]]
    if not steps:
        return None
    today = date.fromisoformat(timeline["start"])
    first = today.replace(day=1)
    rows = {step["id"]: _row(builder, step, first) | {"text": tell(step)} for step in steps}
    last = max(1, *(row["end"] for row in rows.values()))
    marks = [_mark("today", (today - first).days, builder.message("view.picture.now"))]
    marks += _ends(builder, timeline["deadlines"], first, last)
    most = max(last, *(mark["at"] for mark in marks))
    return {
        "kind": "gantt",
        "caption": builder.message("view.picture.gantt"),
        "most": most,
        "months": list(_months(builder, first, most)),
        "marks": marks,
        "lanes": list(_lanes(builder, steps, rows)),
        "table": _table(builder, steps, rows),
    }


def _row(builder: ViewBuilder, step: Record, first: date) -> Record:
    start, end = step["start"], step["end"]
    return {
        "label": builder.title(step["id"]),
        "start": _days(first, start["earliest"]),
        "likely_start": _days(first, start["likely"]),
        "likely_end": _days(first, end["likely"]),
        "end": _days(first, end["latest"]),
    }


def _days(first: date, iso: str) -> int:
    return (date.fromisoformat(iso) - first).days


def _mark(kind: str, at: int, label: str) -> Record:
    return {"kind": kind, "at": at, "label": label}


def _ends(builder: ViewBuilder, deadlines: list[Record], first: date, last: int) -> Iterator[Record]:
    """Mark the end of a registration that there is already, unless it is so far off that the steps would be dots."""
    for entry in deadlines:
        is_end = "given_by" in builder.norm["procedure"]["deadlines"][entry["id"]]
        if not is_end or entry["basis"] == "expected" or entry["state"] == "past":
            continue
        at = _days(first, entry["last"])
        if at <= _FAR * last:
            yield _mark("end", at, builder.title(entry["id"]))


def _months(builder: ViewBuilder, first: date, most: int) -> Iterator[Record]:
    """Name the months that begin on the axis, as many as fit, each in short and a new year whole."""
    days = [day for day in _firsts(first, most) if (day - first).days <= most]
    every = -(-len(days) // _MOST_MONTHS)
    for place, day in enumerate(days):
        name = builder.messages[f"words.month_short.{day.month}"]
        has_room = (day - first).days <= _LAST_NAMED * most
        is_named = place % every == 0 and has_room
        is_new = place == 0 or day.year != days[max(0, place - every)].year
        label = f"{name} {day.year}" if is_new else name
        yield {"at": (day - first).days, "label": label if is_named else ""}


def _firsts(first: date, most: int) -> Iterator[date]:
    """Give the first day of each month from here, up to the end of the calendar."""
    for month in range(first.month - 1, first.month + most // 28 + 1):
        year = first.year + month // _YEAR
        if year <= date.max.year:
            yield date(year, month % _YEAR + 1, 1)


def _lanes(builder: ViewBuilder, steps: list[Record], rows: Record) -> Iterator[Record]:
    for lane in dict.fromkeys(LANES.values()):
        own = [rows[step["id"]] for step in steps if lane_of(builder.norm, step) == lane]
        if own:
            yield {"who": lane, "label": builder.message(f"view.summary.who.{lane}"), "rows": own}


def _table(builder: ViewBuilder, steps: list[Record], rows: Record) -> Record:
    who = {step["id"]: builder.message(f"view.summary.who.{lane_of(builder.norm, step)}") for step in steps}
    return {
        "caption": builder.message("view.picture.gantt"),
        "columns": [builder.message(f"view.picture.{name}") for name in ("step", "who", "when")],
        "rows": [[row["label"], who[name], row["text"]] for name, row in rows.items()],
        "total": None,
    }
