"""The results of a batch as files: JSON Lines, and tables with one candidate a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from assessment import Wording
from guide.xlsx_text import write_text

__all__ = ["WRITERS", "write_errors"]

Entries = Iterable[Mapping[str, Any]]
Cell = str | int | float | None
Column = tuple[str, Callable[[Mapping[str, Any]], Cell]]

_STATE = "view.progress.state"
_AMOUNTS = ("low", "likely", "high")
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_json_lines(entries: Entries, _wording: Wording, path: Path) -> None:
    """Write one result a line, as `schemas/batch.schema.json` describes it."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entry in entries:
            file.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")


def write_csv(entries: Entries, wording: Wording, path: Path) -> None:
    """Write a table for spreadsheets: semicolons and a byte-order mark, as those of this country expect."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        _write_rows(csv.writer(file, delimiter=";"), _rows(entries, wording))


def write_xlsx(entries: Entries, wording: Wording, path: Path) -> None:
    """Write a workbook row by row, so that memory does not grow with it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(wording.messages["batch.sheet"])
    sheet.freeze_panes = "B2"
    for number, row in enumerate(_rows(entries, wording)):
        sheet.append([_sheet_cell(sheet, cell, bold=number == 0) for cell in row])
    book.save(path)


WRITERS: Mapping[str, Callable[[Entries, Wording, Path], None]] = {
    ".jsonl": write_json_lines,
    ".csv": write_csv,
    ".xlsx": write_xlsx,
}
"""What writes the results, by how the name of the file ends."""


def write_errors(entries: Entries, messages: Mapping[str, str], path: Path) -> None:
    """Write a table of what could not be judged: each reason in a row of its own."""
    headings = [messages[f"batch.column.{name}"] for name in ("name", "file", "line", "reason")]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = (
            [entry["name"], entry["file"], entry["line"], reason] for entry in entries for reason in entry["reasons"]
        )
        _write_rows(csv.writer(file, delimiter=";"), [headings, *rows])


def _write_rows(writer: Any, rows: Iterable[Sequence[Cell]]) -> None:
    for row in rows:
        writer.writerow([_csv_cell(cell) for cell in row])


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _sheet_cell(sheet: Any, value: Cell, *, bold: bool) -> Any:
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        write_text(cell, value)
    else:
        cell.value = value
    if bold:
        cell.font = Font(bold=True)
    return cell


def _rows(entries: Entries, wording: Wording) -> Iterator[list[Cell]]:
    columns = _columns(wording)
    yield [heading for heading, _ in columns]
    for entry in entries:
        yield [cell_of(entry) for _, cell_of in columns]


def _columns(wording: Wording) -> list[Column]:
    say = {key.removeprefix("batch.column."): text for key, text in wording.messages.items()}
    norm = wording.norm
    return [
        (say["name"], lambda entry: entry["name"]),
        (say["title"], lambda entry: entry["title"]),
        (say["date"], lambda entry: entry["date"]),
        *[_outcome(name, say, wording) for name in norm["scoring"]["readings"]],
        *[(say[f"points_{name}"], _number("points", name)) for name in ("in_order", "to_do", "open")],
        *[_requirement(name, wording) for name in norm["requirements"]],
        (say["to_do"], _titles(_named("checks", "to_do"), wording)),
        (say["missing"], _titles(_named("documents", "missing"), wording)),
        (say["documents_open"], _titles(_named("documents", "unknown"), wording)),
        *[(say[f"hours_{name}"], _amount("minutes", name, 60)) for name in _AMOUNTS],
        *[(say[f"price_{name}"], _amount("cents", name, 100)) for name in _AMOUNTS],
        (say["deadlines"], lambda entry: _deadlines(entry, wording)),
        (say["notes"], lambda entry: " ".join(entry["notes"])),
    ]


def _outcome(reading: str, say: Mapping[str, str], wording: Wording) -> Column:
    heading = say["outcome"].format(scenario=wording.scenario(reading))
    return (
        heading,
        lambda entry: wording.verdicts(entry["outcome"][reading]) if entry["audit_required"] else say["no_audit"],
    )


def _requirement(name: str, wording: Wording) -> Column:
    return wording.title(name), lambda entry: wording.message(f"{_STATE}.{entry['requirements'][name]}")


def _number(group: str, name: str) -> Callable[[Mapping[str, Any]], Cell]:
    return lambda entry: entry[group][name]


def _amount(group: str, name: str, unit: int) -> Callable[[Mapping[str, Any]], Cell]:
    return lambda entry: None if entry[group] is None else round(entry[group][name] / unit, 1)


def _named(group: str, state: str) -> Callable[[Mapping[str, Any]], list[str]]:
    return lambda entry: [name for name, found in entry[group].items() if found == state]


def _titles(
    names: Callable[[Mapping[str, Any]], Sequence[str]], wording: Wording
) -> Callable[[Mapping[str, Any]], Cell]:
    return lambda entry: "\n".join(wording.title(name) for name in names(entry))


def _deadlines(entry: Mapping[str, Any], wording: Wording) -> str:
    return "\n".join(f"{wording.title(name)}: {day}" for name, day in entry["deadlines"].items() if day)
