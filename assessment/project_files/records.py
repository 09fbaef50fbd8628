"""Records: each file of a list with what its cells say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.project_files.cells import CellReader, Unread, Value
from assessment.project_files.layout import Layout
from assessment.project_files.sheet import Cell, Sheet
from assessment.project_files.tables import Table, Tables

__all__ = ["GIVEN", "RENEWAL", "SUBSIDISED", "Record", "record_of", "records_of"]

SUBSIDISED, SERVICE, RENEWAL = "subsidised", "service", "renewal"
GIVEN = frozenset({SUBSIDISED, SERVICE})
"""What is known of files without a column that says it."""
# What is filled in only where there is a subsidy.
_ONLY_WITH_SUBSIDY = ("application", "wallet_amount", "wallet_number")


class Record:
    """One file.

    Attributes:
        row: The number of its row.
        values: What its cells say, by the id of the column; blank cells and those that cannot be read are not there.
        unread: Why a cell cannot be read, by the id of the column.
        columns: Every column of its table, with its number.
    """

    __slots__ = ("columns", "row", "unread", "values")

    def __init__(self, row: int, columns: Mapping[str, int]) -> None:
        self.row, self.columns = row, columns
        self.values: dict[str, Any] = {}
        self.unread: dict[str, str] = {}

    def put(self, name: str, value: Value) -> None:
        """Note what a cell says."""
        if isinstance(value, Unread):
            self.unread[name] = value.why
        elif value is not None:
            self.values[name] = value


def records_of(sheet: Sheet, tables: Tables, layout: Layout, given: Mapping[str, Any]) -> list[Record]:
    """Return the files of a sheet, in the order of its rows.

    Args:
        sheet: The rows.
        tables: Its tables.
        layout: The columns that are known.
        given: What holds for every file that does not say otherwise: `list`, and perhaps `service`.
    """
    reader = CellReader(layout, from_1904=sheet.from_1904)
    found = [record for table in tables.tables for record in _of_table(sheet, table, reader)]
    for record in found:
        _complete(record, given)
    return sorted(found, key=lambda record: record.row)


def _of_table(sheet: Sheet, table: Table, reader: CellReader) -> Iterator[Record]:
    columns = {name: column.number for name, column in table.fields.items()}
    for row in table.rows:
        cells = sheet.rows[row - 1]
        filled = {name: cells[number - 1] for name, number in columns.items() if number <= len(cells)}
        yield record_of(row, columns, filled, reader)


def record_of(row: int, columns: Mapping[str, int], cells: Mapping[str, Cell], reader: CellReader) -> Record:
    """Return one file.

    Args:
        row: The number of its row.
        columns: Every column of its table, with its number.
        cells: Its cells, by column.
        reader: Reads them.
    """
    record = Record(row, columns)
    for name, cell in cells.items():
        record.put(name, reader.read(reader.layout.fields[name], cell))
    return record


def _complete(record: Record, given: Mapping[str, Any]) -> None:
    """Add what a row does not say itself."""
    values = record.values
    if SERVICE in given and SERVICE not in values and SERVICE not in record.unread:
        values[SERVICE] = given[SERVICE]
    if SUBSIDISED not in values and (given["list"] == RENEWAL or any(name in values for name in _ONLY_WITH_SUBSIDY)):
        values[SUBSIDISED] = True
