"""Days as people type them in Belgium: `15/06/2026`, `15 juni 2026`, and the day numbers of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from assessment.checking import FIRST_DAY, LAST_DAY
from assessment.project_files.folding import folded, visible
from assessment.project_files.sheet import Cell

__all__ = ["NO_DAY", "TWO_DIGITS", "day_of", "months_of"]

NO_DAY, TWO_DIGITS = "no_day", "two_digits"
"""Why a cell is no day: it says none, or its year has two digits and could be of any century."""

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ tT][0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_BELGIAN = re.compile(r"([0-9]{1,2})\s?[-/. ]\s?([0-9]{1,2})\s?[-/. ]\s?([0-9]{4}|[0-9]{2})(?:\s[0-9]{1,2}:[0-9:]+)?")
_IN_WORDS = re.compile(r"([0-9]{1,2})(?:ste|de|e)? ([a-z]+) ([0-9]{4}|[0-9]{2})")
_COUNTED = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_FOUR_DIGITS = 4
# Day 0 of a spreadsheet, which knows a 29 February 1900 that never was; and how much later 1904 begins.
_DAY_0 = date(1899, 12, 30)
_TO_1904 = 1462


def months_of(names: list[list[str]]) -> dict[str, int]:
    """Return the number of each month by its names.

    Args:
        names: For each month how people write it.
    """
    return {folded(name): number for number, some in enumerate(names, start=1) for name in some}


def day_of(cell: Cell, months: Mapping[str, int], *, from_1904: bool = False) -> tuple[str | None, str]:
    """Return a day (ISO), or nothing and why not.

    Args:
        cell: The cell.
        months: The number of each month by its names.
        from_1904: Whether days are counted from 1904.
    """
    if isinstance(cell, bool) or cell is None:
        return None, NO_DAY
    text = visible(cell) if isinstance(cell, str) else str(cell)
    year, month, day = _parts(text, months, _TO_1904 if from_1904 else 0)
    if 0 < len(year) < _FOUR_DIGITS:
        return None, TWO_DIGITS
    try:
        iso = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None, NO_DAY
    return (iso, "") if FIRST_DAY <= iso <= LAST_DAY else (None, NO_DAY)


def _parts(text: str, months: Mapping[str, int], shift: int) -> tuple[str, str, str]:
    """Year, month and day, as they are written; nothing when the text is no day."""
    if found := _ISO.fullmatch(text):
        return found[1], found[2], found[3]
    if found := _BELGIAN.fullmatch(text):
        return found[3], found[2], found[1]
    if found := _COUNTED.fullmatch(text):
        counted = _DAY_0 + timedelta(days=int(found[1]) + shift)
        return f"{counted.year:04}", str(counted.month), str(counted.day)
    return _in_words(text, months)


def _in_words(text: str, months: Mapping[str, int]) -> tuple[str, str, str]:
    """`15 juni 2026`, also with the day of the week before it."""
    words = folded(text).split()
    if words and words[0].isalpha():
        words = words[1:]
    if found := _IN_WORDS.fullmatch(" ".join(words)):
        return found[3], str(months.get(found[2], 0)), found[1]
    found = _BELGIAN.fullmatch(" ".join(words))
    return (found[3], found[2], found[1]) if found else ("", "", "")
