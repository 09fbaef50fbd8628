"""The rules of the scheme: what the table of today's figures names has a figure today, or words in its place."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.validity import state_in_force
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_scheme"]


def check_scheme(parsed: ParsedNorm) -> Iterator[Fault]:
    """Rows of the table that would stay empty."""
    for today in parsed.days():
        for node in parsed.nodes("scheme", "figures", "*"):
            yield from _empty(parsed, node, today.value)


def _empty(parsed: ParsedNorm, node: Node, today: str) -> Iterator[Fault]:
    name = node.value["element"]
    named = parsed.elements("element").get(name)
    state = state_in_force(named.value, today) if named else {"value": None}
    if state is None or not ("text" in node.value or "value" in state):
        yield node.fault("check.scheme_no_figure", "element", id=name, today=today)
