"""Reads a text that somebody wrote for customers: what kind of file it is, and why it cannot be read.

`frontend/desk-files/open-text.ts` and `plain-text.ts` decide in the same way.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from guide.documents.decoding import decoded, is_text
from guide.documents.document import Document
from guide.faults import Fault
from guide.findings.reading import why_unread
from guide.text_check.refusal import REFUSALS, RefusedError

__all__ = ["STANDARD_INPUT", "TextFile", "read_text_file"]

STANDARD_INPUT = "-"
# A book is half of it; a document has pictures too.
_MOST_TEXT, _MOST_BYTES = 2_000_000, 20_000_000
_FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_LOOKS_LIKE_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|div|p|h1|table|ul)\b", re.IGNORECASE)
# By what a file begins with; before that of a PDF, some programs write a few bytes of their own.
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# What programs of the office put around a document that has a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"{\\rtf")


@dataclass(frozen=True)
class TextFile:
    """A text and how it is marked up: `plain`, `markdown` or `html`.

    Attributes:
        name: What the file is called.
        source: The text, with what marks it up.
        form: How it is marked up.
        unread: On how many pages there is no text, as on scanned ones.
    """

    name: str
    source: str
    form: str
    unread: int = 0


def read_text_file(path: str) -> TextFile | Fault:
    """Return a text, or the one fault that says why there is none.

    Args:
        path: The file, or `-` for what comes in by standard input.
    """
    try:
        raw = _read(sys.stdin.buffer) if path == STANDARD_INPUT else _read_file(Path(path))
    except (OSError, ValueError) as error:
        return _fault(path, why_unread(error))
    try:
        return _limited(_text(path, raw))
    except RefusedError as refused:
        return _fault(path, REFUSALS[str(refused)])


def _text(path: str, raw: bytes) -> TextFile:
    if len(raw) > _MOST_BYTES:
        raise RefusedError("too_large")
    if _PDF in raw[:_PDF_WITHIN]:
        from guide.text_check.pdf_text import read_pdf  # noqa: PLC0415 - other files need no such library

        text, unread = read_pdf(raw)
        return TextFile(path, text, "plain", unread)
    if raw.startswith(_ZIP):
        from guide.text_check.docx_text import read_docx  # noqa: PLC0415 - as above

        return TextFile(path, read_docx(raw), "plain")
    if raw.startswith(_OLD_OFFICE):
        raise RefusedError("protected" if _ENCRYPTED in raw else "old_word")
    if raw.startswith(_PICTURES):
        raise RefusedError("other_kind")
    return _plain(path, raw)


def _limited(file: TextFile) -> TextFile:
    """Refuse a text that is longer than a book, whatever it came in."""
    if len(file.source) > _MOST_TEXT:
        raise RefusedError("too_large")
    return file


def _plain(path: str, raw: bytes) -> TextFile:
    if len(raw) > _MOST_TEXT:
        raise RefusedError("too_large")
    try:
        source = decoded(raw)
    except UnicodeDecodeError as error:
        raise RefusedError("not_text") from error
    if not is_text(source):
        raise RefusedError("not_text")
    if not source.strip():
        raise RefusedError("empty")
    guess = "html" if _LOOKS_LIKE_HTML.match(source) else "plain"
    return TextFile(path, source, _FORMS.get(Path(path).suffix.lower(), guess))


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return _read(file)


def _read(stream: BinaryIO) -> bytes:
    return stream.read(_MOST_BYTES + 1)


def _fault(name: str, message: str) -> Fault:
    return Document(name, None).fault((), message)
