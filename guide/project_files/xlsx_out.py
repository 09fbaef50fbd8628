"""Writes a list with what was found in columns beside it. Formulas become what they came to; text stays text."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessment import Wording
from assessment.findings import FindingInWords
from assessment.project_files import finding_in_words, summary_lines
from guide.project_files.checked import CheckedList
from guide.xlsx_text import write_text

__all__ = ["write_findings"]

_WIDTH = 60
_LONGEST_TITLE = 31


def write_findings(checked: CheckedList, wording: Wording) -> bytes:
    """Return a workbook: the list as it was, what was found beside each row, and a sheet with the summary.

    Args:
        checked: The list.
        wording: The words of the norm and the catalogue.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = _original(checked) if checked.file.is_workbook else _rows_as_book(checked, wording)
        sheet = book[checked.report["sheet"]] if checked.file.is_workbook else book.worksheets[0]
        _beside(sheet, checked, wording)
        _summarise(book, checked, wording)
        out = io.BytesIO()
        book.save(out)
    return out.getvalue()


def _original(checked: CheckedList) -> Workbook:
    return load_workbook(io.BytesIO(checked.file.raw), data_only=True, keep_links=False)


def _rows_as_book(checked: CheckedList, wording: Wording) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = wording.messages["files.sheet.list"]
    for number, row in enumerate(checked.file.sheets[0].rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell not in {None, ""}:
                write_text(sheet.cell(number, column), str(cell))
    return book


def _beside(sheet: Worksheet, checked: CheckedList, wording: Wording) -> None:
    first = _column_beside(sheet, checked)
    heading = max(1, min((column["row"] for column in checked.report["columns"]), default=1))
    for offset, name in enumerate(("finding", "better", "ground")):
        write_text(sheet.cell(heading, first + offset), wording.messages[f"files.sheet.{name}"])
        sheet.cell(heading, first + offset).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(first + offset)].width = _WIDTH
    for row, findings in _by_row(checked.findings, wording).items():
        columns = (
            [f"{one.label} ({one.place}). {one.reason}" for one in findings],
            [one.better for one in findings],
            [one.ground for one in findings],
        )
        for offset, lines in enumerate(columns):
            write_text(sheet.cell(row, first + offset), "\n".join(dict.fromkeys(lines)))
            sheet.cell(row, first + offset).alignment = Alignment(wrap_text=True, vertical="top")


def _column_beside(sheet: Worksheet, checked: CheckedList) -> int:
    """The column behind the last with something in it; nothing is merged there or further on."""
    rows = next(each.rows for each in checked.file.sheets if each.name == checked.report["sheet"])
    first = max(len(row) for row in rows) + 1
    for merged in list(sheet.merged_cells.ranges):
        if merged.max_col >= first:
            sheet.unmerge_cells(str(merged))
    return first


def _by_row(findings: Iterable[Mapping[str, Any]], wording: Wording) -> dict[int, list[FindingInWords]]:
    by_row: dict[int, list[FindingInWords]] = {}
    for finding in findings:
        by_row.setdefault(finding["row"], []).append(finding_in_words(finding, wording))
    return by_row


def _summarise(book: Workbook, checked: CheckedList, wording: Wording) -> None:
    sheet = book.create_sheet(wording.messages["files.sheet.summary"][:_LONGEST_TITLE])
    notes = [note["text"] for note in checked.report["notes"]]
    lines = [*summary_lines(checked.report, wording), *notes, wording.message("files.careful")]
    for row, line in enumerate(lines, start=1):
        write_text(sheet.cell(row, 1), line)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True)
    sheet.column_dimensions["A"].width = 2 * _WIDTH
