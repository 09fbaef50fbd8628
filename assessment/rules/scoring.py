"""Scores, results and verdicts: the readings that `norm/scoring.yaml` lists, each as the bars that stand in it.

Scores count from 0, the lowest step of the norm's scale. A point that is not answered yet spans the whole scale, so
each conclusion is an interval from the worst to the best that can still come out. This is interval arithmetic: all the
rules here are monotone, a higher score never gives a lower result, so the two ends are enough.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product, starmap
from typing import Any, NamedTuple

from assessment.outcomes import NOT_REQUIRED, UNJUDGED

__all__ = [
    "READINGS",
    "Bars",
    "Point",
    "Tally",
    "Tier",
    "bars_of",
    "is_sufficient",
    "readings_of",
    "requirement_result",
    "result_of",
    "score_of",
    "step_of",
    "strictest_of",
    "sufficient_pairs",
    "sum_of",
    "tally_of",
    "verdict",
    "verdict_order",
]

READINGS = ("strict", "likely", "lenient")
"""The readings that a norm can have, the strictest first. Every norm has `likely`: alone, once its bars are known."""


class Point(NamedTuple):
    """The two scores of one check point, each as its rank on the scale."""

    conformity: int
    demonstrability: int


class Tier(NamedTuple):
    """What a requirement takes for a result.

    Attributes:
        most_short: How many points may be insufficient; any number when nothing is said.
        floor: The lowest score that an insufficient point may have.
        percent: How much of the highest weighted score all points must reach together.
    """

    most_short: int | None
    floor: int
    percent: int


class Bars(NamedTuple):
    """The bars of a reading, as ranks on its scale.

    Attributes:
        highest: The rank of the highest step.
        weights: How much each of the two scores counts.
        better: What the better score of a sufficient point reaches, and `lesser` the other one.
        lesser: See `better`.
        passed: What it takes to pass.
        deliberated: What it takes to pass by deliberation; nothing where a reading knows none.
    """

    highest: int
    weights: tuple[int, int]
    better: int
    lesser: int
    passed: Tier
    deliberated: Tier | None

    @property
    def counts_shares(self) -> bool:
        """Whether a result hangs on percentages, and not on single points alone."""
        return self.passed.percent > 0 or (self.deliberated is not None and self.deliberated.percent > 0)


class Tally(NamedTuple):
    """What points add up to, against the bars of a reading.

    Attributes:
        short: How many points are insufficient.
        low: How many of those score too low to pass, and to pass by deliberation.
        margin: How far the weighted scores are above the two percentages, in hundredths; below zero they fall short.
    """

    short: int
    low: tuple[int, int]
    margin: tuple[int, int]


def readings_of(norm: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the readings of a norm by name, the strictest first."""
    readings = norm["scoring"]["readings"]
    return {name: readings[name] for name in READINGS if name in readings}


def strictest_of(norm: Mapping[str, Any]) -> dict[str, Any]:
    """Return the reading that asks most: what is enough in it is enough in each."""
    return next(iter(readings_of(norm).values()))


def score_of(step: str, scale: Sequence[str]) -> int:
    """Return the rank of a step of the scale, from 0."""
    return scale.index(step)


def step_of(score: int, scale: Sequence[str]) -> str:
    """Return the step of the scale that has this rank."""
    return scale[score]


def bars_of(reading: Mapping[str, Any]) -> Bars:
    """Return the bars that a reading of the norm sets."""
    scale, bar = reading["scale"], reading["sufficient"]
    deliberation = reading.get("deliberation")
    return Bars(
        len(scale) - 1,
        tuple(reading.get("weights", (1, 1))),
        score_of(bar["better"], scale),
        score_of(bar["lesser"], scale),
        _tier(reading.get("passed", {"points_at_most": 0}), scale),
        None if deliberation is None else _tier(deliberation, scale),
    )


def _tier(given: Mapping[str, Any], scale: Sequence[str]) -> Tier:
    floor = score_of(given["lowest_score"], scale) if "lowest_score" in given else 0
    return Tier(given.get("points_at_most"), floor, given.get("percent", 0))


def is_sufficient(point: Point, reading: Mapping[str, Any]) -> bool:
    """Tell whether a point is sufficient: its better score and its lesser score both reach the reading's bar."""
    return point in sufficient_pairs(reading)


def sufficient_pairs(reading: Mapping[str, Any]) -> frozenset[Point]:
    """Return the pairs of scores with which a point is sufficient in this reading."""
    scale, bar = reading["scale"], reading["sufficient"]
    return _pairs_over(len(scale), score_of(bar["better"], scale), score_of(bar["lesser"], scale))


@cache  # there are only so many bars, and this is asked hundreds of times for one report
def _pairs_over(steps: int, better: int, lesser: int) -> frozenset[Point]:
    pairs = starmap(Point, product(range(steps), repeat=2))
    return frozenset(pair for pair in pairs if max(pair) >= better and min(pair) >= lesser)


@cache  # as above, of each pair of scores
def tally_of(point: Point, weight: int, bars: Bars) -> Tally:
    """Return what one point adds to its requirement."""
    is_short = max(point) < bars.better or min(point) < bars.lesser
    tiers = bars.passed, bars.deliberated or bars.passed
    low = tuple(int(is_short and min(point) < tier.floor) for tier in tiers)
    scored = sum(score * each for score, each in zip(point, bars.weights, strict=True))
    whole = bars.highest * sum(bars.weights)
    margin = tuple(weight * (100 * scored - tier.percent * whole) if tier.percent else 0 for tier in tiers)
    return Tally(int(is_short), (low[0], low[1]), (margin[0], margin[1]))


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """Add up what points add to their requirement."""
    short = low = low_too = margin = margin_too = 0
    for tally in tallies:
        short += tally.short
        low, low_too = low + tally.low[0], low_too + tally.low[1]
        margin, margin_too = margin + tally.margin[0], margin_too + tally.margin[1]
    return Tally(short, (low, low_too), (margin, margin_too))


def result_of(tally: Tally, bars: Bars) -> str:
    """Return `passed`, `deliberated` or `failed` for a requirement whose points add up to this."""
    if _reaches(tally, bars.passed, 0):
        return "passed"
    return "deliberated" if bars.deliberated is not None and _reaches(tally, bars.deliberated, 1) else "failed"


def _reaches(tally: Tally, tier: Tier, which: int) -> bool:
    few_enough = tier.most_short is None or tally.short <= tier.most_short
    return few_enough and not tally.low[which] and tally.margin[which] >= 0


def requirement_result(
    points: Sequence[Point], reading: Mapping[str, Any], weights: Sequence[int] | None = None
) -> str:
    """Return `passed`, `deliberated` or `failed` for a requirement with these audited points.

    Unless the reading says otherwise it passes when all points are sufficient. By deliberation it passes when few
    enough are not, none of those scores too low, and all scores together reach the percentage.

    Args:
        points: The scores of each point.
        reading: One of the norm's readings.
        weights: How much each point counts; all the same when not given.
    """
    bars = bars_of(reading)
    weighed = zip(points, weights or [1] * len(points), strict=True)
    return result_of(sum_of(tally_of(point, weight, bars) for point, weight in weighed), bars)


def verdict_order(reading: Mapping[str, Any]) -> list[str]:
    """Return the outcomes that a reading can give, from worst to best; last that no audit is needed."""
    return [reading["otherwise"], *(entry["id"] for entry in reversed(reading["verdicts"])), NOT_REQUIRED]


def verdict(results: Sequence[str], reading: Mapping[str, Any], *, conditional_exists: bool) -> str:
    """Return the outcome of an audit from the results of its requirements: the best of which all bars are reached.

    Args:
        results: The result of each requirement, one of `RESULTS`, in the norm's order.
        reading: One of the norm's readings.
        conditional_exists: Whether this kind of audit can end in anything between the best and the worst at all.
    """
    if UNJUDGED.issuperset(results):
        return str(reading["verdicts"][0]["id"])
    for bar in _existing(reading["verdicts"], conditional_exists=conditional_exists):
        if _is_reached(results, bar, reading.get("requirement_weights")):
            return str(bar["id"])
    return str(reading["otherwise"])


def _existing(bars: Sequence[Mapping[str, Any]], *, conditional_exists: bool) -> Iterator[Mapping[str, Any]]:
    yield from bars if conditional_exists else bars[:1]


def _is_reached(results: Sequence[str], bar: Mapping[str, Any], weights: Sequence[int] | None) -> bool:
    failed = results.count("failed")
    succeeded = results.count("passed") + results.count("deliberated")
    if failed > bar.get("failed_at_most", failed) or succeeded < bar.get("passed_at_least", 0):
        return False
    if "passed_percent" not in bar:
        return True
    weighed = list(zip(results, weights or [1] * len(results), strict=True))
    lost = sum(weight for result, weight in weighed if result == "failed")
    whole = sum(weight for result, weight in weighed if result not in UNJUDGED)
    return bool(100 * (whole - lost) >= bar["passed_percent"] * whole)
