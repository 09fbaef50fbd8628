"""Makes workbooks, and changes what stands in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["first", "part_changed", "workbook"]


def workbook(rows: Iterable[Sequence[Any]], change: Callable[[Workbook], object] | None = None) -> bytes:
    """A workbook of one sheet, and what else is done to it."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def first(book: Workbook) -> Worksheet:
    """The first sheet."""
    return book.worksheets[0]


def part_changed(raw: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with something else in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            text = archive.read(name)
            if name == part:
                assert old.encode() in text, f"{part} does not say {old}"
                text = text.replace(old.encode(), new.encode())
            changed.writestr(name, text)
    return out.getvalue()
