"""The rules of the scheme: what the table of today's figures names has a figure today, or words in its place."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.validity import state_in_force
from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_scheme"]


def check_scheme(draft: Draft) -> Iterator[Fault]:
    """Rows of the table that would stay empty."""
    for today in draft.spots("norm", "checked_on"):
        for spot in draft.spots("scheme", "figures", "*"):
            yield from _empty(draft, spot, today.value)


def _empty(draft: Draft, spot: Spot, today: str) -> Iterator[Fault]:
    name = spot.value["element"]
    named = draft.ids("element").get(name)
    state = state_in_force(named.value, today) if named else {"value": None}
    if state is None or not ("text" in spot.value or "value" in state):
        yield spot.fault("check.scheme_no_figure", "element", id=name, today=today)
