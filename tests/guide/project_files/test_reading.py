"""Every spreadsheet is read as `expected.yaml` says, or refused with the reason."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.project_files import Asked, Layout, Listed, check_files, read_list
from assessment.project_files.limits import MOST_BYTES
from assessment.project_files.records import records_of
from guide.faults import Fault, fault_text
from guide.project_files import ListFile, read_list_file
from tests.guide.project_files.making import workbook
from tests.guide.project_files.spreadsheets import SPREADSHEETS

Record = dict[str, Any]
DAY = date(2026, 11, 28)
EXPECTED: Record = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8"))
# What a cell can hold: no formula, and nothing that a program alone would write.
TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=8).filter(
    lambda text: not text.startswith(("=", "<", "\ufeff")) and text.strip()
)
each_spreadsheet = pytest.mark.parametrize("name", SPREADSHEETS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All spreadsheets."""
    made = tmp_path_factory.mktemp("spreadsheets")
    for name, make in SPREADSHEETS.items():
        (made / name).write_bytes(make())
    return made


def listed(path: Path, norm: Record) -> Listed:
    file = read_list_file(str(path))
    assert isinstance(file, ListFile)
    return read_list(file.sheets, norm, {})


def said(found: Listed, norm: Record) -> list[list[Any]]:
    """Each file with its row and what its cells say."""
    records = records_of(found.sheet, found.tables, Layout(norm), {"list": "projects"})
    return [[each.row, each.values | {name: f"unread: {why}" for name, why in each.unread.items()}] for each in records]


def test_every_spreadsheet_has_what_is_expected_of_it() -> None:
    assert list(EXPECTED) == list(SPREADSHEETS)


@each_spreadsheet
def test_a_spreadsheet_is_read_or_refused_as_expected(
    name: str, folder: Path, real_norm: Record, messages: dict[str, str]
) -> None:
    expected = EXPECTED[name]
    file = read_list_file(str(folder / name))
    if isinstance(file, Fault):
        assert {"fault": file.message.removeprefix("check.")} == expected
        return
    found = read_list(file.sheets, real_norm, {})
    assert said(found, real_norm) == expected["rows"]
    report = check_files(found, real_norm, Asked(DAY), messages)
    assert [note["note"] for note in report["notes"]] == expected.get("notes", [])
    assert [[column.number for column in doubt.columns] for doubt in found.doubts] == expected.get("doubts", [])


@each_spreadsheet
def test_why_a_spreadsheet_is_refused_is_a_sentence(name: str, folder: Path, messages: dict[str, str]) -> None:
    file = read_list_file(str(folder / name))
    if isinstance(file, Fault):
        assert "{" not in fault_text(file, messages)


def test_a_list_in_which_all_is_right_has_no_findings(
    folder: Path, real_norm: Record, messages: dict[str, str]
) -> None:
    found = listed(folder / "right.xlsx", real_norm)
    report = check_files(found, real_norm, Asked(DAY), messages)
    assert report["findings"] == []


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"Klant;Startdatum\n" * (MOST_BYTES // 10))
    file = read_list_file(str(path))
    assert isinstance(file, Fault)
    assert file.message == "check.list_too_large"


@pytest.mark.parametrize("raw", [b"Klant;Startdatum\n" + b"Smit;5/03/2026\n" * 20_001, b";".join([b"Klant"] * 400)])
def test_more_rows_or_columns_than_anybody_has_are_refused(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(raw)
    file = read_list_file(str(path))
    assert isinstance(file, Fault)
    assert file.message == "check.list_too_many_rows"


@pytest.mark.parametrize("cut", range(0, 4700, 300))
def test_no_half_of_a_workbook_gives_more_than_a_sentence(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes(workbook([["Klant", "Startdatum"], ["Smit", "5/03/2026"]])[:cut])
    file = read_list_file(str(path))
    assert isinstance(file, Fault)
    assert file.message in {"check.list_broken", "check.list_empty", "check.list_not_a_list"}


CELLS = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.dates(date(2000, 1, 1), date(2099, 12, 31)), TEXTS)


@settings(max_examples=25)
@given(st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=8))
def test_a_workbook_is_read_cell_by_cell(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]) -> None:
    path = tmp_path_factory.mktemp("rows") / "list.xlsx"
    path.write_bytes(workbook(rows))
    wanted = [[cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in rows]
    file = read_list_file(str(path))
    read = [] if isinstance(file, Fault) else [list(row) for row in file.sheets[0].rows]
    assert _without_ends(read) == _without_ends(wanted)


@settings(max_examples=50)
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=2, max_size=8), st.sampled_from([";", "\t", ","]))
def test_a_text_file_is_read_cell_by_cell(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str
) -> None:
    path = tmp_path_factory.mktemp("rows") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    file = read_list_file(str(path))
    assert isinstance(file, ListFile)
    assert [list(row) for row in file.sheets[0].rows] == rows


def _without_ends(rows: list[list[Any]]) -> list[list[Any]]:
    """Rows without what is empty behind and below them."""
    kept = [row[: max((at for at, cell in enumerate(row, start=1) if cell is not None), default=0)] for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return kept


@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_what_parts_the_columns_is_found(separator: str, tmp_path: Path, real_norm: Record) -> None:
    path = tmp_path / "list.csv"
    rows = [["Klant", "Startdatum", "Prijs excl. btw"], ["Smit", "5/03/2026", '"1.250,50"'], ["Peeters", "", "150"]]
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    assert [values.get("price") for _, values in said(listed(path, real_norm), real_norm)] == [125050, 15000]


def test_a_formula_is_never_run(folder: Path) -> None:
    file = read_list_file(str(folder / "formulas.xlsx"))
    assert isinstance(file, ListFile)
    assert [list(row)[2:] for row in file.sheets[0].rows[1:]] == [[500], []]
    assert file.sheets[0].unvalued == {(3, 3)}
