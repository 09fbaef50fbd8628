"""What a claim is held to: the figure or the rule of the norm, as it stands on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assessment.findings import Element, Find, states_held_to
from assessment.texts.figures import Figure
from assessment.texts.numbers import HUNDREDTHS
from assessment.validity import states_of

__all__ = ["COMPARISONS", "contradicts", "held_until", "is_rest"]

_WHOLE = 100 * HUNDREDTHS
COMPARISONS: Mapping[str, Callable[[int, list[int]], bool]] = {
    "equals": lambda claimed, right: claimed not in right,
    "at_most": lambda claimed, right: claimed > max(right),
    "leaves": lambda claimed, right: claimed not in [_WHOLE - each for each in right],
    "at_least": lambda claimed, right: claimed < min(right),
    "names": lambda claimed, right: claimed in right,
}
"""How a claimed figure contradicts those of the norm; `names` is for the right figure with wrong words around it."""


def contradicts(rule: Element, figure: Figure | None, find: Find, day: str) -> bool:
    """Whether what was found cannot be right on a day; words without a figure are wrong while the rule holds."""
    held = rule.get("held_to")
    if day < rule.get("valid_from", ""):
        return False
    if held is None:
        return True
    states = states_held_to(rule, find, day)
    if "compare" not in held:
        return bool(states)
    right = _figures(states)
    return figure is not None and bool(right) and COMPARISONS[held["compare"]](figure.amount, right)


def is_rest(rule: Element, figure: Figure, find: Find, day: str) -> bool:
    """Whether a percentage is what a right one leaves of the whole."""
    right = _figures(states_held_to(rule, find, day))
    return bool(right) and not COMPARISONS["leaves"](figure.amount, right)


def _figures(states: Iterable[Element]) -> list[int]:
    return [_hundredths(state["value"]) for state in states if "amount" in state.get("value", {})]


def held_until(rule: Element, figure: Figure | None, find: Find, day: str) -> str | None:
    """Return the last day on which a claimed figure was right, if it was so before."""
    held = rule.get("held_to", {})
    if figure is None or held.get("compare") != "equals":
        return None
    elements = [element for name in held["elements"] if (element := find(name))]
    states = [state for element in elements for state in states_of(element)]
    ended = [
        state["valid_until"]
        for state in states
        if state.get("valid_until", day) < day
        and "amount" in state.get("value", {})
        and _hundredths(state["value"]) == figure.amount
    ]
    return max(ended, default=None)


def _hundredths(value: Mapping[str, Any]) -> int:
    amount: int = value["amount"]
    return amount if value["unit"] == "eurocents" else amount * HUNDREDTHS
