"""Basisvereisten: what the points of `norm/requirements/` give for one candidate, per requirement and reading."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.case import Case, Record, key_of, message, step
from assessment.outcomes import UNJUDGED
from assessment.rules.check_points import CheckState, CheckStates, conclude_points
from assessment.rules.progress import point_progress, progress_of
from assessment.rules.scoring import (
    Bars,
    Point,
    Tally,
    bars_of,
    readings_of,
    result_of,
    strictest_of,
    sufficient_pairs,
    sum_of,
    tally_of,
)

__all__ = ["ResultRange", "ResultRanges", "assess_requirements", "result_range", "result_ranges", "share_at"]


ResultRange = tuple[str, str]
"""The worst and the best result of a requirement that can still come out, if it is audited."""
ResultRanges = Mapping[str, Mapping[str, ResultRange]]
"""The same by requirement and by reading."""


def result_range(states: Sequence[CheckState], reading: dict[str, Any]) -> ResultRange:
    """Return the worst and the best result of a requirement that is audited on these points.

    A requirement without one point left to score cannot be judged: it spans from failed to passed.
    """
    counted, bars = [entry for entry in states if entry.counts], bars_of(reading)
    if not counted:
        return "failed", "passed"
    worst = sum_of(share_at(entry, entry.worst, bars, "worst") for entry in counted)
    best = sum_of(share_at(entry, entry.best, bars, "best") for entry in counted)
    return result_of(worst, bars), result_of(best, bars)


def share_at(entry: CheckState, point: Point, bars: Bars, end: str) -> Tally:
    """Return what a point with these scores adds to its requirement at the `worst` or at the `best` end.

    A point that may turn out not to be about the candidate counts at the worst end, and at the best end it does not.
    Where scores add up to a percentage, it has its part only where that makes the end worse, or better.
    """
    tally = tally_of(point, entry.weight, bars)
    if entry.certain:
        return tally
    bound, keep = (min, tally) if end == "worst" else (max, Tally(0, (0, 0), (0, 0)))
    return keep._replace(margin=(bound(0, tally.margin[0]), bound(0, tally.margin[1])))


def result_ranges(case: Case, checks: CheckStates) -> ResultRanges:
    """Find for each requirement what still can come out in each reading, if it is audited."""
    return {name: case.call_memoised(_ranges_of, states, about=name) for name, states in checks.items()}


def _ranges_of(case: Case, states: Sequence[CheckState]) -> dict[str, ResultRange]:
    return {name: result_range(states, reading) for name, reading in readings_of(case.norm).items()}


def assess_requirements(case: Case, scope: Record, checks: CheckStates, ranges: ResultRanges) -> list[Record]:
    """Judge each requirement in each reading, an interval from `worst` to `best`."""
    scopes = {entry["id"]: entry["state"] for entry in scope["requirements"]}
    scanned = case.with_tables("scan")
    return [
        scanned.call_memoised(_judge, requirement, scopes[name], checks[name], ranges[name], about=name)
        for name, requirement in case.norm["requirements"].items()
    ]


def _judge(
    case: Case, requirement: Record, scope: str, states: Sequence[CheckState], ranges: Mapping[str, ResultRange]
) -> Record:
    norms, strictest = readings_of(case.norm), strictest_of(case.norm)
    readings = {name: _interval(scope, ranges[name]) for name in norms}
    progress = progress_of(scope, states, strictest)
    reason = _reason(scope, states, strictest, progress["scan"])
    conclude_points(case, requirement["id"], states)
    case.conclude("requirement", requirement, reason, steps=_steps(norms, requirement, scope, states, readings))
    return {
        "id": requirement["id"],
        "scope": scope,
        "readings": readings,
        "progress": progress,
        "checks": [_line(entry, strictest) for entry in states],
        "reason": reason,
        "standing": "estimate",
        "sources": requirement.get("sources", []),
    }


def _steps(
    norms: Record, requirement: Record, state: str, states: Sequence[CheckState], readings: Record
) -> list[Record]:
    """Say per reading which points were found short of which bar, and what that gives."""
    scope = step("rules.calc.scope", on=key_of("scope", requirement["id"]), requirement=requirement["id"], scope=state)
    if state in UNJUDGED:
        return [scope]
    found = (step for name, reading in norms.items() for step in _reading_steps(reading, states, readings[name]))
    return [scope, *found]


def _reading_steps(reading: Record, states: Sequence[CheckState], interval: Record) -> Iterator[Record]:
    """Say what a reading makes of single points, and of all their scores together where it adds those up."""
    yield _reading_step(reading, states, interval)
    bars = bars_of(reading)
    if bars.counts_shares:
        yield step(
            "rules.calc.scores_share",
            reading,
            reading=reading["id"],
            percent=_percents(states, bars),
            passed=bars.passed.percent,
            deliberated=bars.deliberated.percent if bars.deliberated else bars.passed.percent,
            found=interval,
        )


def _percents(states: Sequence[CheckState], bars: Bars) -> Record:
    """Return how much of the highest weighted score these points have together at either end, rounded down."""
    counted = [entry for entry in states if entry.counts]
    whole = bars.highest * sum(bars.weights) * sum(entry.weight for entry in counted)
    ends = {"worst": (entry.worst for entry in counted), "best": (entry.best for entry in counted)}
    scored = {
        end: sum(
            entry.weight * sum(score * weight for score, weight in zip(point, bars.weights, strict=True))
            for entry, point in zip(counted, points, strict=True)
        )
        for end, points in ends.items()
    }
    return {end: 100 * total // whole if whole else 0 for end, total in scored.items()}


def _reading_step(reading: Record, states: Sequence[CheckState], interval: Record) -> Record:
    scored = [entry for entry in states if entry.counts]
    enough = sufficient_pairs(reading)
    short = [entry.check["id"] for entry in scored if entry.best not in enough]
    perhaps = [entry.check["id"] for entry in scored if entry.worst not in enough]
    kind = "none" if not scored else "enough" if not perhaps else "short" if _is_plain(reading) else "short_only"
    return step(
        f"rules.calc.points_{kind}",
        reading,
        reading=reading["id"],
        short=short,
        open=[name for name in perhaps if name not in short],
        of=len(scored),
        bar=reading["sufficient"],
        **reading["sufficient"],
        **_allowed(reading),
        found=interval,
    )


def _is_plain(reading: Record) -> bool:
    """Whether a requirement passes when all points are sufficient, or by deliberation with few that are not."""
    saving = reading.get("deliberation", {})
    return "passed" not in reading and "lowest_score" in saving and saving.get("points_at_most", 0) > 0


def _allowed(reading: Record) -> Record:
    given = reading.get("deliberation", {})
    return {name: given[name] for name in ("points_at_most", "lowest_score") if name in given}


def _interval(state: str, found: ResultRange) -> Record:
    if state in UNJUDGED:
        return {"worst": state, "best": state}
    worst, best = found
    return {"worst": worst, "best": "exempt" if state == "unknown" else best}


def _reason(state: str, states: Sequence[CheckState], reading: dict[str, Any], scan: Record | None) -> Record:
    if state in UNJUDGED:
        return message(f"rules.requirement.{state}")
    if scan:
        return message(f"rules.requirement.scanned_{scan['says']}", questions=scan["questions"])
    scored = [entry for entry in states if entry.counts]
    enough = sufficient_pairs(reading)
    low = [entry for entry in scored if entry.best not in enough]
    short = [entry.check["id"] for entry in low if entry.is_given]
    in_order = [entry for entry in scored if entry.state == "answered" and entry.best in enough]
    if not scored:
        return message("rules.requirement.nothing_left")
    if not short and (low or not in_order):
        return message(f"rules.requirement.{'scanned_low' if low else 'open'}")
    still_open = len(scored) - len(short) - len(in_order)
    kind = ("short" if short else "enough") + ("_and_open" if still_open else "")
    return message(f"rules.requirement.{kind}", points=short, open=still_open, of=len(scored))


def _line(entry: CheckState, strict: Record) -> Record:
    return {
        "id": entry.check["id"],
        "state": entry.state,
        "decides": entry.decides,
        "progress": point_progress(entry, strict),
        "conformity": entry.interval(0, strict["scale"]),
        "demonstrability": entry.interval(1, strict["scale"]),
        "scanned": list(entry.scanned),
        "standing": entry.check["standing"],
        "sources": entry.check.get("sources", []),
    }
