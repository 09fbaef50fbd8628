"""What a claim is held to: the figure or the rule of the norm, as it stands on the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assessment.findings import Element, Find, states_held_to
from assessment.texts.numbers import HUNDREDTHS
from assessment.texts.tokens import Figure

__all__ = ["COMPARISONS", "contradicts"]

_WHOLE = 100 * HUNDREDTHS
COMPARISONS: Mapping[str, Callable[[int, list[int]], bool]] = {
    "equals": lambda claimed, right: claimed not in right,
    "at_most": lambda claimed, right: claimed > max(right),
    "leaves": lambda claimed, right: claimed not in [_WHOLE - each for each in right],
    "at_least": lambda claimed, right: claimed < min(right),
}
"""How a claimed figure contradicts those of the norm."""


def contradicts(rule: Element, figure: Figure | None, find: Find, day: str) -> bool:
    """Whether what was found cannot be right on a day; words without a figure are wrong while the rule holds."""
    held = rule.get("held_to")
    if held is None:
        return True
    states = states_held_to(rule, find, day)
    if "compare" not in held:
        return bool(states)
    right = [_hundredths(state["value"]) for state in states if "amount" in state.get("value", {})]
    return figure is not None and bool(right) and COMPARISONS[held["compare"]](figure.amount, right)


def _hundredths(value: Mapping[str, Any]) -> int:
    amount: int = value["amount"]
    return amount if value["unit"] == "eurocents" else amount * HUNDREDTHS
