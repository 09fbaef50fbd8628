"""Reading cells: what a cell says, by the kind of its column. What cannot be read says why; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from assessment.identifiers import normalised_number
from assessment.project_files.amounts import hundredths_of
from assessment.project_files.days import day_of
from assessment.project_files.folding import folded, has_phrase, is_blank, without_brackets
from assessment.project_files.layout import Field, Layout
from assessment.project_files.sheet import Cell, shown_cell

__all__ = ["KINDS", "CellReader", "Unread", "Value"]


class Unread(NamedTuple):
    """A cell that cannot be read, and why: `unread`, `no_day`, `two_digits`, `check_digits` or `no_answer`."""

    why: str


Value = str | int | bool | Unread | None


class CellReader:
    """Reads the cells of one sheet; the same cell is read once.

    Args:
        layout: The columns and words.
        from_1904: Whether the sheet counts days from 1904.
    """

    def __init__(self, layout: Layout, *, from_1904: bool) -> None:
        self.layout, self.from_1904 = layout, from_1904
        self.no, self.no_answer = layout.folded_words("no"), layout.folded_words("no_answer")
        self._known: dict[tuple[str, type, Cell], Value] = {}

    def read(self, field: Field, cell: Cell) -> Value:
        """Return what a cell of a column says: ISO day, hundredths, id of an option, yes or no, or text."""
        key = (field.id, type(cell), cell)
        if key not in self._known:
            self._known[key] = self._read(field, cell)
        return self._known[key]

    def _read(self, field: Field, cell: Cell) -> Value:
        if is_blank(cell):
            return None
        if field.kind != "text" and isinstance(cell, str) and folded(cell) in self.no_answer:
            return Unread("no_answer") if field.kind == "yes_no" else None
        if field.kind in _WITH_WORDS and isinstance(cell, str) and not folded(cell):
            return None
        return KINDS[field.kind](self, field, cell)


def _text(_reader: CellReader, _field: Field, cell: Cell) -> Value:
    return shown_cell(cell)


def _date(reader: CellReader, _field: Field, cell: Cell) -> Value:
    day, why = day_of(cell, reader.layout.months, from_1904=reader.from_1904)
    return day or Unread(why)


def _amount(reader: CellReader, _field: Field, cell: Cell) -> Value:
    amount = hundredths_of(cell, reader.layout.units)
    return Unread("unread") if amount is None else amount


def _choice(_reader: CellReader, field: Field, cell: Cell) -> Value:
    text = shown_cell(cell)
    for name in (folded(text), folded(without_brackets(text))):
        if name in field.options:
            return field.options[name]
        if field.several and (answer := _named_in(name, field)):
            return answer
    return Unread("unread")


def _named_in(text: str, field: Field) -> str | None:
    return next((answer for name, answer in field.options.items() if has_phrase(text, name)), None)


def _yes_no(reader: CellReader, _field: Field, cell: Cell) -> Value:
    """No is only what says so: the name of a file or a day says that there is something."""
    words = folded(str(cell)).split()
    if words:
        return words[0] not in reader.no
    mark = shown_cell(cell)
    return False if mark in _CROSSES else True if mark in _TICKS else Unread("unread")


def _enterprise_number(_reader: CellReader, _field: Field, cell: Cell) -> Value:
    text = shown_cell(cell)
    # A spreadsheet takes the zero in front for a number's, and drops it.
    text = text.rjust(_ENTERPRISE_DIGITS, "0") if text.isdigit() and len(text) == _ENTERPRISE_DIGITS - 1 else text
    return normalised_number("enterprise_number", text) or Unread("check_digits")


_ENTERPRISE_DIGITS = 10
_CROSSES, _TICKS = frozenset("-–—✗✘☐"), frozenset("✓✔☑√+")
# A mark alone, such as a dash, says nothing in these.
_WITH_WORDS = frozenset({"date", "amount", "number", "choice", "enterprise_number"})
KINDS: Mapping[str, Callable[[CellReader, Field, Cell], Value]] = {
    "text": _text,
    "date": _date,
    "amount": _amount,
    "number": _amount,
    "choice": _choice,
    "yes_no": _yes_no,
    "enterprise_number": _enterprise_number,
}
"""How the cells of each kind of column are read; a new kind is a line here."""
