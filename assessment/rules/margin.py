"""Speling: how much time the plan leaves before what `norm/procedure.yaml` says has to be done in time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from assessment.case import Case, Record, key_of, message, step

__all__ = ["met_by_plan", "smallest_margin"]

_CASES = {"likely": "likely", "slow": "latest"}
"""The ends of a step that are held against the last day."""


def met_by_plan(case: Case, deadline: Mapping[str, Any]) -> str | None:
    """Name the step of this candidate's plan that has to be done before a deadline, if there is one."""
    met_by = deadline.get("met_by")
    if met_by is None or case.holds(met_by.get("applies_when")) is not True:
        return None
    return str(met_by["step"])


def smallest_margin(case: Case, steps: Sequence[Record], deadlines: Sequence[Record]) -> Record | None:
    """Find the deadline that leaves least time if everything goes slowly; nothing where no such day is known.

    Args:
        case: The candidate.
        steps: The dated steps.
        deadlines: The dated deadlines.

    Returns:
        The `deadline`, the `step` that has to be done before it, its `last` day, and the days left as `likely` and as
        `slow`, less than none being too late, with the `reason` that says so; `after_end` is that of the deadline.
    """
    margins = list(_margins(case, {entry["id"]: entry for entry in steps}, deadlines))
    if not margins:
        return None
    margin = min(margins, key=lambda each: int(each["slow"]))
    reason = _reason(margin)
    about = case.norm["procedure"]["deadlines"][margin["deadline"]] | {"standing": "estimate"}
    case.conclude("margin", about, reason, ["date"], _steps(margin))
    return {name: part for name, part in margin.items() if name != "ends"} | {"reason": reason}


def _margins(case: Case, steps: Mapping[str, Record], deadlines: Sequence[Record]) -> Iterator[Record]:
    """Measure the time from the step that meets a deadline to its last day, for each that a known day decides."""
    for entry in deadlines:
        met_by = steps.get(met_by_plan(case, case.norm["procedure"]["deadlines"][entry["id"]]) or "")
        if met_by is None or met_by["state"] == "done" or entry["basis"] == "expected" or entry["state"] == "past":
            continue
        last = date.fromisoformat(entry["last"])
        ends = {name: met_by["end"][day] for name, day in _CASES.items()}
        left = {name: (last - date.fromisoformat(day)).days for name, day in ends.items()}
        told = {"deadline": entry["id"], "step": met_by["id"], "last": entry["last"], "after_end": entry["after_end"]}
        yield {**told, **left, "ends": ends}


def _reason(margin: Record) -> Record:
    """Say whether the plan makes it, in the middle estimate and in the slow case."""
    values = {name: _days(abs(margin[name])) for name in ("likely", "slow")}
    return message(f"rules.margin.{_kind(margin)}", deadline=margin["deadline"], last=margin["last"], **values)


def _kind(margin: Record) -> str:
    if margin["likely"] < 0:
        return "late"
    if margin["slow"] < 0:
        return "tight"
    return "in_time" if margin["slow"] else "just"


def _days(number: int) -> Record:
    return dict.fromkeys(("low", "likely", "high"), number)


def _steps(margin: Record) -> list[Record]:
    return [
        step("rules.calc.margin_last", on=key_of("deadline", margin["deadline"]), day=margin["last"]),
        step("rules.calc.margin_end", on=key_of("step", margin["step"]), **margin["ends"]),
    ]
