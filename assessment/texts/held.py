"""What a claim is held to: the figure or the rule of the norm, as it stands on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assessment.texts.figures import Figure
from assessment.texts.numbers import HUNDREDTHS
from assessment.validity import state_in_force

__all__ = ["COMPARISONS", "contradicts", "held_until", "is_rest", "is_settled", "states_held_to"]

Element = Mapping[str, Any]
Find = Callable[[str], "Element | None"]

_WHOLE = 100 * HUNDREDTHS
COMPARISONS: Mapping[str, Callable[[int, list[int]], bool]] = {
    "equals": lambda claimed, right: claimed not in right,
    "at_most": lambda claimed, right: claimed > max(right),
    "leaves": lambda claimed, right: claimed not in [_WHOLE - each for each in right],
    "at_least": lambda claimed, right: claimed < min(right),
    "names": lambda claimed, right: claimed in right,
}
"""How a claimed figure contradicts those of the norm; `names` is for the right figure with wrong words around it."""


def states_held_to(rule: Element, find: Find, day: str) -> list[Element]:
    """Return what a rule is held to as it stands on a day; nothing when it does not hold then."""
    held = rule.get("held_to", {})
    found = [element for name in held.get("elements", ()) if (element := find(name))]
    states = [state for element in found if (state := state_in_force(element, day))]
    return [state for state in states if state.get("valid_from", "") >= held.get("since", "")]


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
    states = [state for element in elements for state in element.get("states", [element])]
    ended = [
        state["valid_until"]
        for state in states
        if state.get("valid_until", day) < day
        and "amount" in state.get("value", {})
        and _hundredths(state["value"]) == figure.amount
    ]
    return max(ended, default=None)


def is_settled(rule: Element, find: Find, day: str) -> bool:
    """Whether a source settles the matter on this day, so that it may be told as more than a tip."""
    states = states_held_to(rule, find, day)
    ours = rule["standing"] in {"estimate", "not_found"}
    return not ours and not rule.get("tip", False) and not any("last_seen" in state for state in states)


def _hundredths(value: Mapping[str, Any]) -> int:
    amount: int = value["amount"]
    return amount if value["unit"] == "eurocents" else amount * HUNDREDTHS
