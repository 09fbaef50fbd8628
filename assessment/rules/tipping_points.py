"""Kantelpunten: a sensitivity analysis, one check point at a time: which change the verdict all by themselves?

Everything else stays as it is, open or answered; only one point changes. What is said of it is certain:

- `up`: with this point at its best (both scores the highest; an open point: the best that can still come out), the
  worst verdict that can still come out is higher than now. The raise that is named is the smallest that gives it.
- `down`: with one score of this point one step lower (an open point: at the worst that can still come out), the best
  verdict that can still come out is lower than now.
- `decides`: an open point after whose answer nothing is left to decide in a reading: at its best the verdict is one,
  at its worst another.

A point that is not audited, or not scored, tips nothing. Only the requirement of the point is judged anew, and each
of its few possible results is weighed once.
"""

from collections.abc import Iterator, Sequence
from itertools import product, starmap
from typing import NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.rules.cheapest_sums import effort
from assessment.rules.check_points import CheckState, CheckStates
from assessment.rules.outcome import interval_of
from assessment.rules.requirements import ResultRange, ResultRanges, share_at
from assessment.rules.scope import MAY_BE_AUDITED, Alternatives
from assessment.rules.scoring import Point, Tally, bars_of, readings_of, result_of, step_of, sum_of, verdict_order

__all__ = ["assess_tipping"]


class _VerdictIfChanged:
    """Weighs the whole audit in one reading when the results of one requirement change."""

    def __init__(self, reading: Record, ranges: Sequence[ResultRange], alternatives: Alternatives) -> None:
        self.reading = reading
        self._alternatives = alternatives
        self._ranges = ranges
        self._known: dict[tuple[int, ResultRange], Record] = {}
        self.now = interval_of(reading, self._ranges, alternatives)
        self.bars = bars_of(reading)
        self.order = verdict_order(reading)

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


class _PointEffects(NamedTuple):
    """What changing one point does in one reading."""

    effects: list[Record]
    decides: bool


class _RequirementIfChanged:
    """One requirement in one reading, on which single points are changed."""

    def __init__(self, states: Sequence[CheckState], verdict: _VerdictIfChanged, position: int) -> None:
        self.reading = verdict.reading
        self.now = verdict.now
        self.bars = verdict.bars
        self.order = verdict.order
        self.effects: dict[tuple[str, Point, Point, bool, int], _PointEffects] = {}
        self._verdict = verdict
        self._position = position
        counted = [entry for entry in states if entry.counts]
        self._worst = sum_of(share_at(entry, entry.worst, self.bars, "worst") for entry in counted)
        self._best = sum_of(share_at(entry, entry.best, self.bars, "best") for entry in counted)

    def with_point(self, entry: CheckState, point: Point) -> tuple[ResultRange, Record]:
        """Return the results of the requirement with this point instead, and the interval of verdicts they give."""
        worst = self._instead(self._worst, entry, (entry.worst, point), "worst")
        best = self._instead(self._best, entry, (entry.best, point), "best")
        found = result_of(worst, self.bars), result_of(best, self.bars)
        return found, self._verdict.interval(self._position, found)

    def _instead(self, total: Tally, entry: CheckState, points: tuple[Point, Point], end: str) -> Tally:
        gone, come = (share_at(entry, point, self.bars, end) for point in points)
        return sum_of([total, _negative(gone), come])


def _negative(tally: Tally) -> Tally:
    return Tally(-tally.short, (-tally.low[0], -tally.low[1]), (-tally.margin[0], -tally.margin[1]))


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
    return [
        _VerdictIfChanged(reading, [found[name] for found in ranges.values()], alternatives)
        for name, reading in readings_of(case.norm).items()
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
        "conformity": entry.interval(0, by_reading[0].reading["scale"]),
        "demonstrability": entry.interval(1, by_reading[0].reading["scale"]),
        "decides": [reading.reading["id"] for reading, each in zip(by_reading, found, strict=True) if each.decides],
        "effects": effects,
        "standing": "estimate",
    }


def _effects_of(requirement: _RequirementIfChanged, entry: CheckState) -> _PointEffects:
    """Find what a point does in one reading; points that stand alike in one requirement do the same."""
    alike = entry.state, entry.worst, entry.best, entry.certain, entry.weight
    if alike not in requirement.effects:
        decides = entry.state == "open" and _decides(requirement, entry)
        requirement.effects[alike] = _PointEffects([*_ups(requirement, entry), *_downs(requirement, entry)], decides)
    return requirement.effects[alike]


def _ups(requirement: _RequirementIfChanged, entry: CheckState) -> Iterator[Record]:
    """Find the smallest raise of the point that lifts the worst verdict as far as the point can."""
    highest = requirement.bars.highest
    top = entry.best if entry.state == "open" else Point(highest, highest)
    before = requirement.now["worst"]
    reached = requirement.with_point(entry, top)[1]["worst"]
    if not _higher(requirement, reached, before):
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
        if _higher(requirement, before, interval["best"]):
            yield _effect("down", requirement, target, results[1], (before, interval["best"]))


def _one_step_down(point: Point) -> list[Point]:
    lower = [Point(point.conformity - 1, point.demonstrability), Point(point.conformity, point.demonstrability - 1)]
    return [each for each in lower if min(each) >= 0]


def _decides(requirement: _RequirementIfChanged, entry: CheckState) -> bool:
    ends = [requirement.with_point(entry, point)[1] for point in (entry.worst, entry.best)]
    return all(end["worst"] == end["best"] for end in ends) and ends[0] != ends[1]


def _higher(requirement: _RequirementIfChanged, one: str, other: str) -> bool:
    return requirement.order.index(one) > requirement.order.index(other)


def _effect(
    direction: str, requirement: _RequirementIfChanged, target: Point, result: str, verdicts: tuple[str, str]
) -> Record:
    scale = requirement.reading["scale"]
    return {
        "direction": direction,
        "reading": requirement.reading["id"],
        **{name: step_of(score, scale) for name, score in zip(target._fields, target, strict=True)},
        "result": result,
        "verdict": {"from": verdicts[0], "to": verdicts[1]},
    }


def _conclude(case: Case, line: Record) -> None:
    readings = readings_of(case.norm)
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
