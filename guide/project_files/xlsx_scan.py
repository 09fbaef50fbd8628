"""What a workbook says of its sheets besides values: what is hidden or merged, and formulas without an outcome.

Looked at before a library reads the values, so that a file which claims more than it is gets refused in time.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse, parse
from zipfile import ZipFile

from assessment.project_files import Merge, column_number
from assessment.project_files.limits import MOST_COLUMNS, MOST_ROWS, UnreadableError

__all__ = ["SheetScan", "scan_sheets"]

_WORKBOOK = "xl/workbook.xml"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
# A library makes something of each merged cell, so nobody may claim a whole sheet.
_MOST_MERGED = 200_000


@dataclass
class SheetScan:
    """A sheet.

    Attributes:
        name: What it is called.
        hidden: Whether the workbook does not show it.
        last_row: The last row with a value.
        last_column: The last column with one.
        hidden_rows: Rows that it does not show.
        hidden_columns: Columns that it does not show.
        merged: Cells that are shown as one.
        unvalued: Row and column of each formula without an outcome.
    """

    name: str
    hidden: bool
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merge] = field(default_factory=list)
    unvalued: set[tuple[int, int]] = field(default_factory=set)


def scan_sheets(archive: ZipFile) -> Iterator[SheetScan]:
    """Yield each sheet of a workbook.

    Raises:
        UnreadableError: A sheet is too large.
    """
    for name, hidden, part in _sheets(archive):
        scan = SheetScan(name, hidden)
        with archive.open(part) as stream:
            _scan(stream, scan)
        yield scan


def _sheets(archive: ZipFile) -> Iterator[tuple[str, bool, str]]:
    """The name of each sheet, whether it is hidden, and the part that it is in; a sheet of a chart is none."""
    targets = {}
    with archive.open(posixpath.join(posixpath.dirname(_WORKBOOK), "_rels/workbook.xml.rels")) as stream:
        for relation in _root(stream):
            if relation.get("Type", "").endswith("/worksheet"):
                targets[relation.get("Id")] = relation.get("Target", "")
    with archive.open(_WORKBOOK) as stream:
        for element in _root(stream).iter():
            relation_id = next((value for key, value in element.items() if key.endswith("}id")), None)
            if _tag(element) == "sheet" and relation_id in targets:
                part = posixpath.join(posixpath.dirname(_WORKBOOK), targets[relation_id]).lstrip("/")
                yield element.get("name", ""), element.get("state", "visible") != "visible", posixpath.normpath(part)


def _root(stream: IO[bytes]) -> Element:
    # Since Python 3.11.4 its parser stops entities that grow, and it never fetches any.
    return parse(stream).getroot()  # noqa: S314


def _scan(stream: IO[bytes], scan: SheetScan) -> None:
    row = 0
    for _, element in iterparse(stream):  # noqa: S314 - see _root
        tag = _tag(element)
        if tag == "row":
            row = int(element.get("r", row + 1))
            _scan_row(element, row, scan)
            element.clear()
        elif tag == "col" and element.get("hidden") in {"1", "true"}:
            first, last = int(element.get("min", 1)), int(element.get("max", 1))
            scan.hidden_columns |= set(range(first, min(last, MOST_COLUMNS) + 1))
        elif tag == "mergeCell":
            _scan_merge(element.get("ref", ""), scan)


def _scan_row(element: Element, row: int, scan: SheetScan) -> None:
    if element.get("hidden") in {"1", "true"} and row <= MOST_ROWS:
        scan.hidden_rows.add(row)
    column = 0
    for cell in element:
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = (column_number(place[1]) or 0) if place else column + 1
        parts = {_tag(part): part for part in cell}
        has_value = any(name in parts and ("".join(parts[name].itertext())) for name in ("v", "is"))
        if has_value or "f" in parts:
            _grow(scan, row, column)
        if "f" in parts and not has_value:
            scan.unvalued.add((row, column))


def _grow(scan: SheetScan, row: int, column: int) -> None:
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise UnreadableError("check.list_too_many_rows")
    scan.last_row, scan.last_column = max(scan.last_row, row), max(scan.last_column, column)


def _scan_merge(reference: str, scan: SheetScan) -> None:
    ends = [_PLACE.fullmatch(end) for end in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:  # noqa: PLR2004 - a first and a last cell
        first, last = ends[0], ends[1]
        columns = column_number(first[1]) or 0, column_number(last[1]) or 0
        scan.merged.append(Merge(int(first[2]), columns[0], int(last[2]), columns[1]))
    if sum(_area(merge) for merge in scan.merged) > _MOST_MERGED:
        raise UnreadableError("check.list_too_many_rows")


def _area(merge: Merge) -> int:
    return (merge.last_row - merge.first_row + 1) * (merge.last_column - merge.first_column + 1)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
