"""Reads a file as text; what keeps it from being read is a fault and no exception."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from guide.documents.document import Document, Place
from guide.faults import Fault

__all__ = ["decode", "read_stream", "read_text"]

# A norm file is tens of kilobytes; far beyond that, somebody named the wrong file.
MAX_BYTES = 20_000_000
# How a PDF begins, and a zip, which documents and spreadsheets are too.
_NO_TEXT = (b"%PDF-", b"PK\x03\x04")


def read_text(path: Path, name: str, largest: int = MAX_BYTES) -> tuple[str | None, list[Fault]]:
    """The text of a UTF-8 file, with or without a byte-order mark.

    Args:
        path: The file.
        name: What faults call it.
        largest: As many bytes as it may have.

    Returns:
        The text, or None with the one fault that says why there is none.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file, name, largest)
    except FileNotFoundError:
        return None, [_fault(name, "check.file_missing")]
    except IsADirectoryError:
        return None, [_fault(name, "check.file_is_folder")]
    except PermissionError:
        return None, [_fault(name, "check.file_forbidden")]
    except (OSError, ValueError):
        return None, [_fault(name, "check.file_unreadable")]


def read_stream(stream: BinaryIO, name: str, largest: int = MAX_BYTES) -> tuple[str | None, list[Fault]]:
    """The text of what is open already; as `read_text`."""
    raw = stream.read(largest + 1)
    return (None, [_fault(name, "check.file_too_large")]) if len(raw) > largest else decode(raw, name)


def decode(raw: bytes, name: str) -> tuple[str | None, list[Fault]]:
    """The text of UTF-8 bytes, or the place of the first byte that is none."""
    if raw.startswith(_NO_TEXT):
        return None, [_fault(name, "check.file_no_text")]
    if 0 in raw[:2]:
        # UTF-16 without a mark: to UTF-8 a byte like any other, but the cure is the same.
        return None, [_bad_byte(raw, raw.index(0), name)]
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        # Positions leave out a byte-order mark, which can only stand at the start.
        return None, [_bad_byte(error.object, error.start, name)]


def _bad_byte(raw: bytes, start: int, name: str) -> Fault:
    line_start = raw.rfind(b"\n", 0, start) + 1
    column = len(raw[line_start:start].decode("utf-8", errors="replace")) + 1
    place = Place(raw.count(b"\n", 0, start) + 1, column)
    byte = f"0x{raw[start]:02X}"
    return Document(name, None).fault((), "check.encoding", place=place, byte=byte)


def _fault(name: str, message: str) -> Fault:
    return Document(name, None).fault((), message)
