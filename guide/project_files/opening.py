"""Opens a list of files: what kind of spreadsheet it is, and why it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessment.project_files import Sheet
from assessment.project_files.limits import MOST_BYTES, MOST_ROWS, UnreadableError
from guide.documents.document import Document
from guide.faults import Fault
from guide.findings.reading import why_unread
from guide.project_files.csv_rows import read_csv
from guide.project_files.xlsx_rows import read_xlsx

__all__ = ["ListFile", "read_list_file"]

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class ListFile:
    """A spreadsheet as it is read.

    Attributes:
        name: The file as the user named it.
        raw: Its bytes.
        sheets: Its sheets; at least one has something in it.
        is_workbook: Whether it is an XLSX file, and no text.
    """

    name: str
    raw: bytes
    sheets: tuple[Sheet, ...]
    is_workbook: bool


def read_list_file(path: str) -> ListFile | Fault:
    """Return a spreadsheet, or the one fault that says why there is none."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return _fault(path, why_unread(error))
    try:
        return _opened(path, raw)
    except UnreadableError as error:
        return _fault(path, error.message)


def _opened(path: str, raw: bytes) -> ListFile:
    if len(raw) > MOST_BYTES:
        raise UnreadableError("check.list_too_large")
    if raw.startswith(_OLE):
        # Excel puts a workbook with a password into the same kind of file as its old format.
        raise UnreadableError("check.list_protected_or_old")
    is_workbook = raw.startswith(_ZIP)
    sheets = tuple(read_xlsx(raw) if is_workbook else read_csv(raw))
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        raise UnreadableError("check.list_empty")
    return ListFile(path, raw, sheets, is_workbook)


def _fault(name: str, message: str) -> Fault:
    return Document(name, None).fault((), message, megabytes=MOST_BYTES // 1_000_000, rows=MOST_ROWS)
