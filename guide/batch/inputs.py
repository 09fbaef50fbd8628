"""Where the answers of many candidates come from: a folder of files, JSON Lines (one answers document a line), or CSV.

Records are read one by one and never all at once, in an order that is the same every time.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from guide.documents.document import MAX_ANSWERS_BYTES

__all__ = ["Given", "InputError", "count_records", "headings_of", "input_fingerprint", "read_records"]

_ANSWERS = frozenset({".json", ".yaml", ".yml"})
# A cell may hold as much as a note in the self-assessment.
_LONGEST_CELL = 1_000_000
_BLOCK = 1 << 20


class InputError(Exception):
    """The input as a whole cannot be read, for one reason or more.

    Attributes:
        reasons: Of each the sentence's id, without `batch.`, and what it fills in.
    """

    def __init__(self, *reasons: tuple[str, Mapping[str, object]]) -> None:
        self.reasons = reasons
        super().__init__(*(name for name, _ in reasons))


@dataclass(frozen=True)
class Given:
    """One record as it was given.

    Attributes:
        name: What it is called in everything that is written: its file, or the file and the line.
        file: The file that it stands in.
        line: The line on which it begins there.
        content: Its text, the cells of its row by their headings, or None when it is no text.
    """

    name: str
    file: str
    line: int
    content: str | dict[str, str] | None


def read_records(source: Path, skip: int = 0) -> Iterator[Given]:
    """Yield the records of a source in their order.

    Args:
        source: A folder, a `.jsonl` or a `.csv` file.
        skip: As many are passed over, for whoever did them before.

    Raises:
        InputError: It is none of these, or empty.
    """
    records = _reader_of(source)
    for _ in range(skip):
        next(records, None)
    yield from records


def count_records(source: Path) -> int:
    """How many records there are, or about as many: blank lines and cells of several lines are counted too."""
    if source.is_dir():
        return len(_files(source))
    with source.open("rb") as file:
        lines = sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    return max(1, lines - (source.suffix.lower() == ".csv"))


def input_fingerprint(source: Path) -> str:
    """A digest that changes when the input does: names, sizes and times of its files, so that nothing is read twice."""
    whole = hashlib.sha256()
    for path in _files(source) if source.is_dir() else [source]:
        facts = path.stat()
        whole.update(f"{path.name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def _reader_of(source: Path) -> Iterator[Given]:
    if source.is_dir():
        return _folder(source)
    if not source.exists():
        raise InputError(("missing", {"file": source}))
    readers = {".jsonl": _json_lines, ".ndjson": _json_lines, ".csv": _rows}
    if source.suffix.lower() not in readers:
        raise InputError(("form", {"file": source}))
    return readers[source.suffix.lower()](source)


def _files(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ANSWERS and path.is_file())
    return [path for path in found if not path.name.startswith(".")]


def _folder(folder: Path) -> Iterator[Given]:
    files = _files(folder)
    if not files:
        raise InputError(("empty_folder", {"file": folder}))
    for path in files:
        yield Given(path.name, path.as_posix(), 1, _text(path))


def _text(path: Path) -> str | None:
    with path.open("rb") as file:
        return _decoded(file.read(MAX_ANSWERS_BYTES + 1))


def _decoded(raw: bytes) -> str | None:
    if len(raw) > MAX_ANSWERS_BYTES:
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _json_lines(source: Path) -> Iterator[Given]:
    with source.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            if raw.strip():
                yield Given(f"{source.name}:{number}", source.as_posix(), number, _decoded(raw))


def headings_of(source: Path) -> list[str]:
    """Return the headings of a CSV file; no other input has any."""
    if source.suffix.lower() != ".csv" or not source.is_file():
        return []
    with source.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return _headings(_cells(file))


def _rows(source: Path) -> Iterator[Given]:
    """The rows of a CSV file; the first has the headings."""
    with source.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = _cells(file)
        headings = _headings(rows)
        before = rows.line_num
        for row in rows:
            line, before = before + 1, rows.line_num
            if any(cell.strip() for cell in row):
                yield Given(f"{source.name}:{line}", source.as_posix(), line, dict(zip(headings, row, strict=False)))


def _cells(file: TextIO) -> Any:
    """A reader of cells; commas or semicolons stand between them, whichever the first line has more of."""
    csv.field_size_limit(_LONGEST_CELL)
    first = file.readline()
    file.seek(0)
    return csv.reader(file, delimiter=";" if first.count(";") > first.count(",") else ",")


def _headings(rows: Iterator[list[str]]) -> list[str]:
    return [heading.strip() for heading in next(rows, [])]
