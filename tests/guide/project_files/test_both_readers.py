"""The page reads every spreadsheet as the command line does, or refuses it for the same reason."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from assessment.project_files import Sheet, sheet_of, sheet_of_text
from assessment.project_files.limits import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, UnreadableError
from guide.faults import Fault
from guide.paths import FRONTEND
from guide.project_files import read_list_file
from tests.frontend.node_tests import bundle_tests, run_script
from tests.guide.project_files.making import first, part_changed, workbook
from tests.guide.project_files.spreadsheets import SPREADSHEETS

SHEET = "xl/worksheets/sheet1.xml"
# A spreadsheet knows no time zones.
MOMENT = datetime(2026, 6, 15, 23, 59, 59)  # noqa: DTZ001
CELLS = [
    date(2026, 6, 15), date(1900, 1, 5), MOMENT, time(9, 30), timedelta(hours=30), timedelta(hours=1, minutes=2),
    True, False, 0, -7.25, 1e20, "café 😀 & <b> \u00a0", "regel\nregel", " \t x ", "",
]  # fmt: skip
FORMATS = ['"dag" 0', "[Red]0.00", "[$-813]d mmmm yyyy", "[h]:mm", "0_d", "#,##0 \\d", "d/m;0", "0;d", "@"]


def shown(book: Workbook) -> None:
    for at, form in enumerate(FORMATS, start=1):
        cell = first(book).cell(1, at, 45000.75)
        cell.number_format = form


def with_rich_texts() -> bytes:
    """Texts in runs, with how one is read aloud, as a text of the cell itself, and between marks of CDATA."""
    raw = workbook([["Klant", "Opleiding", "Prijs"], [1, 2, 3]])
    cells = (
        '<c r="A2" t="inlineStr"><is><r><t>Ca</t></r><r><t>fé</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
        '<c r="B2" t="str"><f>A2</f><v><![CDATA[a < b]]></v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A2</f></c>'
    )
    row = '<c r="A2" t="n"><v>1</v></c><c r="B2" t="n"><v>2</v></c><c r="C2" t="n"><v>3</v></c>'
    return part_changed(raw, SHEET, row, cells)


MADE = {
    "cells.xlsx": lambda: workbook([CELLS]),
    "formats.xlsx": lambda: workbook([], shown),
    "rich.xlsx": with_rich_texts,
    "wide.csv": lambda: b";".join([b"x"] * (MOST_COLUMNS + 1)),
    "long.csv": lambda: b"x;y\n" * (MOST_ROWS + 1),
    "cp1252.csv": lambda: b"Klant;Prijs\nCaf\xe9;\x80 12\n",
    "utf-16be.csv": lambda: b"\xfe\xff" + "Klant;Prijs\nCafé;€ 12\n".encode("utf-16-be"),
    "no-windows.csv": lambda: b"Klant;Prijs\nCaf\xe9;\x81 12\n",
    "page.csv": lambda: b" <html><p>x",
}
ALL: Mapping[str, Callable[[], bytes]] = {**SPREADSHEETS, **MADE}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, Any]]:
    """What the page's readers say of every spreadsheet."""
    folder, target = tmp_path_factory.mktemp("lists"), tmp_path_factory.mktemp("told") / "told.json"
    for name, make in ALL.items():
        (folder / name).write_bytes(make())
    (script,) = bundle_tests(Path(__file__).parent, ["read_lists.ts"], target.parent)
    run_script(script, str(folder), str(target))
    said = json.loads(target.read_text(encoding="utf-8"))
    return {name: (folder / name, said[name]) for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_both_read_the_same(name: str, told: Mapping[str, tuple[Path, Any]]) -> None:
    path, by_page = told[name]
    assert _of_page(by_page) == _of_command(path)


def _of_page(told: Mapping[str, Any]) -> Any:
    if "refusal" in told:
        return told["refusal"]
    try:
        sheets = [sheet_of_text(told["text"])] if "text" in told else [sheet_of(each) for each in told["sheets"]]
    except UnreadableError as error:
        return error.message.removeprefix("check.list_")
    return _plain(sheets)


def _of_command(path: Path) -> Any:
    read = read_list_file(str(path))
    return read.message.removeprefix("check.list_") if isinstance(read, Fault) else _plain(list(read.sheets))


def _plain(sheets: list[Sheet]) -> Any:
    return [sheet._replace(rows=[list(row) for row in sheet.rows]) for sheet in sheets] if _filled(sheets) else "empty"


def _filled(sheets: list[Sheet]) -> bool:
    return any(any(row) for sheet in sheets for row in sheet.rows)


def test_both_take_as_much() -> None:
    source = (FRONTEND / "desk-files/opened-list.ts").read_text(encoding="utf-8")
    limits = {name: int(number.replace("_", "")) for name, number in re.findall(r"const (\w+) = ([\d_]+);", source)}
    assert limits == {"MOST_LIST_BYTES": MOST_BYTES, "MOST_ROWS": MOST_ROWS, "MOST_COLUMNS": MOST_COLUMNS}
