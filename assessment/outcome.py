"""Resultaat: the verdict on the whole audit in the three readings."""

from collections.abc import Sequence

from assessment.case import Case, Record, message
from assessment.requirements import Asked, Points, extremes
from assessment.scope import scope_in, worlds
from assessment.scoring import READINGS, VERDICTS, verdict

__all__ = ["assess_outcome"]


def assess_outcome(case: Case, scope: Record, points: Points) -> Record:
    """Judge the audit as a whole: per reading the worst and the best verdict that can still come out.

    `robust` says that the three readings agree on one verdict, whatever is still open.
    """
    if scope["audit_required"] is False:
        intervals = {name: {"worst": "not_required", "best": "not_required"} for name in READINGS}
    else:
        intervals = _intervals(case, points)
    ends = {end for interval in intervals.values() for end in interval.values()}
    for name in READINGS:
        reading = case.norm["scoring"]["readings"][name]
        case.conclude("outcome", reading, message("rules.outcome.reading", **intervals[name]), ["application"])
    return {
        **intervals,
        "robust": len(ends) == 1,
        "reason": _reason(intervals, ends),
        "standing": "estimate",
    }


def _intervals(case: Case, points: Points) -> Record:
    asked = list(points.values())
    alternatives = sorted({(scope_in(world), str(world.facts.get("application"))) for world in worlds(case)})
    return {name: _interval(case, name, asked, alternatives) for name in READINGS}


def _interval(
    case: Case, name: str, asked: Sequence[Sequence[Asked]], alternatives: list[tuple[tuple[str, ...], str]]
) -> Record:
    """Take the worst and the best verdict over every way in which the scope may turn out."""
    scoring = case.norm["scoring"]
    reading = scoring["readings"][name]
    ends = [extremes(points, reading) for points in asked]
    found: list[str] = []
    for states, application in alternatives:
        conditional_exists = application in scoring["conditional_in"]
        for end in (0, 1):
            results = [ends[i][end] if state == "audited" else state for i, state in enumerate(states)]
            found.append(verdict(results, reading, conditional_exists=conditional_exists))
    return {"worst": min(found, key=VERDICTS.index), "best": max(found, key=VERDICTS.index)}


def _reason(intervals: Record, ends: set[str]) -> Record:
    if len(ends) == 1:
        return message("rules.outcome.robust", verdict=next(iter(ends)))
    likely = intervals["likely"]
    if likely["worst"] != likely["best"]:
        return message("rules.outcome.open", worst=likely["worst"], best=likely["best"])
    return message("rules.outcome.readings_differ", verdict=likely["worst"])
