"""Validity periods: is an element in force on a day, and in which of its states is a rule?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["in_force", "state_before", "state_in_force", "states_of"]

Element = Mapping[str, Any]


def in_force(element: Element, day: str) -> bool:
    """Whether an element holds on a day (ISO); what has no beginning or no end always did or always will."""
    return bool(element.get("valid_from", day) <= day <= element.get("valid_until", day))


def states_of(element: Element) -> list[dict[str, Any]]:
    """Return the states of a rule, each in its time; anything else is its own only state."""
    states: list[dict[str, Any]] = element.get("states", [element])
    return states


def state_in_force(element: Element, day: str) -> Element | None:
    """The state of a rule on a day; anything else is its own only state. None when it does not hold."""
    return next((state for state in states_of(element) if in_force(state, day)), None)


def state_before(element: Element, day: str) -> Element | None:
    """The state that came just before the one of this day; None when there was none."""
    ended = [state for state in states_of(element) if state.get("valid_until", day) < day]
    return max(ended, key=lambda state: str(state["valid_until"]), default=None)
