"""What a finding says: the texts of its rule, with the figures of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.findings import figure_on, filled_in
from assessment.texts.figures import Figure
from assessment.texts.finding import Found, Reading
from assessment.texts.numbers import HUNDREDTHS
from assessment.wording import Wording

__all__ = ["FIGURES_OF_TODAY", "claimed", "filled"]

FIGURES_OF_TODAY = ("rule", "fact")
"""What stands for the figure of an element on the day; besides these there are `since`, `earlier` and `found`."""


def filled(text: Mapping[str, str], found: Found, reading: Reading, wording: Wording) -> str | None:
    """Return a text of a rule with its figures on the day; None when one of them is not known then."""
    return filled_in(text[wording.language], lambda kind, name: _figure(kind, name, found, reading, wording))


def _figure(kind: str, name: str, found: Found, reading: Reading, wording: Wording) -> str | None:
    if kind == "found":
        return claimed(found.figure, wording)
    return figure_on(kind, name, reading.find, reading.day, wording)


def claimed(figure: Figure | None, wording: Wording) -> str | None:
    """Return the figure that a text claims, in words; a part such as a third is told in whole percents."""
    if figure is None:
        return None
    if figure.kind == "amount":
        return wording.money(figure.amount)
    value: dict[str, Any] = {"amount": round(figure.amount / HUNDREDTHS), "unit": figure.kind}
    return wording.value(value)
