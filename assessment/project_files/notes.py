"""Notes on how a list was read: which rows are no files, what is hidden, what could not be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assessment.project_files.sheet import Sheet, column_letter, shown_cell
from assessment.project_files.tables import Tables
from assessment.project_files.wording import FileWording

__all__ = ["notes_of"]

# As many rows or cells are named; of more, only how many.
_MOST_NAMED = 10


def notes_of(sheet: Sheet, tables: Tables, others: Sequence[str], words: FileWording) -> list[dict[str, Any]]:
    """Return what somebody should know of how a list was read.

    Args:
        sheet: The rows.
        tables: Its tables.
        others: The names of other sheets with tables.
        words: The words.
    """
    told = [*_sheets(sheet, others, words), *_notes(sheet, tables, words)]
    return [{"note": note, "text": words.message(f"note.{note}", **values)} for note, values in told]


def _sheets(sheet: Sheet, others: Sequence[str], words: FileWording) -> Iterator[tuple[str, dict[str, Any]]]:
    if others:
        quoted = [words.wording.message("words.quoted", {"text": shown_cell(name)}) for name in others]
        yield "other_sheets", {"sheet": shown_cell(sheet.name), "others": _named(quoted, words)}
    if sheet.hidden:
        yield "hidden_sheet", {"sheet": shown_cell(sheet.name)}


def _notes(sheet: Sheet, tables: Tables, words: FileWording) -> Iterator[tuple[str, dict[str, Any]]]:
    if len(tables.tables) > 1:
        yield "tables", {"number": len(tables.tables)}
    for why in ("total", "remark"):
        if rows := [skipped.row for skipped in tables.skipped if skipped.why == why]:
            yield why, {"rows": _named(rows, words)}
    files = {row for table in tables.tables for row in table.rows}
    if hidden := sorted(files & sheet.hidden_rows):
        yield "hidden_rows", {"rows": _named(hidden, words)}
    columns = [column for table in tables.tables for column in table.heading.columns]
    if hidden := sorted({column.number for column in columns if column.field} & sheet.hidden_columns):
        yield "hidden_columns", {"columns": _named(map(column_letter, hidden), words)}
    if cells := sorted((row, column) for row, column in sheet.unvalued if row in files):
        yield "unvalued", {"cells": _named((f"{column_letter(column)}{row}" for row, column in cells), words)}
    if unknown := list(
        dict.fromkeys(column.heading for column in columns if column.heading and not (column.field or column.perhaps))
    ):
        quoted = [words.wording.message("words.quoted", {"text": heading}) for heading in unknown]
        yield "unknown_columns", {"columns": _named(quoted, words)}


def _named(items: Iterable[Any], words: FileWording) -> str:
    """The first few by name; of more, that there are more."""
    listed = [str(item) for item in items]
    if len(listed) <= _MOST_NAMED:
        return words.wording.several(listed)
    return words.message("and_more", items=", ".join(listed[:_MOST_NAMED]), number=len(listed) - _MOST_NAMED)
