"""The shortest way to a positive outcome: the smallest set of score raises, by an optimal greedy choice.

A raise lifts one score of one check point. The audit is positive when no audited requirement fails, so the
requirements can be mended apart, and the smallest set for all is the smallest set of each. Within a requirement every
point must become sufficient, except for as many as the reading lets pass by deliberation; those only need its lowest
score. Costs add up, so granting deliberation to the points that save most (a greedy choice) is exact, and no search
over all sets is needed; a test compares with one.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from assessment.rules.scoring import Point, score_of, sufficient_pairs

__all__ = ["Raise", "cheapest_raises", "effort"]

_SCORE = 100  # one score more to raise outweighs any number of steps within the scores


class Raise(NamedTuple):
    """A check point whose scores must rise from one pair to another."""

    check: str
    start: Point
    target: Point


@cache  # of each pair of pairs of scores; there are 256
def effort(start: Point, target: Point) -> int:
    """Return what a raise costs: first the number of scores that change, then the number of steps in all."""
    steps = [high - low for low, high in zip(start, target, strict=True)]
    return _SCORE * sum(step > 0 for step in steps) + sum(steps)


def cheapest_raises(points: Sequence[tuple[str, Point]], reading: dict[str, Any]) -> list[Raise]:
    """Return the smallest set of raises with which a requirement no longer fails in this reading.

    Args:
        points: The id and the present scores of each audited point of the requirement.
        reading: One of the norm's three readings.
    """
    enough = sufficient_pairs(reading)
    full = [Raise(name, start, _sufficient_target(start, reading)) for name, start in points if start not in enough]
    least = [_deliberable_target(entry.start, reading) for entry in full]
    savings = [
        effort(entry.start, entry.target) - effort(entry.start, low) for entry, low in zip(full, least, strict=True)
    ]
    by_saving = sorted(range(len(full)), key=lambda i: (-savings[i], i))
    spared = {i for i in by_saving[: reading["deliberation"]["points_at_most"]] if savings[i] > 0}
    raises = [entry._replace(target=least[i]) if i in spared else entry for i, entry in enumerate(full)]
    return [entry for entry in raises if entry.target != entry.start]


def _sufficient_target(start: Point, reading: dict[str, Any]) -> Point:
    """Find the cheapest pair of scores, none lower than now, that makes a point sufficient.

    Either score may become the better one; of the two ways, the cheaper.
    """
    bar = reading["sufficient"]
    return _cheapest_target(start, score_of(bar["better"]), score_of(bar["lesser"]))


@cache  # there are only so many pairs of scores and bars
def _cheapest_target(start: Point, better: int, lesser: int) -> Point:
    ways = [
        Point(max(start.conformity, first), max(start.demonstrability, second))
        for first, second in ((better, lesser), (lesser, better))
    ]
    return min(ways, key=lambda way: effort(start, way))


def _deliberable_target(start: Point, reading: dict[str, Any]) -> Point:
    """Find the cheapest pair of scores with which a point may pass by deliberation."""
    return _at_least(start, score_of(reading["deliberation"]["lowest_score"]))


@cache  # as above
def _at_least(start: Point, floor: int) -> Point:
    return Point(*(max(score, floor) for score in start))
