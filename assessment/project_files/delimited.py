"""The rows of a text file with separators (CSV), once it is decoded: what parts its columns, and its rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from assessment.project_files.limits import MOST_COLUMNS, MOST_ROWS, UnreadableError
from assessment.project_files.sheet import Sheet

__all__ = ["sheet_of_text"]

_SEPARATORS = ";\t,|"
# As many rows show what parts the columns.
_SHOWN = 200
_SAYS = "sep="
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def sheet_of_text(text: str) -> Sheet:
    """Return the one sheet of a text; every cell is a text.

    Raises:
        UnreadableError: It is markup, or too large.
    """
    if text.lstrip().startswith("<"):
        raise UnreadableError("check.list_not_a_list")
    said, text = _said_separator(text)
    rows = _rows(text, said or _separator(text))
    while rows and not any(rows[-1]):
        rows.pop()
    return Sheet("", rows)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, of which those within quotation marks belong to a cell."""
    return (line[0] for line in _LINE.finditer(text))


def _said_separator(text: str) -> tuple[str, str]:
    """Excel lets the first line say what parts the columns; it shows that line to nobody."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_SAYS) and len(first.rstrip()) <= len(_SAYS) + 1:
        return (first[len(_SAYS) :].strip("\r\n") or "\t")[:1], rest
    return "", text


def _separator(text: str) -> str:
    """What parts most rows into the same number of columns."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the most frequent number of columns, and how many columns that is."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(csv.reader(_lines(text), delimiter=separator)):
            if number == _SHOWN:
                break
            if len(row) > 1:
                widths[len(row)] += 1
    except csv.Error:
        return 0, 0
    width, times = widths.most_common(1)[0] if widths else (0, 0)
    return times, width


def _rows(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(_lines(text), delimiter=separator):
            if len(rows) == MOST_ROWS or len(row) > MOST_COLUMNS:
                raise UnreadableError("check.list_too_many_rows")
            rows.append(row)
    except csv.Error:
        raise UnreadableError("check.list_broken") from None
    return rows
