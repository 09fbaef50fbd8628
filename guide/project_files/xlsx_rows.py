"""Reads a workbook: the values of its sheets. Formulas are never run; what they came to when it was saved counts."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from assessment.project_files import Sheet
from assessment.project_files.limits import MOST_UNPACKED, UnreadableError
from guide.project_files.xlsx_scan import SheetScan, scan_sheets

__all__ = ["BROKEN", "read_xlsx"]

BROKEN = (
    InvalidFileException, BadZipFile, zlib.error, EOFError, OSError, SyntaxError,
    ArithmeticError, AttributeError, LookupError, NotImplementedError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
"""What the libraries raise over a file that is no sound workbook; they make no difference by cause."""
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1


def read_xlsx(raw: bytes) -> Iterator[Sheet]:
    """Yield the sheets of a workbook.

    Raises:
        UnreadableError: It is broken, protected or too large, or no workbook.
    """
    try:
        yield from _sheets(raw)
    except BROKEN:
        raise UnreadableError("check.list_broken") from None


def _sheets(raw: bytes) -> list[Sheet]:
    with ZipFile(io.BytesIO(raw)) as archive:
        _refuse(archive)
        scans = list(scan_sheets(archive))
    with warnings.catch_warnings():
        # What a library thinks of parts that are not read is nobody's business.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            return [_sheet(book, scan) for scan in scans]
        finally:
            book.close()


def _refuse(archive: ZipFile) -> None:
    """Refuse what is no workbook, and what would become too large."""
    parts = archive.infolist()
    if _WORKBOOK not in archive.namelist():
        raise UnreadableError("check.list_not_a_list")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableError("check.list_protected_or_old")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError("check.list_too_large")


def _sheet(book: Workbook, scan: SheetScan) -> Sheet:
    return Sheet(
        name=scan.name,
        rows=_rows(book, scan),
        hidden_rows=frozenset(scan.hidden_rows),
        hidden_columns=frozenset(scan.hidden_columns),
        merged=tuple(scan.merged),
        unvalued=frozenset(scan.unvalued),
        from_1904=book.epoch == CALENDAR_MAC_1904,
        hidden=scan.hidden,
    )


def _rows(book: Workbook, scan: SheetScan) -> list[list[Any]]:
    if not scan.last_row:
        return []
    cells = book[scan.name].iter_rows(max_row=scan.last_row, max_col=scan.last_column, values_only=True)
    return [_row(row) for row in cells]


def _row(cells: tuple[Any, ...]) -> list[Any]:
    row = [_cell(cell) for cell in cells]
    while row and row[-1] is None:
        row.pop()
    return row


def _cell(value: Any) -> Any:
    """A value as rows have it: a day is a text, and so is whatever is neither a number nor yes or no."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
