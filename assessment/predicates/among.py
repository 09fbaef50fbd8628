"""Predicates that look for an answer: `equals` and `in`."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.predicates.kind import Clause, Facts, Kind, Read, Steps, Truth, Words

__all__ = ["Equals", "In"]


class Equals(Kind):
    """The answer is this one."""

    def holds(self, terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Compare the answer."""
        del norm
        known = facts.get(terms["field"])
        return None if known is None else bool(known == terms["value"])

    def reads(self, terms: Mapping[str, Any]) -> Sequence[Read]:
        """Return the field."""
        return (Read(("field",), terms["field"], ("choice", "yes_no", "count")),)

    def values(self, terms: Mapping[str, Any]) -> Sequence[tuple[Steps, str]]:
        """Return where the value stands."""
        return ((("value",), terms["field"]),)

    def clause(self, terms: Mapping[str, Any], words: Words, *, holds: bool) -> Clause:
        """Say the answer."""
        return words.among(terms["field"], [terms["value"]], holds=holds)


class In(Kind):
    """The answer, or one of several answers, is among these."""

    def holds(self, terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Look the answer up."""
        del norm
        known = facts.get(terms["field"])
        if known is None:
            return None
        wanted = terms["values"]
        return any(value in wanted for value in known) if isinstance(known, list) else known in wanted

    def reads(self, terms: Mapping[str, Any]) -> Sequence[Read]:
        """Return the field."""
        return (Read(("field",), terms["field"], ("choice", "choices", "count")),)

    def values(self, terms: Mapping[str, Any]) -> Sequence[tuple[Steps, str]]:
        """Return where the values stand."""
        return [(("values", index), terms["field"]) for index in range(len(terms["values"]))]

    def clause(self, terms: Mapping[str, Any], words: Words, *, holds: bool) -> Clause:
        """Say the answers."""
        return words.among(terms["field"], terms["values"], holds=holds)
