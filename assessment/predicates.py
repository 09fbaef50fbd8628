"""Predicates: questions about the profile that the norm asks as data; the answer is yes, no or unknown (`None`).

The logic is Kleene's three-valued one: `all` is no as soon as one part is no, `any` is yes as soon as one part is yes,
and whatever hangs on a missing fact is unknown. One function per kind, in one table.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from assessment.periods import add_period, period_of
from assessment.validity import state_in_force

__all__ = ["KINDS", "NO_ANSWER", "Facts", "Truth", "evaluate", "fields_of"]

Truth = bool | None
Facts = Mapping[str, Any]
"""Profile fields by name (`sites.belgium` for a nested one) and `date`; a missing field is unknown."""

NO_ANSWER: tuple[()] = ()
"""In the place of the answer to a question that is not asked: it is none of the values that one may look for."""

_Evaluator = Callable[[Any, Facts, Mapping[str, Any]], Truth]


def _all(parts: list[Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
    return _joined(parts, facts, norm, settled_by=False)


def _any(parts: list[Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
    return _joined(parts, facts, norm, settled_by=True)


def _joined(parts: list[Any], facts: Facts, norm: Mapping[str, Any], *, settled_by: bool) -> Truth:
    """Return the truth that settles it if any part has that; else it hangs on what is unknown."""
    whole: Truth = not settled_by
    for part in parts:
        truth = evaluate(part, facts, norm)
        if truth is settled_by:
            return truth
        whole = None if truth is None else whole
    return whole


def _not(part: Any, facts: Facts, norm: Mapping[str, Any]) -> Truth:
    truth = evaluate(part, facts, norm)
    return None if truth is None else not truth


def _equals(terms: Mapping[str, Any], facts: Facts, _norm: Mapping[str, Any]) -> Truth:
    known = facts.get(terms["field"])
    return None if known is None else bool(known == terms["value"])


def _in(terms: Mapping[str, Any], facts: Facts, _norm: Mapping[str, Any]) -> Truth:
    known = facts.get(terms["field"])
    if known is None:
        return None
    wanted = terms["values"]
    return any(value in wanted for value in known) if isinstance(known, list) else known in wanted


def _at_least(terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
    known, bound = facts.get(terms["field"]), _bound(terms, facts, norm)
    return None if known is None or bound is None else known != NO_ANSWER and bool(known >= bound)


def _more_than(terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
    known, bound = facts.get(terms["field"]), _bound(terms, facts, norm)
    return None if known is None or bound is None else known != NO_ANSWER and bool(known > bound)


def _bound(terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> int | None:
    """Return the bound itself, or the figure of a fact or a rule on the day; nothing where none was in force."""
    if "value" in terms:
        return int(terms["value"])
    name = terms["figure_of"]
    element = norm["facts"].get(name) or norm["scheme"]["rules"][name]
    state = state_in_force(element, facts["date"])
    return None if state is None else int(state["value"]["amount"])


def _on_or_after(terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
    known = facts.get(terms["field"])
    bound = terms["value"] if "value" in terms else facts.get(terms["other"])
    if known is None or bound is None:
        return None
    if NO_ANSWER in {known, bound}:
        return False
    period = period_of(norm, terms.get("plus", {}))
    try:
        limit = add_period(date.fromisoformat(bound), period)
    except OverflowError:  # beyond the end of the calendar is never reached, before its start always
        return sum(period.values()) < 0
    return date.fromisoformat(known) >= limit


KINDS: Mapping[str, _Evaluator] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "equals": _equals,
    "in": _in,
    "at_least": _at_least,
    "more_than": _more_than,
    "on_or_after": _on_or_after,
}
"""Every kind of predicate. A new kind is a function here, one that checks it in `guide/checks/predicates.py`, one that
puts it into a clause in `guide/pages/predicates/clauses.py`, and its terms in `schemas/common.schema.json`.
"""


def evaluate(predicate: Mapping[str, Any] | None, facts: Facts, norm: Mapping[str, Any]) -> Truth:
    """Answer a predicate from the facts; no predicate at all means always yes.

    Args:
        predicate: A map with one key, the kind of predicate.
        facts: What is known of the candidate, and `date`.
        norm: The checked norm, from which periods borrow their length.
    """
    if predicate is None:
        return True
    ((kind, terms),) = predicate.items()
    return KINDS[kind](terms, facts, norm)


def fields_of(predicate: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield the name of each field that a predicate reads, in the order in which it names them."""
    for kind, terms in (predicate or {}).items():
        if kind in {"all", "any"}:
            for part in terms:
                yield from fields_of(part)
        elif kind == "not":
            yield from fields_of(terms)
        else:
            yield terms["field"]
            if "other" in terms:
                yield terms["other"]
