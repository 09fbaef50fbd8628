"""The rows of a spreadsheet, as any reader delivers them: plain values, numbered as in the file.

A cell is nothing (`None`), a text, a number, or yes or no. A cell that is a date is a text, `2026-06-15`. Rows and
columns count from 1, as a spreadsheet shows them: the first cell of the first row is A1. Rows end where their last
cell does, and an empty row is an empty list, so that nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.canonical import STEERING

__all__ = ["Cell", "Merge", "Sheet", "column_letter", "column_number", "plain_row", "sheet_of", "shown_cell"]

Cell = str | int | float | bool | None

_LETTERS = 26
_FIRST_LETTER = ord("A")
_MOST_LETTERS = 3


class Merge(NamedTuple):
    """Cells that a spreadsheet shows as one; the value stands in the first."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(NamedTuple):
    """One sheet of a file; a CSV file is one sheet without a name.

    Attributes:
        name: What the file calls it.
        rows: The cells of each row.
        hidden_rows: Rows that the file does not show; they are read all the same.
        hidden_columns: Columns that it does not show.
        merged: Cells that are shown as one.
        unvalued: Row and column of each formula of which the file holds no outcome; formulas are never run.
        from_1904: Whether days are counted from 1904, as old versions of Excel on a Mac did.
        hidden: Whether the file does not show the sheet.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merge, ...] = ()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    from_1904: bool = False
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; what lies outside the rows is empty."""
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else None


def sheet_of(document: Mapping[str, Any]) -> Sheet:
    """Return a sheet out of a JSON document with the same keys, of which only `rows` must be there."""
    return Sheet(
        name=document.get("name", ""),
        rows=document["rows"],
        hidden_rows=frozenset(document.get("hidden_rows", ())),
        hidden_columns=frozenset(document.get("hidden_columns", ())),
        merged=tuple(Merge(*each) for each in document.get("merged", ())),
        unvalued=frozenset(_pairs(document.get("unvalued", ()))),
        from_1904=document.get("from_1904", False),
        hidden=document.get("hidden", False),
    )


def _pairs(listed: Iterable[Sequence[int]]) -> Iterable[tuple[int, int]]:
    return ((row, column) for row, column in listed)


def column_letter(number: int) -> str:
    """Return what a spreadsheet calls a column: `A`, `Z`, `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(_FIRST_LETTER + rest) + letters
    return letters


def column_number(letters: str) -> int | None:
    """Return the number of the column that goes by these letters, or nothing when no column does."""
    if not 0 < len(letters) <= _MOST_LETTERS or not (letters.isascii() and letters.isalpha()):
        return None
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - _FIRST_LETTER + 1
    return number


def shown_cell(cell: Cell) -> str:
    """Return a cell as a text that quotes it, without what would steer a terminal; whole numbers have no fraction."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else STEERING.sub("", " ".join(str(cell).split()))


def plain_row(cells: Sequence[Cell]) -> list[str]:
    """Return the texts of a row, the same whatever reader delivered it: readers differ in what is empty or whole."""
    row = [cell if isinstance(cell, str) else shown_cell(cell) for cell in cells]
    while row and not row[-1]:
        row.pop()
    return row
