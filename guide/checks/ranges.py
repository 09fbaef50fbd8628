"""Figures: ranges run upwards, orders are unique, and periods borrow from facts that have a span."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

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
# A century: what lasts longer is a slip, and may lead to a day that no calendar has.
_LONGEST = {"days": 36_525, "weeks": 5_218, "months": 1_200, "years": 100}


def check_figures(parsed: ParsedNorm) -> Iterator[Fault]:
    """Ranges that run down or nowhere, spans beyond belief, orders given twice, and periods without a length."""
    for node in parsed.walk():
        if isinstance(node.value, dict):
            yield from _downwards(node)
            yield from _value(node)
            yield from _period(parsed, node)
    for kind, pattern in _ORDERED:
        yield from _same_order(list(parsed.nodes(kind, *pattern)))


def _downwards(node: Node) -> Iterator[Fault]:
    ends = [end for end in _ENDS if isinstance(node.value.get(end), int)]
    for lower, upper in pairwise(ends):
        least, most = node.value[lower], node.value[upper]
        if least > most:
            yield node.fault("check.range_down", upper, lower=lower, least=least, upper=upper, most=most)


def _value(node: Node) -> Iterator[Fault]:
    """A figure that is no range though it is written as one, and a span of more than a century."""
    unit, low = node.value.get("unit"), node.value.get("low")
    if not isinstance(unit, str):
        return
    if low is not None and low == node.value.get("high"):
        yield node.fault("check.range_flat", "low", at_key=True, amount=low)
    for key in ("amount", "low", "high"):
        number = node.value.get(key)
        if isinstance(number, int) and number > _LONGEST.get(unit, number):
            yield node.fault("check.span_long", key, limit=_LONGEST[unit], unit=unit, value=number)


def _same_order(nodes: list[Node]) -> Iterator[Fault]:
    first: dict[int, Node] = {}
    for node in nodes:
        order = node.value["order"]
        if order in first:
            yield node.fault("check.order_twice", "order", order=order, where=first[order].where)
        first.setdefault(order, node)


def _period(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    """What has an id and a fact is no period, but a rate or an extra."""
    fact = parsed.elements("fact").get(node.value.get("fact", ""))
    if fact is None or "id" in node.value:
        return
    value = fact.value.get("value")
    if not isinstance(value, dict) or value.get("unit") not in _SPANS:
        yield node.fault("check.period_no_span", "fact", fact=node.value["fact"])
        return
    bound = node.value.get("bound", "amount")
    if bound not in value:
        known = [key for key in ("amount", "low", "high") if key in value]
        place = "bound" if "bound" in node.value else "fact"
        yield node.fault("check.period_bound", place, fact=node.value["fact"], bound=bound, known=known)
