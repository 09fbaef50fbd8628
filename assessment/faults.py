"""Errors as values: what is wrong with the answers; the words come later, from the message catalogue."""

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["Fault", "capped", "shorten"]

# As many as the page shows at once.
_MOST_TOLD = 20
# How much of a wrong key or value a sentence repeats.
_SHOWN = 60


class Fault(NamedTuple):
    """One thing that is wrong in an answers document.

    Attributes:
        path: The keys and positions that lead to the fault.
        message: The id in the message catalogue of the sentence that says what is wrong and what to do.
        values: What that sentence fills in.
    """

    path: tuple[str | int, ...]
    message: str
    values: dict[str, Any]


def capped(faults: Sequence[Fault]) -> list[Fault]:
    """Return as many faults as anybody reads; the last of them says how many more there are."""
    if len(faults) <= _MOST_TOLD:
        return list(faults)
    told = faults[: _MOST_TOLD - 1]
    return [*told, Fault((), "answers.more", {"number": len(faults) - len(told)})]


def shorten(text: str) -> str:
    """Return a text as a sentence can repeat it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
