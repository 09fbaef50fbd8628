"""Figures: ranges run upwards, orders are unique, and periods borrow from facts that have a span."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_figures"]

_ENDS = ("low", "likely", "high")
_ORDERED = (
    ("requirement", ()),
    ("example", ()),
    ("quiz", ()),
    ("procedure", ("steps", "*")),
    ("outcomes", ("outcomes", "*")),
    ("scoring", ("requirement_results", "*")),
    ("scoring", ("verdicts", "*")),
)
_SPANS = ("days", "weeks", "months", "years")


def check_figures(draft: Draft) -> Iterator[Fault]:
    """Ranges that run down, orders that are given twice, and periods without a length."""
    for spot in draft.walk():
        if isinstance(spot.value, dict):
            yield from _downwards(spot)
            yield from _period(draft, spot)
    for kind, pattern in _ORDERED:
        yield from _same_order(list(draft.spots(kind, *pattern)))


def _downwards(spot: Spot) -> Iterator[Fault]:
    ends = [end for end in _ENDS if isinstance(spot.value.get(end), int)]
    for lower, upper in pairwise(ends):
        least, most = spot.value[lower], spot.value[upper]
        if least > most:
            yield spot.fault("check.range_down", upper, lower=lower, least=least, upper=upper, most=most)


def _same_order(spots: list[Spot]) -> Iterator[Fault]:
    first: dict[int, Spot] = {}
    for spot in spots:
        order = spot.value["order"]
        if order in first:
            yield spot.fault("check.order_twice", "order", order=order, where=first[order].where)
        first.setdefault(order, spot)


def _period(draft: Draft, spot: Spot) -> Iterator[Fault]:
    """What has an id and a fact is no period, but a rate or an extra."""
    fact = draft.ids("fact").get(spot.value.get("fact", ""))
    if fact is None or "id" in spot.value:
        return
    value = fact.value.get("value")
    if not isinstance(value, dict) or value.get("unit") not in _SPANS:
        yield spot.fault("check.period_no_span", "fact", fact=spot.value["fact"])
        return
    bound = spot.value.get("bound", "amount")
    if bound not in value:
        known = [key for key in ("amount", "low", "high") if key in value]
        place = "bound" if "bound" in spot.value else "fact"
        yield spot.fault("check.period_bound", place, fact=spot.value["fact"], bound=bound, known=known)
