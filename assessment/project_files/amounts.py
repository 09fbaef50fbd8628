"""Amounts and numbers as people type them: `1.250,50`, `1 250,50`, `€ 150`, `150,-`, `7,5 u`."""

from __future__ import annotations

import re
from collections.abc import Container

from assessment.project_files.folding import visible
from assessment.project_files.sheet import Cell

__all__ = ["hundredths_of"]

_PARTS = re.compile(
    r"(?P<before>[^0-9]*)(?P<digits>[0-9](?:[0-9.,' ]*[0-9])?)(?P<after>[^0-9]*)",
)
# A mark before three digits parts thousands, before one or two a fraction; never both with the same mark.
_BELGIAN = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<mark>[. '])[0-9]{3}(?:(?P=mark)[0-9]{3})*|[0-9]+)(?:,(?P<part>[0-9]{1,2}))?"
)
_ENGLISH = re.compile(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.(?P<part>[0-9]{1,2})")
_NO_DIGIT = re.compile(r"[^0-9]")
_QUOTES = str.maketrans("\u2018\u2019", "''")
_MINUS = "-\u2212\u2013"
_SIGNS = str.maketrans("", "", f"{_MINUS}+()")
_NO_CENTS = re.compile(rf"^[.,]\s*[{_MINUS}\u2014]+")
# More digits than any amount has, and more than a float holds exactly.
_MOST_DIGITS = 12
_LARGEST = 10**_MOST_DIGITS


def hundredths_of(cell: Cell, units: Container[str]) -> int | None:
    """Return an amount or a number in hundredths; None for anything that can be read in two ways or in none.

    Args:
        cell: The cell.
        units: Words that may stand before or behind the number, in lower case.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return round(cell * 100) if abs(cell) < _LARGEST else None
    return _typed(str(cell), units)


def _typed(text: str, units: Container[str]) -> int | None:
    parts = _PARTS.fullmatch(visible(text).translate(_QUOTES))
    if parts is None:
        return None
    before, after = parts["before"], _NO_CENTS.sub("", parts["after"])
    if not all(_is_unit(words, units) for words in (before, after)):
        return None
    number = _number(parts["digits"])
    negative = "(" in before or any(mark in before + after for mark in _MINUS)
    return -number if number is not None and negative else number


def _is_unit(words: str, units: Container[str]) -> bool:
    bare = words.translate(_SIGNS).strip(" .").lower()
    return not bare or bare in units


def _number(digits: str) -> int | None:
    found = _BELGIAN.fullmatch(digits) or _ENGLISH.fullmatch(digits)
    if found is None:
        return None
    whole = _NO_DIGIT.sub("", found["whole"])
    return int(whole + (found["part"] or "").ljust(2, "0")) if len(whole) <= _MOST_DIGITS else None
