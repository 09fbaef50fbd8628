"""Resultaat: the verdict on the whole audit in each reading that `norm/scoring.yaml` lists."""

from collections.abc import Iterator, Sequence

from assessment.case import Case, Record, key_of, message, step
from assessment.outcomes import NOT_REQUIRED
from assessment.predicates import Truth
from assessment.rules.requirements import ResultRange, ResultRanges
from assessment.rules.scope import Alternatives, can_end_conditionally, is_limited
from assessment.rules.scoring import readings_of, verdict, verdict_order

__all__ = ["assess_outcome", "interval_of"]


_ENDS = ("worst", "best")
_BARS = ("failed_at_most", "passed_at_least", "passed_percent")


def assess_outcome(
    case: Case, scope: Record, requirements: list[Record], ranges: ResultRanges, alternatives: Alternatives
) -> Record:
    """Judge the audit as a whole: per reading the worst and the best verdict that can still come out.

    `robust` says that the readings agree on one verdict, whatever is still open. An interval is `limited` when
    the audit is that of a starter, which is positive or not yet.

    Args:
        case: The candidate.
        scope: What is audited.
        requirements: What was judged of each requirement.
        ranges: What can still come out of each requirement.
        alternatives: What `scope.alternatives_of` listed.
    """
    readings = readings_of(case.norm)
    if scope["audit_required"] is False:
        intervals = {name: {"worst": NOT_REQUIRED, "best": NOT_REQUIRED} for name in readings}
    else:
        limited = {"limited": True} if is_limited(case) else {}
        intervals = {name: _interval(case, name, ranges, alternatives) | limited for name in readings}
    verdicts = {interval[end] for interval in intervals.values() for end in _ENDS}
    reason = _reason(intervals, verdicts)
    for name, reading in readings.items():
        steps = _steps(case, reading, scope, requirements)
        case.conclude(
            "outcome", reading, message("rules.outcome.reading", found=intervals[name]), ["application"], steps
        )
    whole = {"id": "outcome", "standing": "estimate"}
    case.conclude("headline", whole, reason, steps=[_verdict_step(name, intervals[name]) for name in readings])
    return {
        **intervals,
        "robust": len(verdicts) == 1,
        "reason": reason,
        "standing": "estimate",
    }


def _verdict_step(reading: str, interval: Record) -> Record:
    return step("rules.calc.verdict", on=key_of("outcome", reading), reading=reading, found=interval)


def _steps(case: Case, reading: Record, scope: Record, requirements: list[Record]) -> list[Record]:
    """Name the result of each requirement in this reading, and what the reading makes of them together."""
    results = [
        step(
            "rules.calc.result",
            on=key_of("requirement", entry["id"]),
            requirement=entry["id"],
            found=entry["readings"][reading["id"]],
        )
        for entry in requirements
    ]
    if scope["audit_required"] is False:
        return results
    return [*results, *_bar_steps(reading, can_end_conditionally(case))]


def _bar_steps(reading: Record, exists: Truth) -> Iterator[Record]:
    """Say what each verdict takes, the best first, and which of those in between this kind of audit has."""
    for index, bar in enumerate(reading["verdicts"]):
        if index and exists is not True:
            yield step(f"rules.calc.verdict_{'excluded' if exists is False else 'unknown'}", reading, verdict=bar["id"])
        if index and exists is False:
            continue
        for name in (name for name in _BARS if name in bar):
            kind = "none_failed" if (name, bar[name]) == ("failed_at_most", 0) else name
            yield step(f"rules.calc.{kind}", reading, verdict=bar["id"], number=bar[name])
    yield step("rules.calc.otherwise", reading, verdict=reading["otherwise"])


def _interval(case: Case, name: str, ranges: ResultRanges, alternatives: Alternatives) -> Record:
    reading = case.norm["scoring"]["readings"][name]
    return interval_of(reading, [found[name] for found in ranges.values()], alternatives)


def interval_of(reading: Record, ranges: Sequence[ResultRange], alternatives: Alternatives) -> Record:
    """Take the worst and the best verdict over every way in which the scope may turn out (its possible worlds).

    Args:
        reading: One of the norm's readings.
        ranges: The worst and the best result of each requirement if it is audited, in the norm's order.
        alternatives: What `scope.alternatives_of` listed.
    """
    found: list[str] = []
    for states, conditional_exists in alternatives:
        for end in (0, 1):
            results = [ranges[i][end] if state == "audited" else state for i, state in enumerate(states)]
            found.append(verdict(results, reading, conditional_exists=conditional_exists))
    order = verdict_order(reading)
    return {"worst": min(found, key=order.index), "best": max(found, key=order.index)}


def _reason(intervals: Record, ends: set[str]) -> Record:
    likely = intervals["likely"]
    if ends == {NOT_REQUIRED}:
        return message("rules.outcome.no_audit")
    if len(ends) == 1:
        return message("rules.outcome.robust", found=likely)
    return message(f"rules.outcome.{'readings_differ' if likely['worst'] == likely['best'] else 'open'}", found=likely)
