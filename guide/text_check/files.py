"""Reads a text that somebody wrote for customers: how it is encoded and marked up, and why it cannot be read."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from guide.documents.decoding import decoded, is_text
from guide.documents.document import Document
from guide.faults import Fault

__all__ = ["STANDARD_INPUT", "TextFile", "read_text_file"]

STANDARD_INPUT = "-"
# A book is half of it.
_MOST_BYTES = 2_000_000
_FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_LOOKS_LIKE_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|div|p|h1|table|ul)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TextFile:
    """A text and how it is marked up: `plain`, `markdown` or `html`."""

    name: str
    source: str
    form: str

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character, both from 1."""
        line_start = self.source.rfind("\n", 0, offset) + 1
        return self.source.count("\n", 0, offset) + 1, offset - line_start + 1


def read_text_file(path: str) -> TextFile | Fault:
    """Return a text, or the one fault that says why there is none.

    Args:
        path: The file, or `-` for what comes in by standard input.
    """
    try:
        raw = _read(sys.stdin.buffer) if path == STANDARD_INPUT else _read_file(Path(path))
    except FileNotFoundError:
        return _fault(path, "check.file_missing")
    except IsADirectoryError:
        return _fault(path, "check.file_is_folder")
    except PermissionError:
        return _fault(path, "check.file_forbidden")
    except (OSError, ValueError):
        return _fault(path, "check.file_unreadable")
    if len(raw) > _MOST_BYTES:
        return _fault(path, "check.file_too_large")
    return _text(path, raw)


def _text(path: str, raw: bytes) -> TextFile | Fault:
    try:
        source = decoded(raw)
    except UnicodeDecodeError:
        return _fault(path, "check.text_not_text")
    if not is_text(source):
        return _fault(path, "check.text_not_text")
    if not source.strip():
        return _fault(path, "check.text_empty")
    guess = "html" if _LOOKS_LIKE_HTML.match(source) else "plain"
    return TextFile(path, source, _FORMS.get(Path(path).suffix.lower(), guess))


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return _read(file)


def _read(stream: BinaryIO) -> bytes:
    return stream.read(_MOST_BYTES + 1)


def _fault(name: str, message: str) -> Fault:
    return Document(name, None).fault((), message)
