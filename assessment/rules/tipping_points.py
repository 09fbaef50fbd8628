"""Kantelpunten: a sensitivity analysis, one check point at a time: which change the verdict all by themselves?

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
from assessment.rules.check_points import CheckState, CheckStates
from assessment.rules.minimal_raises import effort
from assessment.rules.outcome import interval_of
from assessment.rules.requirements import ResultRange, ResultRanges
from assessment.rules.scope import MAY_BE_AUDITED, Alternatives
from assessment.rules.scoring import READINGS, VERDICTS, Point, score_of, step_of, sufficient_pairs

__all__ = ["assess_tipping"]

_BEST = Point(3, 3)


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


class _VerdictIfChanged:
    """Weighs the whole audit in one reading when the results of one requirement change."""

    def __init__(self, reading: Record, ranges: Sequence[ResultRange], alternatives: Alternatives) -> None:
        self.reading = reading
        self._alternatives = alternatives
        self._ranges = ranges
        self._known: dict[tuple[int, ResultRange], Record] = {}
        self.now = interval_of(reading, self._ranges, alternatives)
        self.count = _counts(sufficient_pairs(reading), score_of(reading["deliberation"]["lowest_score"]))

    def interval(self, position: int, found: ResultRange) -> Record:
        """Return the interval of verdicts if the requirement at this position had this range."""
        if found == self._ranges[position]:
            return self.now
        key = position, found
        if key not in self._known:
            changed = [*self._ranges[:position], found, *self._ranges[position + 1 :]]
            self._known[key] = interval_of(self.reading, changed, self._alternatives)
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


class _PointEffects(NamedTuple):
    """What changing one point does in one reading."""

    effects: list[Record]
    decides: bool


class _RequirementIfChanged:
    """One requirement in one reading, on which single points are changed."""

    def __init__(self, states: Sequence[CheckState], verdict: _VerdictIfChanged, position: int) -> None:
        self.reading = verdict.reading
        self.now = verdict.now
        self.effects: dict[tuple[str, Point, Point, bool], _PointEffects] = {}
        self._verdict = verdict
        self._position = position
        self._worst = self._total([entry.worst for entry in states if entry.counts])
        self._best = self._total([entry.best for entry in states if entry.counts and entry.certain])

    def with_point(self, entry: CheckState, point: Point) -> tuple[ResultRange, Record]:
        """Return the results of the requirement with this point instead, and the interval of verdicts they give."""
        worst = self._instead(self._worst, entry.worst, point)
        best = self._instead(self._best, entry.best, point) if entry.certain else self._best
        found = worst.result(self.reading), best.result(self.reading)
        return found, self._verdict.interval(self._position, found)

    def _instead(self, total: _Count, old: Point, new: Point) -> _Count:
        gone, come = self._verdict.count[old], self._verdict.count[new]
        return _Count(total.short - gone.short + come.short, total.low - gone.low + come.low)

    def _total(self, points: list[Point]) -> _Count:
        counts = [self._verdict.count[point] for point in points]
        return _Count(sum(count.short for count in counts), sum(count.low for count in counts))


def assess_tipping(
    case: Case, checks: CheckStates, scope: Record, ways: tuple[ResultRanges, Alternatives]
) -> list[Record]:
    """List the check points that change the verdict by themselves, in the norm's order.

    Args:
        case: The candidate.
        checks: The candidate's check points by requirement.
        scope: What is audited.
        ways: What can still come out of each requirement, and every way in which the scope may turn out.

    Returns:
        For each point its `check`, `requirement`, present scores, the readings in which it `decides`, and its
        `effects`: the `direction`, the `reading`, the scores and the verdict, each `from` and `to`.
    """
    if scope["audit_required"] is False:
        return []
    scopes = [entry["state"] for entry in scope["requirements"]]
    verdicts = case.call_memoised(_verdicts, *ways)
    return [
        line
        for position, (requirement, states) in enumerate(checks.items())
        if scopes[position] in MAY_BE_AUDITED
        for line in case.call_memoised(_lines, requirement, states, position, verdicts, about=requirement)
    ]


def _verdicts(case: Case, ranges: ResultRanges, alternatives: Alternatives) -> list[_VerdictIfChanged]:
    readings = case.norm["scoring"]["readings"]
    return [
        _VerdictIfChanged(readings[name], [found[name] for found in ranges.values()], alternatives) for name in READINGS
    ]


def _lines(
    case: Case, requirement: str, states: Sequence[CheckState], position: int, verdicts: Sequence[_VerdictIfChanged]
) -> list[Record]:
    """List the points of one requirement that change the verdict by themselves."""
    by_reading = [
        _RequirementIfChanged(states, verdict, position) for verdict in verdicts if verdict.hangs_on(position)
    ]
    found = [line for entry in states if entry.counts and (line := _line(requirement, entry, by_reading))]
    for line in found:
        _conclude(case, line)
    return found


def _line(name: str, entry: CheckState, by_reading: list[_RequirementIfChanged]) -> Record | None:
    found = [_effects_of(requirement, entry) for requirement in by_reading]
    effects = [effect for each in found for effect in each.effects]
    if not effects:
        return None
    return {
        "check": entry.check["id"],
        "requirement": name,
        "state": entry.state,
        "conformity": entry.interval(0),
        "demonstrability": entry.interval(1),
        "decides": [reading.reading["id"] for reading, each in zip(by_reading, found, strict=True) if each.decides],
        "effects": effects,
        "standing": "estimate",
    }


def _effects_of(requirement: _RequirementIfChanged, entry: CheckState) -> _PointEffects:
    """Find what a point does in one reading; points that stand alike in one requirement do the same."""
    alike = entry.state, entry.worst, entry.best, entry.certain
    if alike not in requirement.effects:
        decides = entry.state == "open" and _decides(requirement, entry)
        requirement.effects[alike] = _PointEffects([*_ups(requirement, entry), *_downs(requirement, entry)], decides)
    return requirement.effects[alike]


def _ups(requirement: _RequirementIfChanged, entry: CheckState) -> Iterator[Record]:
    """Find the smallest raise of the point that lifts the worst verdict as far as the point can."""
    top = entry.best if entry.state == "open" else _BEST
    before = requirement.now["worst"]
    reached = requirement.with_point(entry, top)[1]["worst"]
    if not _higher(reached, before):
        return
    for target in _raises(entry.worst, top):
        results, interval = requirement.with_point(entry, target)
        if interval["worst"] == reached:
            yield _effect("up", requirement, target, results[0], (before, reached))
            return


def _raises(start: Point, top: Point) -> list[Point]:
    """List the pairs of scores between two, the one that takes least effort first."""
    ways = product(*(range(low, high + 1) for low, high in zip(start, top, strict=True)))
    return sorted(starmap(Point, ways), key=lambda way: (effort(start, way), way))


def _downs(requirement: _RequirementIfChanged, entry: CheckState) -> Iterator[Record]:
    """Find each step down that takes the best verdict out of reach."""
    before = requirement.now["best"]
    for target in [entry.worst] if entry.state == "open" else _one_step_down(entry.best):
        results, interval = requirement.with_point(entry, target)
        if _higher(before, interval["best"]):
            yield _effect("down", requirement, target, results[1], (before, interval["best"]))


def _one_step_down(point: Point) -> list[Point]:
    lower = [Point(point.conformity - 1, point.demonstrability), Point(point.conformity, point.demonstrability - 1)]
    return [each for each in lower if min(each) >= 0]


def _decides(requirement: _RequirementIfChanged, entry: CheckState) -> bool:
    ends = [requirement.with_point(entry, point)[1] for point in (entry.worst, entry.best)]
    return all(end["worst"] == end["best"] for end in ends) and ends[0] != ends[1]


def _higher(one: str, other: str) -> bool:
    return VERDICTS.index(one) > VERDICTS.index(other)


def _effect(
    direction: str, requirement: _RequirementIfChanged, target: Point, result: str, verdicts: tuple[str, str]
) -> Record:
    return {
        "direction": direction,
        "reading": requirement.reading["id"],
        **{name: step_of(score) for name, score in target._asdict().items()},
        "result": result,
        "verdict": {"from": verdicts[0], "to": verdicts[1]},
    }


def _conclude(case: Case, line: Record) -> None:
    readings: dict[str, Any] = case.norm["scoring"]["readings"]
    steps = [step("rules.calc.point", on=key_of("check", line["check"]), check=line["check"])]
    for effect in line["effects"]:
        values = {name: effect[name] for name in ("reading", "conformity", "demonstrability", "result")}
        values["scores"] = {name: effect[name] for name in Point._fields}
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
