"""Reads an export: what it says that it was made with, and what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from assessment.checking import FIRST_DAY, LAST_DAY
from assessment.receipt import RECEIPT, RECEIPT_FORMAT
from assessment.report import REPORT_FORMAT
from guide.documents.document import Document
from guide.documents.json_reader import parse_json
from guide.documents.text_reader import decode
from guide.faults import Fault
from guide.findings.reading import why_unread
from guide.text_check.refusal import REFUSALS, RefusedError
from guide.validation.schemas import schema
from guide.validation.validator import validator
from guide.verification.paper_lines import lines_of_part, one_line

__all__ = ["Export", "Line", "UnverifiableError", "read_export", "shown_lines"]

Record = dict[str, Any]

_MOST_BYTES, _MOST_LINES = 20_000_000, 20_000
# The kind of what holds the whole report; others are papers for Word.
_WHOLE = "report"
_ZIP = b"PK\x03\x04"
_MAIN, _PROPERTIES = "word/document.xml", "docProps/custom.xml"
# What stands above and below each page.
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_COMMENT = re.compile(rf"<!-- {RECEIPT} (\{{.*\}}) -->")
_TAG = re.compile(r"<[^<>]*>")
_ANSWERS = "kmop-answers/"
_REPORT = "kmop-report/"


class UnverifiableError(Exception):
    """It cannot be told what a file was made of; its text is the end of the id of a message."""


@dataclass(frozen=True)
class Line:
    """A line of an export.

    Attributes:
        place: The number of the line in the file, from 1; nothing where it has none.
        text: What a reader sees.
    """

    place: int | None
    text: str


@dataclass(frozen=True)
class Export:
    """What was read.

    Attributes:
        receipt: What it says that it was made with.
        lines: What stands in it, in the order in which it is read; none for a report document.
        source: The whole text, where it is one.
        report: The report document itself, if it is that.
    """

    receipt: Record
    lines: list[Line] = field(default_factory=list)
    source: str | None = None
    report: Record | None = None


def read_export(path: Path) -> Export | Fault:
    """Read an export.

    Args:
        path: The file.

    Returns:
        What was read, or the one fault that says why nothing was.

    Raises:
        UnverifiableError: It is no export, or does not say what it was made with.
    """
    name = path.as_posix()
    try:
        raw = _raw(path)
        return _document(raw) if raw.startswith(_ZIP) else _text(raw, name)
    except RefusedError as refused:
        return Document(name, None).fault((), REFUSALS[str(refused)])
    except (OSError, ValueError) as error:
        return Document(name, None).fault((), why_unread(error))


def _raw(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise RefusedError("too_large")
    return raw


def _document(raw: bytes) -> Export:
    from guide.text_check.docx_text import read_parts  # noqa: PLC0415 - other files need no such library

    parts = read_parts(raw, lambda name: name == _PROPERTIES or bool(_MARGIN.fullmatch(name)))
    found = [each for each in parts.get(_PROPERTIES, ()) if each.get("name") == RECEIPT]
    if not found:
        raise UnverifiableError("no_receipt")
    receipt = _receipt("".join(found[0].itertext()))
    if receipt["kind"] == _WHOLE:
        raise UnverifiableError("broken_receipt")
    margins = {line for name, part in parts.items() if _MARGIN.fullmatch(name) for line in lines_of_part(part)}
    return Export(receipt, _limited([Line(None, text) for text in (*lines_of_part(parts[_MAIN]), *sorted(margins))]))


def _text(raw: bytes, name: str) -> Export | Fault:
    text, faults = decode(raw, name)
    if text is None:
        return faults[0]
    if text.lstrip().startswith("{"):
        document, faults = parse_json(text, name)
        return faults[0] if document is None else _data(document.data)
    comment = _COMMENT.search(text)
    found = comment[1] if comment else _meta(text)
    if found is None:
        raise UnverifiableError("no_receipt")
    receipt = _receipt(found)
    if receipt["kind"] != _WHOLE:
        raise UnverifiableError("broken_receipt")
    return Export(receipt, _limited([*shown_lines(text)]), text)


def _limited(lines: list[Line]) -> list[Line]:
    """Refuse what is longer than anything that we make: to compare it would take for ever."""
    if len(lines) > _MOST_LINES:
        raise RefusedError("too_large")
    return lines


def _data(data: Any) -> Export:
    """Take a report document; whatever else it is, say so."""
    form = str(data.get("format", "")) if isinstance(data, dict) else ""
    if form == REPORT_FORMAT:
        names = ("norm", "date", "answers_sha256")
        made = {name: data[name] for name in names if name in data}
        return Export(_held({"format": RECEIPT_FORMAT, "kind": _WHOLE, "form": "json", **made}), report=data)
    other = {_ANSWERS: "answers", _REPORT: "other_report"}
    raise UnverifiableError(next((reason for begin, reason in other.items() if form.startswith(begin)), "no_receipt"))


def _receipt(text: str) -> Record:
    try:
        return _held(json.loads(text))
    except ValueError as error:
        raise UnverifiableError("broken_receipt") from error


def _held(receipt: Any) -> Record:
    """Return a receipt that holds to its schema, and names a day that there is."""
    if any(validator(schema("receipt")).iter_errors(receipt)) or not _is_day(receipt["date"]):
        raise UnverifiableError("broken_receipt")
    held: Record = receipt
    return held


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return FIRST_DAY <= day <= LAST_DAY


class _Meta(HTMLParser):
    """Finds the receipt in the head of a page."""

    found: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == RECEIPT:
            self.found = given.get("content") or ""


def _meta(text: str) -> str | None:
    parser = _Meta()
    parser.feed(text)
    return parser.found


def shown_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text as they are read, without markup and without what is empty."""
    for number, line in enumerate(text.splitlines(), 1):
        shown = one_line(unescape(_TAG.sub(" ", line)))
        if shown:
            yield Line(number, shown)
