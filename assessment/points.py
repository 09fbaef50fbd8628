"""Controlepunten: why each point is sufficient in a reading, or is not, or is not scored at all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assessment.case import Case, Message, Record, message, step
from assessment.predicates import fields_of
from assessment.scoring import READINGS, Point, step_of, sufficient_pairs

if TYPE_CHECKING:
    from assessment.requirements import Asked

__all__ = ["conclude_points"]


def conclude_points(case: Case, requirement: str, asked: "Sequence[Asked]") -> None:
    """Write down for each point which scores it has, or may still get, and in which readings they suffice."""
    scanned = case.answers.get("scan", {}).get(requirement)
    for entry in asked:
        steps = []
        if scanned and entry.state == "open":
            steps.append(_scan_step(case, requirement, scanned))
        if entry.counts:
            steps.append(_sufficient_step(case, entry))
        case.conclude("check", entry.check, _reason(entry), fields_of(entry.check.get("applies_when")), steps)


def _reason(entry: "Asked") -> Message:
    if not entry.counts:
        return message(f"rules.check.{entry.state}")
    ends = zip(Point._fields, entry.worst, entry.best, strict=True)
    spans = {name: {"worst": step_of(worst), "best": step_of(best)} for name, worst, best in ends}
    return message(f"rules.check.{entry.state}", **spans)


def _scan_step(case: Case, requirement: str, answer: str) -> Record:
    scan = case.norm["scoring"]["scan"]
    return step("rules.calc.scan", scan, requirement=requirement, answer=answer, found=scan["spans"][answer])


def _sufficient_step(case: Case, entry: "Asked") -> Record:
    readings = case.norm["scoring"]["readings"]
    found = {name: _sufficient(entry, readings[name]) for name in READINGS}
    return step("rules.calc.sufficient", readings[READINGS[0]], **found)


def _sufficient(entry: "Asked", reading: dict[str, Any]) -> str:
    """Tell whether a point suffices in a reading: `yes`, `no`, or `unknown` while it hangs on open scores."""
    enough = sufficient_pairs(reading)
    return "yes" if entry.worst in enough else "unknown" if entry.best in enough else "no"
