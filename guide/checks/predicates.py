"""Predicates: each asks of a field something that the field can answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.predicates import KINDS
from assessment.validity import states_of
from guide.checks.fields import TODAY, fault_of_field, fault_of_value
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_predicates"]

# The keys under which the schemas have a predicate.
_KEYS = frozenset(
    {
        "applies_when",
        "asked_when",
        "conditional_unless",
        "contradicts_when",
        "done_when",
        "later_when",
        "met_when",
        "needed_when",
    }
)
# What a question can hang on: the page works it out by itself (`frontend/form/asked-when.ts`).
_OF_THE_PAGE = ("all", "any", "not", "equals", "in", "at_least", "more_than")


def check_predicates(parsed: ParsedNorm) -> Iterator[Fault]:
    """Unknown fields, values that a field never has, and questions that do not suit its kind."""
    for node in parsed.walk():
        if node.path and node.path[-1] in _KEYS and isinstance(node.value, dict):
            yield from _predicate(parsed, node)
            # What a document is called, the page works out too.
            if node.path[-1] == "asked_when" or "titles" in node.path[1:]:
                yield from _beyond_the_page(node)


def _beyond_the_page(node: Node) -> Iterator[Fault]:
    """Days and figures of the norm, on which no question can hang."""
    for name, terms in node.value.items():
        kind, place = KINDS[name], _below(node, name)
        if name not in _OF_THE_PAGE:
            yield place.fault("check.asked_beyond", at_key=True, kind=name, fits=_OF_THE_PAGE)
        for steps in kind.figures(terms):
            yield _below(place, *steps).fault("check.asked_figure", at_key=True)
        for steps, _ in kind.parts(terms):
            yield from _beyond_the_page(_below(place, *steps))


def _below(node: Node, *steps: str | int) -> Node:
    return Node(node.document, (*node.path, *steps))


def _predicate(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    for name, terms in node.value.items():
        kind, place = KINDS[name], _below(node, name)
        for steps, _ in kind.parts(terms):
            yield from _predicate(parsed, _below(place, *steps))
        for read in kind.reads(terms):
            yield from _field(parsed, _below(place, *read.steps), read.fits)
        for steps, field in kind.values(terms):
            value = _below(place, *steps)
            yield from fault_of_value(parsed, value, field, value.value)
        for steps in kind.figures(terms):
            yield from _figure(parsed, _below(place, *steps))


def _field(parsed: ParsedNorm, node: Node, fits: tuple[str, ...]) -> Iterator[Fault]:
    if node.value != TODAY:
        yield from fault_of_field(parsed, node, node.value, fits)
    elif "date" not in fits:
        yield node.fault("check.today_unfit")


def _figure(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    """A fault unless it names a fact or a rule that has one amount, whenever it holds."""
    yield from dangling(parsed, node, node.value, "element")
    found = parsed.elements("fact").get(node.value) or parsed.elements("rule").get(node.value)
    if node.value in parsed.elements("element") and not (found and _has_amount(found.value)):
        yield node.fault("check.figure_no_amount", id=node.value)


def _has_amount(element: Mapping[str, Any]) -> bool:
    """Whether an element has one whole number as its figure, in each of its states."""
    return all(isinstance(state.get("value", {}).get("amount"), int) for state in states_of(element))
