"""How large a spreadsheet may be, and why one is refused."""

from __future__ import annotations

__all__ = ["MOST_BYTES", "MOST_COLUMNS", "MOST_ROWS", "MOST_UNPACKED", "UnreadableError"]

MOST_BYTES = 10_000_000
MOST_ROWS, MOST_COLUMNS = 20_000, 300
# Of all parts of a workbook together: as many rows take less, and a zip bomb takes more.
MOST_UNPACKED = 80_000_000


class UnreadableError(Exception):
    """A spreadsheet that is refused.

    Attributes:
        message: Id of the sentence that says why.
    """

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)
