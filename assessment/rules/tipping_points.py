"""Kantelpunten: the check points that change the verdict all by themselves.

Everything else stays as it is, open or answered; only one point changes. What is said of it is certain:

- `up`: with this point at its best (both scores volkomen; an open point: the best that can still come out), the worst
  verdict that can still come out is higher than now. The raise that is named is the smallest that gives that verdict.
- `down`: with one score of this point one step lower (an open point: at the worst that can still come out), the best
  verdict that can still come out is lower than now.
- `decides`: an open point after whose answer nothing is left to decide in a reading: at its best the verdict is one,
  at its worst another.

A point that is not audited, or not scored, tips nothing. Only the requirement of the point is judged anew, and each
of its few possible results is weighed once.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product, starmap
from typing import Any, NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.rules.check_points import Asked, Points
from assessment.rules.minimal_raises import effort
from assessment.rules.outcome import interval_of
from assessment.rules.requirements import Ends
from assessment.rules.scope import Alternatives
from assessment.rules.scoring import READINGS, VERDICTS, Point, score_of, step_of, sufficient_pairs

__all__ = ["assess_tipping"]

_BEST = Point(3, 3)
_AUDITED = frozenset({"audited", "unknown"})
_Ends = tuple[str, str]


class _Count(NamedTuple):
    """The points of a requirement that are short of the bar, and those of them too low to be deliberated."""

    short: int
    low: int

    def result(self, reading: Record) -> str:
        """Return the result of a requirement with so many of its points short; see `scoring.requirement_result`."""
        if not self.short:
            return "passed"
        enough = self.short <= reading["deliberation"]["points_at_most"] and not self.low
        return "deliberated" if enough else "failed"


class _Scales:
    """Weighs the whole audit in one reading when the results of one requirement change."""

    def __init__(self, scoring: Record, reading: Record, ends: Sequence[_Ends], alternatives: Alternatives) -> None:
        self.reading = reading
        self._scoring = scoring
        self._alternatives = alternatives
        self._ends = ends
        self._known: dict[tuple[int, _Ends], Record] = {}
        self.now = interval_of(self._scoring, reading, self._ends, alternatives)
        self.count = _counts(sufficient_pairs(reading), score_of(reading["deliberation"]["lowest_score"]))

    def interval(self, position: int, ends: _Ends) -> Record:
        """Return the interval of verdicts if the requirement at this position had these results."""
        if ends == self._ends[position]:
            return self.now
        key = position, ends
        if key not in self._known:
            changed = [*self._ends[:position], ends, *self._ends[position + 1 :]]
            self._known[key] = interval_of(self._scoring, self.reading, changed, self._alternatives)
        return self._known[key]

    def hangs_on(self, position: int) -> bool:
        """Tell whether this requirement alone can change the verdict; all that its points do lies between two ends."""
        highest, lowest = (self.interval(position, (result, result)) for result in ("passed", "failed"))
        return (highest["worst"], lowest["best"]) != (self.now["worst"], self.now["best"])


@cache  # there are only so many bars
def _counts(enough: frozenset[Point], floor: int) -> Mapping[Point, _Count]:
    """Return what a single point adds, for each pair of scores."""
    pairs = starmap(Point, product(range(_BEST.conformity + 1), repeat=2))
    return {pair: _Count(int(pair not in enough), int(pair not in enough and min(pair) < floor)) for pair in pairs}


class _Found(NamedTuple):
    """What changing one point does in one reading."""

    effects: list[Record]
    decides: bool


class _Stage:
    """One requirement in one reading, on which single points are changed."""

    def __init__(self, asked: Sequence[Asked], scales: _Scales, position: int) -> None:
        self.reading = scales.reading
        self.now = scales.now
        self.found: dict[tuple[str, Point, Point, bool], _Found] = {}
        self._scales = scales
        self._position = position
        self._worst = self._total([entry.worst for entry in asked if entry.counts])
        self._best = self._total([entry.best for entry in asked if entry.counts and entry.certain])

    def with_point(self, entry: Asked, point: Point) -> tuple[_Ends, Record]:
        """Return the results of the requirement with this point instead, and the interval of verdicts they give."""
        worst = self._instead(self._worst, entry.worst, point)
        best = self._instead(self._best, entry.best, point) if entry.certain else self._best
        ends = worst.result(self.reading), best.result(self.reading)
        return ends, self._scales.interval(self._position, ends)

    def _instead(self, total: _Count, old: Point, new: Point) -> _Count:
        gone, come = self._scales.count[old], self._scales.count[new]
        return _Count(total.short - gone.short + come.short, total.low - gone.low + come.low)

    def _total(self, points: list[Point]) -> _Count:
        counts = [self._scales.count[point] for point in points]
        return _Count(sum(count.short for count in counts), sum(count.low for count in counts))


def assess_tipping(case: Case, points: Points, scope: Record, ways: tuple[Ends, Alternatives]) -> list[Record]:
    """List the check points that change the verdict by themselves, in the norm's order.

    Args:
        case: The candidate.
        points: The candidate's check points by requirement.
        scope: What is audited.
        ways: What can still come out of each requirement, and every way in which the scope may turn out.

    Returns:
        For each point its `check`, `requirement`, present scores, the readings in which it `decides`, and its
        `effects`: the `direction`, the `reading`, the scores and the verdict, each `from` and `to`.
    """
    if scope["audit_required"] is False:
        return []
    states = [entry["state"] for entry in scope["requirements"]]
    scales = case.recall(_scales, *ways)
    return [
        line
        for position, (requirement, asked) in enumerate(points.items())
        if states[position] in _AUDITED
        for line in case.recall(_lines, requirement, asked, position, scales, about=requirement)
    ]


def _scales(case: Case, ends: Ends, alternatives: Alternatives) -> list[_Scales]:
    scoring = case.norm["scoring"]
    return [
        _Scales(scoring, scoring["readings"][name], [found[name] for found in ends.values()], alternatives)
        for name in READINGS
    ]


def _lines(
    case: Case, requirement: str, asked: Sequence[Asked], position: int, scales: Sequence[_Scales]
) -> list[Record]:
    """List the points of one requirement that change the verdict by themselves."""
    stages = [_Stage(asked, scale, position) for scale in scales if scale.hangs_on(position)]
    found = [line for entry in asked if entry.counts and (line := _line(requirement, entry, stages))]
    for line in found:
        _conclude(case, line)
    return found


def _line(requirement: str, entry: Asked, stages: list[_Stage]) -> Record | None:
    found = [_found(stage, entry) for stage in stages]
    effects = [effect for each in found for effect in each.effects]
    if not effects:
        return None
    return {
        "check": entry.check["id"],
        "requirement": requirement,
        "state": entry.state,
        "conformity": _span(entry, 0),
        "demonstrability": _span(entry, 1),
        "decides": [stage.reading["id"] for stage, each in zip(stages, found, strict=True) if each.decides],
        "effects": effects,
        "standing": "estimate",
    }


def _found(stage: _Stage, entry: Asked) -> _Found:
    """Find what a point does in one reading; points that stand alike in one requirement do the same."""
    alike = entry.state, entry.worst, entry.best, entry.certain
    if alike not in stage.found:
        decides = entry.state == "open" and _decides(stage, entry)
        stage.found[alike] = _Found([*_ups(stage, entry), *_downs(stage, entry)], decides)
    return stage.found[alike]


def _span(entry: Asked, dimension: int) -> Record:
    return {"worst": step_of(entry.worst[dimension]), "best": step_of(entry.best[dimension])}


def _ups(stage: _Stage, entry: Asked) -> Iterator[Record]:
    """Find the smallest raise of the point that lifts the worst verdict as far as the point can."""
    top = entry.best if entry.state == "open" else _BEST
    least = stage.now["worst"]
    reached = stage.with_point(entry, top)[1]["worst"]
    if not _higher(reached, least):
        return
    for target in _raises(entry.worst, top):
        ends, interval = stage.with_point(entry, target)
        if interval["worst"] == reached:
            yield _effect("up", stage, target, ends[0], (least, reached))
            return


def _raises(start: Point, top: Point) -> list[Point]:
    """List the pairs of scores between two, the one that takes least effort first."""
    ways = product(*(range(low, high + 1) for low, high in zip(start, top, strict=True)))
    return sorted(starmap(Point, ways), key=lambda way: (effort(start, way), way))


def _downs(stage: _Stage, entry: Asked) -> Iterator[Record]:
    """Find each step down that takes the best verdict out of reach."""
    most = stage.now["best"]
    for target in [entry.worst] if entry.state == "open" else _one_step_down(entry.best):
        ends, interval = stage.with_point(entry, target)
        if _higher(most, interval["best"]):
            yield _effect("down", stage, target, ends[1], (most, interval["best"]))


def _one_step_down(point: Point) -> list[Point]:
    lower = [Point(point.conformity - 1, point.demonstrability), Point(point.conformity, point.demonstrability - 1)]
    return [each for each in lower if min(each) >= 0]


def _decides(stage: _Stage, entry: Asked) -> bool:
    ends = [stage.with_point(entry, point)[1] for point in (entry.worst, entry.best)]
    return all(end["worst"] == end["best"] for end in ends) and ends[0] != ends[1]


def _higher(one: str, other: str) -> bool:
    return VERDICTS.index(one) > VERDICTS.index(other)


def _effect(direction: str, stage: _Stage, target: Point, result: str, verdicts: tuple[str, str]) -> Record:
    return {
        "direction": direction,
        "reading": stage.reading["id"],
        **{name: step_of(score) for name, score in target._asdict().items()},
        "result": result,
        "verdict": {"from": verdicts[0], "to": verdicts[1]},
    }


def _conclude(case: Case, line: Record) -> None:
    readings: dict[str, Any] = case.norm["scoring"]["readings"]
    steps = [step("rules.calc.point", on=key_of("check", line["check"]), check=line["check"])]
    for effect in line["effects"]:
        values = {name: effect[name] for name in ("reading", "conformity", "demonstrability", "result")}
        verdicts = effect["verdict"]
        steps.append(
            step(
                f"rules.calc.tip_{effect['direction']}",
                readings[effect["reading"]],
                key_of("outcome", effect["reading"]),
                requirement=line["requirement"],
                before=verdicts["from"],
                after=verdicts["to"],
                **values,
            )
        )
    about = {"id": line["check"], "standing": line["standing"]}
    case.conclude("tipping", about, message("rules.tipping", check=line["check"]), steps=steps)
