"""Tables: what in a sheet is a file, a heading, a total or a remark. No row is lost: each is one of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.project_files.days import day_of
from assessment.project_files.folding import folded, is_blank
from assessment.project_files.headings import Choices, Column, Heading, chosen, heading_at, side_by_side
from assessment.project_files.layout import IGNORED, Layout
from assessment.project_files.sheet import Cell, Sheet, shown_cell

__all__ = ["Doubt", "Skipped", "Table", "Tables", "choices_of", "doubts_of", "tables_of"]


class Skipped(NamedTuple):
    """A row with something in it that is no file: a `total`, or a `remark` above, between or below tables."""

    row: int
    why: str


class Table(NamedTuple):
    """A table: its heading, and the numbers of the rows that are files."""

    heading: Heading
    rows: tuple[int, ...]

    @property
    def fields(self) -> dict[str, Column]:
        """The columns that are known for sure, by their id."""
        return {column.field: column for column in reversed(self.heading.columns) if column.field}


class Tables(NamedTuple):
    """All tables of a sheet, and the rows that are no files."""

    tables: tuple[Table, ...]
    skipped: tuple[Skipped, ...]


class Doubt(NamedTuple):
    """A column that may be several things, or one of several that may be the same: somebody has to say.

    Attributes:
        columns: The columns.
        fields: The ids of what it is about.
    """

    columns: tuple[Column, ...]
    fields: tuple[str, ...]


def tables_of(sheet: Sheet, layout: Layout, choices: Choices) -> Tables:
    """Return the tables of a sheet.

    Args:
        sheet: The rows.
        layout: The columns that are known.
        choices: What somebody said that columns are.
    """
    builder = _Builder(sheet, layout, choices)
    row = 1
    while row <= len(sheet.rows):
        row = builder.take(row)
    return builder.done()


class _Open:
    """A table to which rows are still added."""

    def __init__(self, heading: Heading, layout: Layout) -> None:
        self.heading = heading
        self.rows: list[int] = []
        self.columns = {column.number for column in heading.columns}
        self._adding = {column.number for column in heading.columns if layout.adds_up(column.field)}

    def adds_up(self, cells: Sequence[tuple[int, Cell]]) -> bool:
        """Whether a row has nothing but amounts and numbers: a file has a name or a day."""
        return len(cells) > 1 and all(number in self._adding for number, _ in cells)


class _Builder:
    """Goes through a sheet from top to bottom."""

    def __init__(self, sheet: Sheet, layout: Layout, choices: Choices) -> None:
        self._sheet, self._layout, self._choices = sheet, layout, choices
        self._totals = layout.folded_words("totals")
        self._tables: list[_Open] = []
        self._skipped: list[Skipped] = []
        self._current: list[_Open] = []

    def take(self, row: int) -> int:
        """Take a row, and return the number of the next one."""
        filled = self._filled(row)
        if not filled:
            return row + 1
        heading = heading_at(self._sheet, row, self._layout)
        if heading:
            self._begin(heading)
            return heading.last_row + 1
        self._take_row(row, filled)
        return row + 1

    def done(self) -> Tables:
        """Return what was found."""
        if not self._tables and self._choices:
            self._begin(Heading(0, 0, tuple(Column(number, "") for number in sorted(self._choices))))
            waiting, self._skipped = self._skipped, []
            for skipped in waiting:
                self._take_row(skipped.row, self._filled(skipped.row))
        tables = tuple(Table(part.heading, tuple(part.rows)) for part in self._tables)
        return Tables(tables, tuple(self._skipped))

    def _filled(self, row: int) -> list[tuple[int, Cell]]:
        cells = self._sheet.rows[row - 1]
        return [(number, cell) for number, cell in enumerate(cells, start=1) if not is_blank(cell)]

    def _begin(self, heading: Heading) -> None:
        parts = [chosen(part, self._choices) for part in side_by_side(heading)]
        self._current = [_Open(part, self._layout) for part in parts]
        self._tables += self._current

    def _take_row(self, row: int, filled: Sequence[tuple[int, Cell]]) -> None:
        """Give a row to each table beside others in which it has something."""
        taken = False
        for part in self._current:
            cells = [(number, cell) for number, cell in filled if number in part.columns]
            # One cell alone is a remark, such as a year above its rows.
            if len(cells) > 1 and not self._is_total(cells) and not part.adds_up(cells):
                part.rows.append(row)
                taken = True
        if not taken:
            is_total = self._is_total(filled) or any(part.adds_up(filled) for part in self._current)
            self._skipped.append(Skipped(row, "total" if is_total else "remark"))

    def _is_total(self, cells: Sequence[tuple[int, Cell]]) -> bool:
        """Whether a row adds up those above: it begins with that word, and has less than a file has."""
        first = folded(shown_cell(cells[0][1])).split(" ", 1)[0]
        if first not in self._totals:
            return False
        return not any(isinstance(cell, str) and self._is_of_a_file(cell) for _, cell in cells[1:])

    def _is_of_a_file(self, text: str) -> bool:
        """Whether a text is what only a file has: words, or a day."""
        has_digit = any(mark.isdigit() for mark in text)
        return not has_digit or day_of(text, self._layout.months)[0] is not None


def doubts_of(tables: Tables) -> list[Doubt]:
    """Return what has to be asked, each once."""
    found = [doubt for table in tables.tables for doubt in _doubts(table.heading)]
    return list(dict.fromkeys(found))


def _doubts(heading: Heading) -> Iterator[Doubt]:
    by_field: dict[str, list[Column]] = {}
    for column in heading.columns:
        if column.field:
            by_field.setdefault(column.field, []).append(column)
    for column in heading.columns:
        if open_fields := tuple(field for field in column.perhaps if field not in by_field):
            yield Doubt((column,), open_fields)
    yield from (Doubt(tuple(columns), (field,)) for field, columns in by_field.items() if len(columns) > 1)


def choices_of(said: Mapping[int, str], layout: Layout) -> tuple[dict[int, str], list[str]]:
    """Return the ids of what somebody said that columns are, and the names that mean nothing.

    Args:
        said: The name of what a column is, by its number.
        layout: The columns that are known.
    """
    choices: dict[int, str] = {}
    unknown: list[str] = []
    for number, name in said.items():
        field = _field_called(name, layout)
        if field is None:
            unknown.append(name)
        else:
            choices[number] = field
    return choices, unknown


def _field_called(name: str, layout: Layout) -> str | None:
    if name in layout.fields:
        return name
    if name == IGNORED or folded(name) in layout.folded_words("ignored"):
        return IGNORED
    return layout.candidates(name)[0] or None
