"""Headings: which rows say what the columns are, and which column is which; what is in doubt is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from assessment.project_files.folding import is_blank
from assessment.project_files.layout import IGNORED, Layout
from assessment.project_files.sheet import Cell, Sheet, shown_cell

__all__ = ["Choices", "Column", "Heading", "chosen", "heading_at", "side_by_side"]

Choices = Mapping[int, str]
"""What somebody said that columns are: the id by the number of the column."""

_FEWEST = 2
# In a row of so many names that are known, others may be anything.
_PLENTY = 3
_LONGEST_NAME = 80
# Dates, amounts and numbers begin so, and names of columns do not.
_NO_NAME = re.compile(r"\s*[0-9€+=-]")


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        number: Its number in the sheet.
        heading: What the file calls it.
        field: The id of what it surely is, or nothing.
        perhaps: The ids of what it may be.
    """

    number: int
    heading: str
    field: str = ""
    perhaps: tuple[str, ...] = ()


class Heading(NamedTuple):
    """The rows that name the columns of a table: one, or two of which the first groups columns."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @property
    def known(self) -> int:
        """How many different columns are recognised."""
        return len({column.field or column.perhaps for column in self.columns if column.field or column.perhaps})


def heading_at(sheet: Sheet, row: int, layout: Layout) -> Heading | None:
    """Return the heading that begins at a row, if one does."""
    names = _names(sheet.rows[row - 1])
    if not names:
        return None
    single = _heading(row, row, names, layout)
    double = _grouped(sheet, row, names, layout)
    best = double if double and double.known > single.known else single
    return best if _is_one(best) else None


def _names(cells: Sequence[Cell]) -> dict[int, str]:
    """The texts of a row by column; nothing when it holds anything that is no name."""
    found: dict[int, str] = {}
    for number, cell in enumerate(cells, start=1):
        if is_blank(cell):
            continue
        if not isinstance(cell, str) or len(cell) > _LONGEST_NAME or _NO_NAME.match(cell):
            return {}
        found[number] = shown_cell(cell)
    return found


def _heading(first_row: int, last_row: int, names: Mapping[int, str], layout: Layout) -> Heading:
    columns = []
    for number, name in sorted(names.items()):
        sure, perhaps = layout.candidates(name)
        columns.append(Column(number, name, sure, tuple(perhaps)))
    return Heading(first_row, last_row, tuple(columns))


def _is_one(heading: Heading) -> bool:
    return heading.known >= _PLENTY or (heading.known >= _FEWEST and heading.known * 2 >= len(heading.columns))


def _grouped(sheet: Sheet, row: int, names: Mapping[int, str], layout: Layout) -> Heading | None:
    """A heading of two rows: the names above lie over several columns."""
    below = _names(sheet.rows[row]) if row < len(sheet.rows) else {}
    if not below or len(below) < len(names):
        return None
    above = _spread(sheet, row, names, max(below))
    joined = {number: f"{above.get(number, '')} {below.get(number, '')}".strip() for number in sorted({*above, *below})}
    heading = _heading(row, row + 1, joined, layout)
    own = _heading(row + 1, row + 1, below, layout)
    return heading if _is_one(heading) and heading.known > own.known else None


def _spread(sheet: Sheet, row: int, names: Mapping[int, str], last: int) -> dict[int, str]:
    """The names above each column: over merged cells, or else up to the next name."""
    merges = [merge for merge in sheet.merged if merge.first_row <= row <= merge.last_row]
    spread: dict[int, str] = {}
    for number, name in names.items():
        ends = [merge.last_column for merge in merges if merge.first_column == number]
        if not merges:
            ends = [min((other for other in names if other > number), default=last + 1) - 1]
        spread.update(dict.fromkeys(range(number, max([number, *ends]) + 1), name))
    return spread


def side_by_side(heading: Heading) -> Iterator[Heading]:
    """Yield the headings of tables beside each other: parted by an empty column, and with the same names."""
    parts = [tuple(column for _, column in some) for _, some in groupby(enumerate(heading.columns), key=_apart)]
    named = [{column.heading for column in part} for part in parts]
    repeated = any(first & second for at, first in enumerate(named) for second in named[at + 1 :])
    if len(parts) > 1 and repeated and all(_is_one(heading._replace(columns=part)) for part in parts):
        yield from (heading._replace(columns=part) for part in parts)
    else:
        yield heading


def _apart(indexed: tuple[int, Column]) -> int:
    """The same for columns with no empty one between them."""
    at, column = indexed
    return column.number - at


def chosen(heading: Heading, choices: Choices) -> Heading:
    """Return a heading with what somebody said of its columns; what is chosen elsewhere is in doubt no longer."""
    taken = {field for field in choices.values() if field != IGNORED}
    kept = [column for column in heading.columns if choices.get(column.number) != IGNORED]
    return heading._replace(columns=tuple(_chosen(column, choices, taken) for column in kept))


def _chosen(column: Column, choices: Choices, taken: set[str]) -> Column:
    if column.number in choices:
        return column._replace(field=choices[column.number], perhaps=())
    if column.field in taken:
        return column._replace(field="")
    return column._replace(perhaps=tuple(each for each in column.perhaps if each not in taken))
