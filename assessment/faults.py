"""Errors as values: what is wrong with the answers; the words come later, from the message catalogue."""

from typing import Any, NamedTuple

__all__ = ["Fault"]


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
