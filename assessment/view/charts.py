"""Bar charts: ranges on one axis, with the words that say the same.

A picture is data and no drawing: `caption`, `most` (the end of the axis, which begins at nothing), `axis` (marks with
`at` and `label`) and `groups` of rows. A row has a `label`, the span `start` to `end` on the axis, `likely` where one
is known, whether it is `certain`, and `text`, which says in words what the bar shows.
"""

from collections.abc import Callable, Sequence
from datetime import date

from assessment.case import Record
from assessment.rules.scoring import SCALE
from assessment.view.builder import ViewBuilder

__all__ = ["cost_picture", "profile_picture", "timeline_picture"]

_HOUR = 60

StepText = Callable[[ViewBuilder, Record, str], str]
"""Says when a step is done, counted from a day."""


def _picture(
    builder: ViewBuilder, name: str, maximum: int, axis: Sequence[Record], groups: Sequence[Record]
) -> Record | None:
    rows = any(group["rows"] for group in groups)
    caption = builder.message(f"view.picture.{name}")
    return {"caption": caption, "most": maximum, "axis": list(axis), "groups": list(groups)} if rows else None


def _row(label: str, ends: tuple[int, int], likely: int | None, text: str) -> Record:
    certain = likely is None or ends[0] == ends[1]
    return {"label": label, "start": ends[0], "end": ends[1], "likely": likely, "certain": certain, "text": text}


def profile_picture(builder: ViewBuilder, report: Record) -> Record | None:
    """Show the two scores of each check point that counts; an open one spans what it can still become."""
    axis = [{"at": rank + 1, "label": step} for rank, step in enumerate(SCALE)]
    groups = [
        builder.call_memoised(_profile_group, entry["id"], entry["checks"], about=entry["id"])
        for entry in report["requirements"]
    ]
    return _picture(builder, "profile", len(SCALE), axis, groups)


def _profile_group(builder: ViewBuilder, requirement: str, checks: list[Record]) -> Record:
    dimensions = builder.norm["scoring"]["dimensions"]
    rows = [
        _score_row(builder, check, dimension)
        for check in checks
        for dimension in dimensions
        if check["decides"] and check[dimension["id"]]
    ]
    return {"label": builder.title(requirement), "rows": rows}


def _score_row(builder: ViewBuilder, check: Record, dimension: Record) -> Record:
    span = check[dimension["id"]]
    worst, best = (SCALE.index(span[end]) for end in ("worst", "best"))
    values = {"title": builder.title(check["id"]), "dimension": builder.text(dimension["title"])}
    label, text = builder.message("view.picture.score", values), builder.between(span, builder.step)
    if worst == best:
        return _row(label, (0, worst + 1), None, text)
    return _row(label, (worst, best + 1), None, text) | {"certain": False}


def cost_picture(builder: ViewBuilder, report: Record) -> Record | None:
    """Show the hours of each part of the audit and of the whole, from least to most."""
    cost = report["cost"]
    # A quote may be shorter than the longest of our own lines.
    longest = max([cost["minutes"]["high"], *(line["minutes"]["high"] for line in cost["lines"])])
    maximum = -(-longest // _HOUR) * _HOUR
    parts = [_hours_row(builder, builder.title(line["id"]), line["minutes"]) for line in cost["lines"]]
    whole = [_hours_row(builder, builder.message("view.cost.total"), cost["minutes"])] if parts else []
    groups = [{"label": builder.message("view.picture.parts"), "rows": parts}]
    groups.append({"label": builder.message("view.cost.total"), "rows": whole})
    return _picture(builder, "cost", maximum, _hour_marks(builder, maximum), groups)


def _hours_row(builder: ViewBuilder, label: str, minutes: Record) -> Record:
    return _row(label, (minutes["low"], minutes["high"]), minutes["likely"], builder.span(minutes, "hours"))


def _hour_marks(builder: ViewBuilder, maximum: int) -> list[Record]:
    """Mark about four equal parts of the axis, in whole hours."""
    step = max(1, -(-maximum // (4 * _HOUR))) * _HOUR
    return [{"at": at, "label": builder.hours(at)} for at in range(0, maximum + 1, step)]


def timeline_picture(builder: ViewBuilder, timeline: Record, tell: StepText) -> Record | None:
    """Show each step still to come, from the earliest day that it can begin to the latest that it can end.

    Args:
        builder: Makes the words.
        timeline: That part of the report.
        tell: Says when a step is done.
    """
    steps = [step for step in timeline["steps"] if step["start"] and step["end"]]
    if not steps:
        return None
    first = date.fromisoformat(timeline["start"])
    last = max(_days_after(first, step["end"]["latest"]) for step in steps)
    rows = [_step_row(step, first, builder.title(step["id"]), tell(builder, step, timeline["start"])) for step in steps]
    whole = builder.message("view.timeline.within_about", {"days": {"low": last, "likely": last, "high": last}})
    axis = [{"at": 0, "label": builder.message("view.picture.now")}, {"at": last, "label": whole}]
    group = {"label": builder.message("view.picture.steps"), "rows": rows}
    return _picture(builder, "timeline", max(1, last), axis, [group])


def _days_after(first: date, iso: str) -> int:
    return (date.fromisoformat(iso) - first).days


def _step_row(step: Record, first: date, title: str, text: str) -> Record:
    ends = _days_after(first, step["start"]["earliest"]), _days_after(first, step["end"]["latest"])
    return _row(title, ends, _days_after(first, step["end"]["likely"]), text)
