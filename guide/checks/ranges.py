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


def check_figures(parsed: ParsedNorm) -> Iterator[Fault]:
    """Ranges that run down, orders that are given twice, and periods without a length."""
    for node in parsed.walk():
        if isinstance(node.value, dict):
            yield from _downwards(node)
            yield from _period(parsed, node)
    for kind, pattern in _ORDERED:
        yield from _same_order(list(parsed.nodes(kind, *pattern)))


def _downwards(node: Node) -> Iterator[Fault]:
    ends = [end for end in _ENDS if isinstance(node.value.get(end), int)]
    for lower, upper in pairwise(ends):
        least, most = node.value[lower], node.value[upper]
        if least > most:
            yield node.fault("check.range_down", upper, lower=lower, least=least, upper=upper, most=most)


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
