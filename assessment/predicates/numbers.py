"""Predicates that compare a number, or the sum of several: `at_least` and `more_than`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assessment.predicates.kind import NO_ANSWER, Clause, Facts, Kind, Read, Steps, Truth, Words
from assessment.validity import state_in_force

__all__ = ["Compared"]


class Compared(Kind):
    """The number, or the sum, is beyond a bound.

    Args:
        beyond: Whether a number is beyond a bound.
        said: The messages that say so and that deny it.
    """

    def __init__(self, beyond: Callable[[int, int], bool], said: tuple[str, str]) -> None:
        self._beyond = beyond
        self._said = said

    def holds(self, terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Compare the number with the bound."""
        bound = _bound(terms, facts, norm)
        known = [facts.get(name) for name in _names(terms)]
        given = [number for number in known if number is not None and number != NO_ANSWER]
        if bound is None:
            return None
        if None not in known:
            return bool(given) and self._beyond(sum(given), bound)
        # A number that is not known yet is no less than nothing: what is beyond already stays so.
        return True if given and self._beyond(sum(given), bound) else None

    def reads(self, terms: Mapping[str, Any]) -> Sequence[Read]:
        """Return the field, or those that are added."""
        if "sum" in terms:
            return [Read(("sum", index), name, ("count",)) for index, name in enumerate(terms["sum"])]
        return (Read(("field",), terms["field"], ("count",)),)

    def figures(self, terms: Mapping[str, Any]) -> Sequence[Steps]:
        """Return where the element stands whose figure is the bound."""
        return (("figure_of",),) if "figure_of" in terms else ()

    def clause(self, terms: Mapping[str, Any], words: Words, *, holds: bool) -> Clause:
        """Say the bound."""
        answer = words.message(self._said[not holds], value=words.number(terms))
        if "sum" not in terms:
            return words.answered(terms["field"], answer)
        names = words.message("and").join(words.name(name) for name in terms["sum"])
        return Clause(words.message("sum", names=names, answer=answer))


def _names(terms: Mapping[str, Any]) -> Sequence[str]:
    names: Sequence[str] = terms["sum"] if "sum" in terms else (terms["field"],)
    return names


def _bound(terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> int | None:
    """Return the bound itself, or the figure of a fact or a rule on the day; nothing where none was in force."""
    if "value" in terms:
        return int(terms["value"])
    name = terms["figure_of"]
    element = norm["facts"].get(name) or norm["scheme"]["rules"][name]
    state = state_in_force(element, facts["date"])
    return None if state is None else int(state["value"]["amount"])
