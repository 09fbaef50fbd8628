"""Predicates: each asks of a field something that the field can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from guide.checks.fields import TODAY, fault_of_field, fault_of_value
from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["KINDS", "check_predicates"]

# The keys under which the schemas have a predicate.
_KEYS = frozenset({"applies_when", "met_when", "needed_when", "asked_when", "done_when"})


def check_predicates(draft: Draft) -> Iterator[Fault]:
    """Unknown fields, values that a field never has, and questions that do not suit its kind."""
    for spot in draft.walk():
        if spot.path and spot.path[-1] in _KEYS and isinstance(spot.value, dict):
            yield from _predicate(draft, spot)


def _below(spot: Spot, *steps: str | int) -> Spot:
    return Spot(spot.document, (*spot.path, *steps))


def _predicate(draft: Draft, spot: Spot) -> Iterator[Fault]:
    for kind in spot.value:
        yield from KINDS[kind](draft, _below(spot, kind))


def _parts(draft: Draft, spot: Spot) -> Iterator[Fault]:
    for index in range(len(spot.value)):
        yield from _predicate(draft, _below(spot, index))


def _equals(draft: Draft, spot: Spot) -> Iterator[Fault]:
    yield from _field(draft, spot, ("choice", "yes_no", "count"))
    yield from _value(draft, spot, "value")


def _in(draft: Draft, spot: Spot) -> Iterator[Fault]:
    yield from _field(draft, spot, ("choice", "choices", "count"))
    for index in range(len(spot.value["values"])):
        yield from _value(draft, spot, "values", index)


def _at_least(draft: Draft, spot: Spot) -> Iterator[Fault]:
    yield from _field(draft, spot, ("count",))


def _on_or_after(draft: Draft, spot: Spot) -> Iterator[Fault]:
    for key in ("field", "other"):
        if spot.value.get(key, TODAY) != TODAY:
            yield from fault_of_field(draft, _below(spot, key), spot.value[key], ("date",))


def _field(draft: Draft, spot: Spot, fits: tuple[str, ...]) -> Iterator[Fault]:
    name = spot.value["field"]
    if name == TODAY:
        yield spot.fault("check.today_unfit", "field")
    else:
        yield from fault_of_field(draft, _below(spot, "field"), name, fits)


def _value(draft: Draft, spot: Spot, *steps: str | int) -> Iterator[Fault]:
    place: Any = _below(spot, *steps)
    yield from fault_of_value(draft, place, spot.value["field"], place.value)


KINDS: Mapping[str, Callable[[Draft, Spot], Iterator[Fault]]] = {
    "all": _parts,
    "any": _parts,
    "not": _predicate,
    "equals": _equals,
    "in": _in,
    "at_least": _at_least,
    "on_or_after": _on_or_after,
}
"""How each kind of predicate is checked, as `assessment.predicates.KINDS` has them."""
