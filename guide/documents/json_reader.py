"""Reads JSON to plain data with the place of every key and value.

The standard library's reader knows no places, so the few rules of the format are written out here;
texts and numbers are still read by it. Where readers do not agree on what JSON means, it is a fault, as in
`assessment.i_json`, which reads the same in the browser and knows no places.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from typing import Any

from assessment.i_json import MAX_INTEGER
from guide.documents.document import HALF_CHARACTER, MAX_ANSWERS_DEPTH, Document, Path, Place
from guide.faults import Fault

__all__ = ["parse_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
# Far more than the largest number has; Python refuses to turn much longer texts into numbers.
_MAX_DIGITS = 300
_DECODER = json.JSONDecoder()


def parse_json(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    """Parse the text of one file.

    Args:
        text: The whole text.
        name: What faults call the file.

    Returns:
        The document, or None when the text is no JSON, and all that is wrong.
    """
    if not text.strip():
        return None, [Document(name, None).fault((), "check.empty_file")]
    reader = _Reader(text)
    try:
        data = reader.whole()
    except _BrokenError as error:
        return None, [Document(name, None).fault((), error.message, place=error.place)]
    document = Document(name, data, reader.values, reader.keys)
    return document, [
        document.fault(path, message, place=place, **values) for path, message, place, values in reader.noted
    ]


_TOO_LARGE = object()


def _number(digits: str) -> Any:
    """A number that every reader holds as it is written, or the sign that it is too large for that."""
    if len(digits) > _MAX_DIGITS:
        return _TOO_LARGE
    number = json.loads(digits)
    most = MAX_INTEGER if isinstance(number, int) else math.inf
    return number if abs(number) <= most and math.isfinite(number) else _TOO_LARGE


class _BrokenError(Exception):
    """The text stops being JSON at a place."""

    def __init__(self, message: str, place: Place) -> None:
        self.message = message
        self.place = place
        super().__init__(message)


class _Reader:
    """Reads one text from front to back; `self.at` is how far it has come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.noted: list[tuple[Path, str, Place, dict[str, Any]]] = []

    def whole(self) -> Any:
        self._space()
        value = self._value(())
        self._space()
        if self.at < len(self.text):
            raise self._broken()
        return value

    def _broken(self, message: str = "check.broken_json") -> _BrokenError:
        return _BrokenError(message, self._place())

    def _place(self) -> Place:
        line = bisect_right(self.line_starts, self.at)
        return Place(line, self.at - self.line_starts[line - 1] + 1)

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, char: str) -> bool:
        """Step over a character, and the space around it, if it stands here."""
        self._space()
        if not self.text.startswith(char, self.at):
            return False
        self.at += 1
        self._space()
        return True

    def _value(self, path: Path) -> Any:
        self.values[path] = self._place()
        start = self.text[self.at : self.at + 1]
        readers = {"{": self._object, "[": self._array}
        if start in readers:
            if len(path) >= MAX_ANSWERS_DEPTH:
                raise self._broken("check.too_deep")
            return readers[start](path)
        return self._string(path) if start == '"' else self._word_or_number()

    def _string(self, path: Path) -> str:
        place = self._place()
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = error.pos
            raise self._broken() from None
        if HALF_CHARACTER.search(value):
            self.noted.append((path, "check.half_character", place, {}))
        if "\0" in value:
            self.noted.append((path, "check.nul_character", place, {}))
        return str(value)

    def _word_or_number(self) -> Any:
        match = _WORD.match(self.text, self.at) or _NUMBER.match(self.text, self.at)
        if match is None:
            raise self._broken()
        word = match.group()
        value = _WORDS[word] if word in _WORDS else _number(word)
        if value is _TOO_LARGE:
            raise self._broken("check.number_too_large")
        self.at = match.end()
        return value

    def _array(self, path: Path) -> list[Any]:
        self._take("[")
        items: list[Any] = []
        while not self._take("]"):
            if items and not self._take(","):
                raise self._broken()
            items.append(self._value((*path, len(items))))
        return items

    def _object(self, path: Path) -> dict[str, Any]:
        self._take("{")
        entries: dict[str, Any] = {}
        while not self._take("}"):
            if entries and not self._take(","):
                raise self._broken()
            self._entry(entries, path)
        return entries

    def _entry(self, entries: dict[str, Any], path: Path) -> None:
        place = self._place()
        if not self.text.startswith('"', self.at):
            raise self._broken()
        key = self._string(path)
        if not self._take(":"):
            raise self._broken()
        if key in entries:
            values = {"key": key, "line": self.keys[*path, key].line}
            self.noted.append(((*path, key), "check.duplicate_key", place, values))
        self.keys[*path, key] = place
        entries[key] = self._value((*path, key))
