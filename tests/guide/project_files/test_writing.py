"""The list with what was found beside it: what was there stays, formulas become values, and text stays text."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from assessment import Wording
from assessment.project_files import Asked, check_files, read_list
from guide.project_files import CheckedList, ListFile, read_list_file, write_findings
from tests.guide.project_files.making import workbook
from tests.guide.project_files.spreadsheets import SPREADSHEETS

Record = dict[str, Any]


def beside(raw: bytes, folder: Path, norm: Record, messages: dict[str, str]) -> Workbook:
    """Check a spreadsheet and write it with what was found."""
    path = folder / "lijst"
    path.write_bytes(raw)
    file = read_list_file(str(path))
    assert isinstance(file, ListFile)
    report = check_files(read_list(file.sheets, norm, {}), norm, Asked(date(2026, 11, 28)), messages)
    return openpyxl.load_workbook(io.BytesIO(write_findings(CheckedList(file, report), Wording(norm, messages))))


def test_every_cell_of_a_workbook_stays(tmp_path: Path, real_norm: Record, messages: dict[str, str]) -> None:
    heading = ["Klant", "Startdatum", "Eigen kolom"]
    rows: list[list[Any]] = [["Titel"], heading, ["Smit", "15-6-26", "x"], ["Peeters", date(2026, 6, 5), 1.5]]
    sheet = beside(workbook(rows), tmp_path, real_norm, messages).worksheets[0]
    assert [cell.value for cell in sheet[2]][:4] == [*heading, "Dossiercheck"]
    assert sheet["B4"].number_format == "yyyy-mm-dd"
    assert (sheet["A4"].value, sheet["C4"].value, sheet["D4"].value) == ("Peeters", 1.5, None)


def test_a_formula_is_what_it_came_to(tmp_path: Path, real_norm: Record, messages: dict[str, str]) -> None:
    sheet = beside(SPREADSHEETS["formulas.xlsx"](), tmp_path, real_norm, messages).worksheets[0]
    assert (sheet["C2"].value, sheet["C2"].data_type, sheet["C3"].value) == (500, "n", None)


def test_what_looks_like_a_formula_in_a_text_file_stays_a_text(
    tmp_path: Path, real_norm: Record, messages: dict[str, str]
) -> None:
    sheet = beside(SPREADSHEETS["markup.csv"](), tmp_path, real_norm, messages).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=HYPERLINK(A1)", "s")


def test_a_text_file_keeps_its_texts_as_they_are(tmp_path: Path, real_norm: Record, messages: dict[str, str]) -> None:
    raw = "Klant;Startdatum;Prijs excl. btw\nSmit;05/03/2026;1\u00a0250,50\n".encode()
    assert beside(raw, tmp_path, real_norm, messages).worksheets[0]["C2"].value == "1\u00a0250,50"


def test_a_row_with_several_findings_has_them_all_in_one_cell(
    tmp_path: Path, real_norm: Record, messages: dict[str, str]
) -> None:
    sheet = beside(b"Klant;Startdatum;Einddatum\nSmit;1/2/26;x\n", tmp_path, real_norm, messages).worksheets[0]
    assert str(sheet["D2"].value).count("Kijk na: wat we niet konden lezen") == 2


def test_a_sheet_has_the_counts(tmp_path: Path, real_norm: Record, messages: dict[str, str]) -> None:
    book = beside(SPREADSHEETS["hidden.xlsx"](), tmp_path, real_norm, messages)
    lines = [row[0].value for row in book["Dossiercheck"].rows]
    assert lines[0] == "Opdrachten: 2"
    assert "Deze rijen zijn verborgen. We keken ze toch na: 3." in lines


def test_cells_merged_over_everything_are_no_hindrance(
    tmp_path: Path, real_norm: Record, messages: dict[str, str]
) -> None:
    def merge(book: Workbook) -> None:
        book.worksheets[0].merge_cells("A1:Z1")
        book.worksheets[0].merge_cells("C2:F3")

    raw = workbook([["Titel"], ["Klant", "Startdatum"], ["Smit", "1/2/26"]], merge)
    sheet = beside(raw, tmp_path, real_norm, messages).worksheets[0]
    assert (sheet["C2"].value, sheet["A1"].value) == ("Dossiercheck", "Titel")
