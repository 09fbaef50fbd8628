"""Validity: what holds from when until when, both days included, and days that cannot be yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_validity"]

_DAY = timedelta(days=1)


def check_validity(parsed: ParsedNorm) -> Iterator[Fault]:
    """Validity that ends before it begins, states that overlap, days without one rate, and days still to come."""
    for node in parsed.walk():
        if isinstance(node.value, dict) and {"valid_from", "valid_until"} <= set(node.value):
            yield from _backwards(node)
    for rule in parsed.nodes("scheme", "rules", "*"):
        states = [Node(rule.document, (*rule.path, "states", i)) for i in range(len(rule.value["states"]))]
        yield from _overlaps(states)
    yield from _rates(list(parsed.nodes("cost", "rates", "*")))
    for checked_on in parsed.nodes("norm", "checked_on"):
        yield from _ahead(parsed, checked_on)


def _ahead(parsed: ParsedNorm, checked_on: Node) -> Iterator[Fault]:
    """A norm may be of a day soon, to look ahead; of a later year it is a slip, and sources are of the past."""
    if checked_on not in parsed.days():
        yield checked_on.fault("check.checked_ahead", day=checked_on.value)
    for key in ("published", "seen_on"):
        for node in parsed.nodes("sources", "sources", "*", key):
            if node.value > checked_on.value:
                yield node.fault("check.source_ahead", day=node.value, today=checked_on.value)


def _from(node: Node) -> date:
    return date.fromisoformat(node.value.get("valid_from", date.min.isoformat()))


def _until(node: Node) -> date:
    return date.fromisoformat(node.value.get("valid_until", date.max.isoformat()))


def _backwards(node: Node) -> Iterator[Fault]:
    if _until(node) < _from(node):
        until, start = node.value["valid_until"], node.value["valid_from"]
        yield node.fault("check.validity_backwards", "valid_until", until=until, start=start)


def _overlaps(nodes: Sequence[Node]) -> Iterator[Fault]:
    """Faults for what begins before its predecessor has ended; the oldest comes first."""
    for before, after in pairwise(nodes):
        if _from(after) <= _until(before):
            yield _overlap(before, after)


def _overlap(before: Node, after: Node) -> Fault:
    if "valid_from" not in after.value:
        return after.fault("check.validity_no_start", where=before.where)
    values = {"start": after.value["valid_from"], "where": before.where}
    if "valid_until" not in before.value:
        return after.fault("check.validity_open", "valid_from", **values)
    return after.fault("check.validity_overlap", "valid_from", until=before.value["valid_until"], **values)


def _rates(rates: list[Node]) -> Iterator[Fault]:
    """Every report needs one rate, whatever its date: the first has no start, the last no end."""
    yield from _overlaps(rates)
    for before, after in pairwise(rates):
        if _until(before) < date.max and _from(after) > _until(before) + _DAY:
            first = (_until(before) + _DAY).isoformat()
            yield after.fault("check.rate_gap", "valid_from", first=first, where=before.where)
    if rates and "valid_from" in rates[0].value:
        yield rates[0].fault("check.rate_start", "valid_from")
    if rates and "valid_until" in rates[-1].value:
        yield rates[-1].fault("check.rate_end", "valid_until")
