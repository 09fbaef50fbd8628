"""Texts in the cells of a workbook: they stay texts, whatever they begin with, and none is too long for a cell."""

from __future__ import annotations

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

__all__ = ["write_text"]

_TEXT = "s"
_MOST_IN_CELL = 32_000


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text into a cell that never becomes a formula, without the characters that no workbook can hold."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_MOST_IN_CELL]
    cell.data_type = _TEXT
