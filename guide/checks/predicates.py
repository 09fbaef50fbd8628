"""Predicates: each asks of a field something that the field can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from guide.checks.fields import TODAY, fault_of_field, fault_of_value
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["KINDS", "check_predicates"]

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


def check_predicates(parsed: ParsedNorm) -> Iterator[Fault]:
    """Unknown fields, values that a field never has, and questions that do not suit its kind."""
    for node in parsed.walk():
        if node.path and node.path[-1] in _KEYS and isinstance(node.value, dict):
            yield from _predicate(parsed, node)


def _below(node: Node, *steps: str | int) -> Node:
    return Node(node.document, (*node.path, *steps))


def _predicate(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    for kind in node.value:
        yield from KINDS[kind](parsed, _below(node, kind))


def _parts(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    for index in range(len(node.value)):
        yield from _predicate(parsed, _below(node, index))


def _equals(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    yield from _field(parsed, node, ("choice", "yes_no", "count"))
    yield from _value(parsed, node, "value")


def _in(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    yield from _field(parsed, node, ("choice", "choices", "count"))
    for index in range(len(node.value["values"])):
        yield from _value(parsed, node, "values", index)


def _at_least(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    yield from _field(parsed, node, ("count",))
    if "figure_of" in node.value:
        yield from _figure(parsed, _below(node, "figure_of"))


def _figure(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    """A fault unless it names a fact or a rule that has one amount, whenever it holds."""
    yield from dangling(parsed, node, node.value, "element")
    found = parsed.elements("fact").get(node.value) or parsed.elements("rule").get(node.value)
    if node.value in parsed.elements("element") and not (found and _has_amount(found.value)):
        yield node.fault("check.figure_no_amount", id=node.value)


def _has_amount(element: Mapping[str, Any]) -> bool:
    """Whether an element has one whole number as its figure, in each of its states."""
    states = element.get("states", [element])
    return all(isinstance(state.get("value", {}).get("amount"), int) for state in states)


def _on_or_after(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    for key in ("field", "other"):
        if node.value.get(key, TODAY) != TODAY:
            yield from fault_of_field(parsed, _below(node, key), node.value[key], ("date",))


def _field(parsed: ParsedNorm, node: Node, fits: tuple[str, ...]) -> Iterator[Fault]:
    name = node.value["field"]
    if name == TODAY:
        yield node.fault("check.today_unfit", "field")
    else:
        yield from fault_of_field(parsed, _below(node, "field"), name, fits)


def _value(parsed: ParsedNorm, node: Node, *steps: str | int) -> Iterator[Fault]:
    place: Any = _below(node, *steps)
    yield from fault_of_value(parsed, place, node.value["field"], place.value)


KINDS: Mapping[str, Callable[[ParsedNorm, Node], Iterator[Fault]]] = {
    "all": _parts,
    "any": _parts,
    "not": _predicate,
    "equals": _equals,
    "in": _in,
    "at_least": _at_least,
    "more_than": _at_least,
    "on_or_after": _on_or_after,
}
"""How each kind of predicate is checked, as `assessment.predicates.KINDS` has them."""
