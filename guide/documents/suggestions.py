"""Suggestions ("did you mean"): finds what somebody meant to type."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["suggestion"]


def suggestion(word: object, known: Iterable[object]) -> str | None:
    """The known word that looks most like this one, or None when none comes near; a part of a group goes first."""
    words = sorted({str(one) for one in known})
    inside = next((one for one in words if one.startswith(f"{word}.")), None)
    if inside:
        return inside
    near = get_close_matches(str(word).lower(), [one.lower() for one in words], n=1, cutoff=0.6)
    return next((one for one in words if one.lower() == near[0]), None) if near else None
