"""Counts over the results of a batch, read one by one: memory grows with what is counted, not with how many are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["NO_AUDIT", "UNKNOWN", "Group", "counted"]

NO_AUDIT = "no_audit"
"""Stands for the outcome of whoever needs no audit."""

UNKNOWN = ""
"""The group of whoever left the question open."""

Result = Mapping[str, Any]


@dataclass
class Group:
    """What was counted of some candidates.

    Attributes:
        number: How many there are.
        outcomes: By scenario, how many have each outcome: its worst and best, with whether the audit is a limited one.
        requirements: By requirement, how many stand how.
        points: How many have each point to do.
        asked: From how many it is asked.
        missing: How many lack each document.
        needed: How many need it.
        minutes: How many have an audit of so many minutes.
        cents: How many have one of this price.
    """

    number: int = 0
    outcomes: dict[str, Counter[tuple[str, str, bool] | str]] = field(default_factory=dict)
    requirements: dict[str, Counter[str]] = field(default_factory=dict)
    points: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    needed: Counter[str] = field(default_factory=Counter)
    minutes: Counter[int] = field(default_factory=Counter)
    cents: Counter[int] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        """Count one candidate."""
        self.number += 1
        for reading, found in result["outcome"].items():
            self.outcomes.setdefault(reading, Counter())[_outcome(result, found)] += 1
        for name, state in result["requirements"].items():
            self.requirements.setdefault(name, Counter())[state] += 1
        self.asked.update(list(result["checks"]))
        self.points.update(name for name, state in result["checks"].items() if state == "to_do")
        self.needed.update(list(result["documents"]))
        self.missing.update(name for name, state in result["documents"].items() if state == "missing")
        if result["minutes"]:
            self.minutes[result["minutes"]["likely"]] += 1
            self.cents[result["cents"]["likely"]] += 1


def counted(results: Iterable[Result], by: str | None = None) -> dict[str, Group]:
    """Count results, all together or by the answer to a question about the situation.

    Args:
        results: Lines of a batch.
        by: The field of the profile; each candidate is in one group, also where several answers were given.

    Returns:
        The groups by their answer, in alphabetical order; the whole under an empty name.
    """
    groups: dict[str, Group] = {}
    for result in results:
        groups.setdefault(_answer(result["profile"].get(by)) if by else UNKNOWN, Group()).add(result)
    return dict(sorted(groups.items()))


def _outcome(result: Result, found: Mapping[str, Any]) -> tuple[str, str, bool] | str:
    return (
        NO_AUDIT if result["audit_required"] is False else (found["worst"], found["best"], found.get("limited", False))
    )


def _answer(value: Any) -> str:
    if value is None or value == []:
        return UNKNOWN
    if isinstance(value, list):
        return "+".join(sorted(value))
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
