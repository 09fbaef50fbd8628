"""The cheapest scores that together reach a percentage: a knapsack, solved over costs (dynamic programming).

Points are added one by one. Of all ways so far that leave as many points insufficient, only those are kept that no
other beats in both cost and scores (a Pareto front), so that few are left to go on from.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product, starmap
from typing import NamedTuple

from assessment.rules.scoring import Bars, Point, tally_of

__all__ = ["cheapest_sum", "effort"]

_SCORE = 100  # one score more to raise outweighs any number of steps within the scores


@cache  # there are only so many pairs of pairs of scores
def effort(start: Point, target: Point) -> int:
    """Return what a raise costs: first the number of scores that change, then the number of steps in all."""
    steps = [high - low for low, high in zip(start, target, strict=True)]
    return _SCORE * sum(step > 0 for step in steps) + sum(steps)


class _Way(NamedTuple):
    """Scores of the first few points: what they cost, how many are insufficient, and how far they are above the bar."""

    cost: int
    short: int
    margin: int
    points: tuple[Point, ...]


def cheapest_sum(starts: Sequence[Point], weights: Sequence[int], bars: Bars, which: int) -> list[Point]:
    """Return the cheapest scores, none lower than now, with which a requirement passes (0), or by deliberation (1).

    The highest scores always do, so that there is a way.
    """
    tier = bars.deliberated if which and bars.deliberated else bars.passed
    ways = [_Way(0, 0, 0, ())]
    for start, weight in zip(starts, weights, strict=True):
        steps = list(_front(_steps(start, weight, bars, which)))
        longer = (_joined(way, step) for way in ways for step in steps)
        ways = list(_front(way for way in longer if tier.most_short is None or way.short <= tier.most_short))
    return list(min(way for way in ways if way.margin >= 0).points)


def _steps(start: Point, weight: int, bars: Bars, which: int) -> Iterator[_Way]:
    """List where one point can go, but for what is too low."""
    ranges = (range(score, bars.highest + 1) for score in start)
    for target in starmap(Point, product(*ranges)):
        tally = tally_of(target, weight, bars)
        if not tally.low[which]:
            yield _Way(effort(start, target), tally.short, tally.margin[which], (target,))


def _joined(way: _Way, step: _Way) -> _Way:
    return _Way(way.cost + step.cost, way.short + step.short, way.margin + step.margin, way.points + step.points)


def _front(ways: Iterable[_Way]) -> Iterator[_Way]:
    """Keep the ways than which none is both cheaper and higher, among those with as many points insufficient."""
    highest: dict[int, int] = {}
    for way in sorted(ways, key=lambda way: (way.cost, -way.margin)):
        if way.margin > highest.get(way.short, way.margin - 1):
            highest[way.short] = way.margin
            yield way
