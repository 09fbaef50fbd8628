"""Predicates made of others: `all`, `any` and `not`."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.predicates.kind import Clause, Facts, Kind, Predicate, Steps, Truth, Words, evaluate

__all__ = ["Joined", "Not"]


class Joined(Kind):
    """`all` is no as soon as one part is no, `any` is yes as soon as one part is yes."""

    def __init__(self, name: str, *, settled_by: bool) -> None:
        self._name = name
        self._settled_by = settled_by

    def holds(self, terms: Sequence[Predicate], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Return the truth that settles it if any part has that; else it hangs on what is unknown."""
        whole: Truth = not self._settled_by
        for part in terms:
            truth = evaluate(part, facts, norm)
            if truth is self._settled_by:
                return truth
            whole = None if truth is None else whole
        return whole

    def parts(self, terms: Sequence[Predicate]) -> Sequence[tuple[Steps, Predicate]]:
        """Return each part."""
        return [((index,), part) for index, part in enumerate(terms)]

    def clause(self, terms: Sequence[Predicate], words: Words, *, holds: bool) -> Clause:
        """Say the parts; a list within a list of the same kind is one list."""
        parts = [words.of(part) for part in terms]
        if len(parts) == 1 and holds:
            return parts[0]
        flat = [inner for part in parts for inner in (part.parts if part.kind == self._name else (part,))]
        return Clause(kind=self._name if holds else f"not_{self._name}", parts=tuple(flat))


class Not(Kind):
    """Turns an answer round, and leaves the unknown."""

    def holds(self, terms: Predicate, facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Answer the other way."""
        truth = evaluate(terms, facts, norm)
        return None if truth is None else not truth

    def parts(self, terms: Predicate) -> Sequence[tuple[Steps, Predicate]]:
        """Return what is turned round."""
        return [((), terms)]

    def clause(self, terms: Predicate, words: Words, *, holds: bool) -> Clause:
        """Say the opposite."""
        return words.of(terms, holds=not holds)
