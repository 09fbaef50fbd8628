"""The shortest way to a positive outcome: the smallest set of score raises, by an optimal greedy choice.

A raise lifts one score of one check point. The audit is positive when no audited requirement fails, so the
requirements can be mended apart, and the smallest set for all is the smallest set of each. Within a requirement every
point must become sufficient, except for as many as the reading lets pass by deliberation; those only need its lowest
score. Costs add up, so granting deliberation to the points that save most (a greedy choice) is exact, and no search
over all sets is needed; a test compares with one. Where a result hangs on a percentage, see `cheapest_sums`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from assessment.rules.cheapest_sums import cheapest_sum, effort
from assessment.rules.scoring import Bars, Point, bars_of

__all__ = ["Raise", "cheapest_raises"]


class Raise(NamedTuple):
    """A check point whose scores must rise from one pair to another."""

    check: str
    start: Point
    target: Point


def cheapest_raises(
    points: Sequence[tuple[str, Point]], reading: Mapping[str, Any], weights: Sequence[int] | None = None
) -> list[Raise]:
    """Return the smallest set of raises with which a requirement no longer fails in this reading.

    Args:
        points: The id and the present scores of each audited point of the requirement.
        reading: One of the norm's readings.
        weights: How much each point counts; all the same when not given.
    """
    starts, bars = [start for _, start in points], bars_of(reading)
    weighed = weights or [1] * len(starts)
    ways = [_way(starts, weighed, bars, which) for which in ((0,) if bars.deliberated is None else (1, 0))]
    best = min(ways, key=lambda way: sum(map(effort, starts, way)))
    raised = zip(points, best, strict=True)
    return [Raise(name, start, target) for (name, start), target in raised if target != start]


def _way(starts: Sequence[Point], weights: Sequence[int], bars: Bars, which: int) -> list[Point]:
    """Find the cheapest scores with which a requirement passes (0), or passes by deliberation (1)."""
    tier = bars.deliberated if which and bars.deliberated else bars.passed
    if tier.percent:
        return cheapest_sum(starts, weights, bars, which)
    full = [start if _is_enough(start, bars) else _cheapest_target(start, bars) for start in starts]
    least = [_at_least(start, tier.floor) for start in starts]
    savings = [effort(start, up) - effort(start, low) for start, up, low in zip(starts, full, least, strict=True)]
    by_saving = sorted(range(len(starts)), key=lambda i: (-savings[i], i))
    spared = {i for i in by_saving[: tier.most_short] if savings[i] > 0}
    return [least[i] if i in spared else up for i, up in enumerate(full)]


def _is_enough(point: Point, bars: Bars) -> bool:
    return max(point) >= bars.better and min(point) >= bars.lesser


@cache  # there are only so many pairs of scores and bars
def _cheapest_target(start: Point, bars: Bars) -> Point:
    """Find the cheapest pair of scores, none lower than now, that makes a point sufficient.

    Either score may become the better one; of the two ways, the cheaper.
    """
    ways = [
        Point(max(start.conformity, first), max(start.demonstrability, second))
        for first, second in ((bars.better, bars.lesser), (bars.lesser, bars.better))
    ]
    return min(ways, key=lambda way: effort(start, way))


@cache  # as above
def _at_least(start: Point, floor: int) -> Point:
    return Point(*(max(score, floor) for score in start))
