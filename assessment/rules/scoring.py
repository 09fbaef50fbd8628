"""Scores, results and verdicts: the three readings of a norm whose thresholds could not be found.

Scores count from 0 (the lowest step of the scale, B) to 3 (the highest, V). A point that is not answered yet spans
the whole scale, so each conclusion is an interval from the worst to the best that can still come out. This is interval
arithmetic: all the rules here are monotone, a higher score never gives a lower result, so the two ends are enough.
"""

from collections.abc import Sequence
from functools import cache
from itertools import product, starmap
from typing import Any, NamedTuple

__all__ = [
    "READINGS",
    "RESULTS",
    "SCALE",
    "UNJUDGED",
    "VERDICTS",
    "Point",
    "insufficient_points",
    "is_sufficient",
    "requirement_result",
    "score_of",
    "step_of",
    "sufficient_pairs",
    "verdict",
]

READINGS = ("strict", "likely", "lenient")
RESULTS = ("failed", "deliberated", "passed", "already_positive", "exempt", "no_audit")
"""Results of a requirement, from worst to best; the last three did not need to pass now."""
UNJUDGED = frozenset({"exempt", "already_positive", "no_audit"})
"""The results of a requirement that the auditor does not look at; a scope of these names says so."""
VERDICTS = ("negative", "conditional", "positive", "not_required")
"""Outcomes of an audit, from worst to best; the last one is that of a provider who needs none."""

SCALE = "BGTV"
"""The steps of the scale, from the lowest to the highest."""
_RANK = {step: rank for rank, step in enumerate(SCALE)}


class Point(NamedTuple):
    """The two scores of one check point, each from 0 to 3."""

    conformity: int
    demonstrability: int


def score_of(step: str) -> int:
    """Return the rank, 0 to 3, of a step of the scale (`B`, `G`, `T`, `V`)."""
    return _RANK[step]


def step_of(score: int) -> str:
    """Return the step of the scale that has this rank."""
    return SCALE[score]


def is_sufficient(point: Point, reading: dict[str, Any]) -> bool:
    """Tell whether a point is sufficient: its better score and its lesser score both reach the reading's bar."""
    return point in sufficient_pairs(reading)


def sufficient_pairs(reading: dict[str, Any]) -> frozenset[Point]:
    """Return the pairs of scores with which a point is sufficient in this reading."""
    bar = reading["sufficient"]
    return _pairs_over(bar["better"], bar["lesser"])


@cache  # there are only so many bars, and this is asked hundreds of times for one report
def _pairs_over(better: str, lesser: str) -> frozenset[Point]:
    pairs = starmap(Point, product(range(len(SCALE)), repeat=2))
    return frozenset(pair for pair in pairs if max(pair) >= score_of(better) and min(pair) >= score_of(lesser))


def insufficient_points(points: Sequence[Point], reading: dict[str, Any]) -> list[Point]:
    """Return the points that are not sufficient in this reading."""
    enough = sufficient_pairs(reading)
    return [point for point in points if point not in enough]


def requirement_result(points: Sequence[Point], reading: dict[str, Any]) -> str:
    """Return `passed`, `deliberated` or `failed` for a requirement with these audited points.

    It passes when all points are sufficient; by deliberation when few enough are not, and none of those scores lower
    than the reading's lowest score.
    """
    short = insufficient_points(points, reading)
    if not short:
        return "passed"
    deliberation = reading["deliberation"]
    floor = score_of(deliberation["lowest_score"])
    few_enough = len(short) <= deliberation["points_at_most"]
    return "deliberated" if few_enough and all(min(point) >= floor for point in short) else "failed"


def verdict(results: Sequence[str], reading: dict[str, Any], *, conditional_exists: bool) -> str:
    """Return the outcome of an audit from the results of its requirements.

    Args:
        results: The result of each requirement, one of `RESULTS`.
        reading: One of the norm's three readings.
        conditional_exists: Whether this kind of audit can end in a conditional registration at all.
    """
    failed = results.count("failed")
    if not failed:
        return "positive"
    bar = reading["conditional"]
    succeeded = results.count("passed") + results.count("deliberated")
    lenient_enough = failed <= bar["failed_at_most"] and succeeded >= bar["passed_at_least"]
    return "conditional" if conditional_exists and lenient_enough else "negative"
