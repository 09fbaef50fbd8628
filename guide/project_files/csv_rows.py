"""Reads a CSV file: how it is encoded; what its text says is read as the page in the browser reads it."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.project_files import Sheet, sheet_of_text
from assessment.project_files.limits import UnreadableError
from guide.documents.decoding import decoded, is_text

__all__ = ["read_csv"]


def read_csv(raw: bytes) -> Iterator[Sheet]:
    """Yield the one sheet of a CSV file; every cell is a text.

    Raises:
        UnreadableError: It is no text, or too large.
    """
    try:
        text = decoded(raw)
    except UnicodeDecodeError:
        raise UnreadableError("check.list_not_a_list") from None
    if not is_text(text):
        raise UnreadableError("check.list_not_a_list")
    yield sheet_of_text(text)
