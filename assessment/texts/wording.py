"""What a finding says: the texts of its rule, with the figures of the day."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

from assessment.texts.figures import Figure
from assessment.texts.finding import Found, Reading
from assessment.texts.numbers import HUNDREDTHS
from assessment.validity import state_before, state_in_force
from assessment.wording import Wording

__all__ = ["FIGURES_OF_TODAY", "claimed", "filled", "placeholders"]

FIGURES_OF_TODAY = ("rule", "fact")
"""What stands for the figure of an element on the day; besides these there are `since`, `earlier` and `found`."""


def placeholders(template: str) -> list[tuple[str, str]]:
    """Return the placeholders of a text, each with its kind and its name.

    Raises:
        ValueError: A brace is not closed.
    """
    return [(kind, name or "") for _, kind, name, _ in Formatter().parse(template) if kind is not None]


def filled(text: Mapping[str, str], found: Found, reading: Reading, wording: Wording) -> str | None:
    """Return a text of a rule with its figures on the day; None when one of them is not known then."""
    parts: list[str] = []
    for plain, kind, name, _ in Formatter().parse(text[wording.language]):
        parts.append(plain)
        if kind is not None:
            figure = _figure(kind, name or "", found, reading, wording)
            if figure is None:
                return None
            parts.append(figure)
    return "".join(parts)


def _figure(kind: str, name: str, found: Found, reading: Reading, wording: Wording) -> str | None:
    if kind == "found":
        return claimed(found.figure, wording)
    element = reading.find(name)
    if element is None:
        return None
    state = state_before(element, reading.day) if kind == "earlier" else state_in_force(element, reading.day)
    if state is None:
        return None
    if kind == "since":
        return wording.date(state["valid_from"]) if "valid_from" in state else None
    return wording.value(state["value"]) if "value" in state else None


def claimed(figure: Figure | None, wording: Wording) -> str | None:
    """Return the figure that a text claims, in words; a part such as a third is told in whole percents."""
    if figure is None:
        return None
    if figure.kind == "amount":
        return wording.money(figure.amount)
    value: dict[str, Any] = {"amount": round(figure.amount / HUNDREDTHS), "unit": figure.kind}
    return wording.value(value)
