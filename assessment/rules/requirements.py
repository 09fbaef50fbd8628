"""Basisvereisten: what the check points of one candidate give per requirement and reading."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.case import Case, Record, key_of, message, step
from assessment.rules.check_points import CheckState, CheckStates, conclude_points
from assessment.rules.progress import point_progress, progress_of
from assessment.rules.scoring import READINGS, UNJUDGED, requirement_result, sufficient_pairs

__all__ = ["ResultRange", "ResultRanges", "assess_requirements", "result_range", "result_ranges"]


ResultRange = tuple[str, str]
"""The worst and the best result of a requirement that can still come out, if it is audited."""
ResultRanges = Mapping[str, Mapping[str, ResultRange]]
"""The same by requirement and by reading."""


def result_range(states: Sequence[CheckState], reading: dict[str, Any]) -> ResultRange:
    """Return the worst and the best result of a requirement that is audited on these points.

    A requirement without one point left to score cannot be judged: it spans from failed to passed.
    """
    worst = [entry.worst for entry in states if entry.counts]
    best = [entry.best for entry in states if entry.counts and entry.certain]
    if not worst:
        return "failed", "passed"
    return requirement_result(worst, reading), requirement_result(best, reading)


def result_ranges(case: Case, checks: CheckStates) -> ResultRanges:
    """Find for each requirement what still can come out in each reading, if it is audited."""
    return {name: case.call_memoised(_ranges_of, states, about=name) for name, states in checks.items()}


def _ranges_of(case: Case, states: Sequence[CheckState]) -> dict[str, ResultRange]:
    readings = case.norm["scoring"]["readings"]
    return {name: result_range(states, readings[name]) for name in READINGS}


def assess_requirements(case: Case, scope: Record, checks: CheckStates, ranges: ResultRanges) -> list[Record]:
    """Judge each requirement in the three readings, each an interval from `worst` to `best`."""
    scopes = {entry["id"]: entry["state"] for entry in scope["requirements"]}
    scanned = case.with_tables("scan")
    return [
        scanned.call_memoised(_judge, requirement, scopes[name], checks[name], ranges[name], about=name)
        for name, requirement in case.norm["requirements"].items()
    ]


def _judge(
    case: Case, requirement: Record, scope: str, states: Sequence[CheckState], ranges: Mapping[str, ResultRange]
) -> Record:
    norms = case.norm["scoring"]["readings"]
    readings = {name: _interval(scope, ranges[name]) for name in READINGS}
    progress = progress_of(scope, states, norms["strict"])
    reason = _reason(scope, states, norms["strict"], progress["scan"])
    conclude_points(case, requirement["id"], states)
    case.conclude("requirement", requirement, reason, steps=_steps(norms, requirement, scope, states, readings))
    return {
        "id": requirement["id"],
        "scope": scope,
        "readings": readings,
        "progress": progress,
        "checks": [_line(entry, norms["strict"]) for entry in states],
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
    return [scope, *(_reading_step(norms[name], states, readings[name]) for name in READINGS)]


def _reading_step(reading: Record, states: Sequence[CheckState], interval: Record) -> Record:
    scored = [entry for entry in states if entry.counts]
    enough = sufficient_pairs(reading)
    short = [entry.check["id"] for entry in scored if entry.best not in enough]
    perhaps = [entry.check["id"] for entry in scored if entry.worst not in enough]
    kind = "none" if not scored else "short" if perhaps else "enough"
    return step(
        f"rules.calc.points_{kind}",
        reading,
        reading=reading["id"],
        short=short,
        open=[name for name in perhaps if name not in short],
        of=len(scored),
        bar=reading["sufficient"],
        **reading["sufficient"],
        **reading["deliberation"],
        found=interval,
    )


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
        "conformity": entry.interval(0),
        "demonstrability": entry.interval(1),
        "scanned": list(entry.scanned),
        "standing": entry.check["standing"],
        "sources": entry.check.get("sources", []),
    }
