"""Builds a document from the events of a parser of YAML, noting places and faults on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from guide.documents.document import HALF_CHARACTER, Document, Path, Place
from guide.documents.yaml_slips import scalar_slips
from guide.faults import Fault

__all__ = ["DocumentBuilder", "start_of"]

# What is longer than any figure of ours is a text. `frontend/answers/yaml-subset.ts` does the same.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}([eE][-+]?[0-9]{1,2})?")
# What people write for thousands: to take 15.000 for fifteen would lose what was meant, so that it stays as it stands.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
# How YAML spells the tags that are written with two exclamation marks.
_TAGS = "tag:yaml.org,2002:"
# As much as aliases may add to a document: references to references would grow beyond any memory.
_MOST_REPEATED = 10_000


@dataclass(frozen=True)
class _Noted:
    """A fault whose path can only be spelled when all the data is there."""

    place: Place
    path: Path
    message: str
    values: Mapping[str, Any]


class DocumentBuilder:
    """Builds one document from the parser's events, noting places and faults on the way.

    Args:
        name: What faults call the file.
        stood_for: What characters of the parsed text stand for, by their code; see `parse_yaml`.
        lines: The lines of a file of ours, in which slips are looked for; None for answers.
    """

    def __init__(self, name: str, stood_for: Mapping[int, str], lines: list[str] | None = None) -> None:
        self.name = name
        self.stood_for = stood_for
        self.lines = lines
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.noted: list[_Noted] = []
        self.anchored: dict[str | None, tuple[Any, int]] = {}
        self.count = 0
        self.repeated = 0

    def build(self, events: Iterator[Any]) -> tuple[Document | None, list[Fault]]:
        """The document and its faults; no document when there is nothing in it."""
        self.events = events
        blank = Document(self.name, None)
        next(events)
        start = next(events)
        if not isinstance(start, yaml.DocumentStartEvent):
            return None, [blank.fault((), "check.empty_file")]
        if start.version or start.tags:
            return None, [blank.fault((), "check.broken_character", place=start_of(start))]
        data = self._value(next(events), ())
        if data is None:
            return None, [blank.fault((), "check.empty_file")]
        self._expect_end()
        document = Document(self.name, data, self.values, self.keys)
        return document, [document.fault(one.path, one.message, place=one.place, **one.values) for one in self.noted]

    def _expect_end(self) -> None:
        next(self.events)
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._note(after, (), "check.second_document")

    def _note(self, event: Any, path: Path, message: str, **values: Any) -> None:
        self.noted.append(_Noted(start_of(event), path, message, values))

    def _note_slips(self, event: Any, path: Path) -> None:
        for message, place in scalar_slips(event, self.lines) if self.lines else ():
            self.noted.append(_Noted(place, path, message, {}))

    def _value(self, event: Any, path: Path) -> Any:
        """The value that starts with an event, with everything in it."""
        self.values[path] = start_of(event)
        self.count += 1
        if event.anchor is not None:
            self._note(event, path, "check.anchor")
        if isinstance(event, yaml.AliasEvent):
            return self._repeat(event.anchor)
        if event.tag is not None:
            self._note(event, path, "check.tag", tag=event.tag.replace(_TAGS, "!!"))
        before = self.count + self.repeated
        value = self._contents(event, path)
        if event.anchor is not None:
            self.anchored[event.anchor] = value, self.count + self.repeated - before
        return value

    def _repeat(self, anchor: str | None) -> Any:
        """The value of an alias: a fault, but one that brings no others with it, unless it would repeat too much."""
        value, size = self.anchored.get(anchor, (None, 0))
        if self.repeated + size > _MOST_REPEATED:
            return None
        self.repeated += size
        return value

    def _contents(self, event: Any, path: Path) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            text = event.value.translate(self.stood_for) if self.stood_for else event.value
            if HALF_CHARACTER.search(text):
                text = self._joined(text, event, path)
            if "\0" in text:
                self._note(event, path, "check.nul_character")
            self._note_slips(event, path)
            is_text = not event.implicit[0] or (self.lines and _THOUSANDS.fullmatch(text))
            return text if is_text else _plain_value(text)
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._map(event, path)

    def _joined(self, text: str, event: Any, path: Path) -> str:
        """A text whose escapes spell characters in two halves, as JSON does; half of one is a fault."""
        try:
            return text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self._note(event, path, "check.half_character")
            return text

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _map(self, start: Any, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            value = next(self.events)
            if key is not None and start.flow_style and self._stands_alone(event, value):
                self._note_alone(event, path, key, entries)
            elif key is None or key in entries:
                self._passed_over(key, event, value, path)
            else:
                self.keys[*path, key] = start_of(event)
                entries[key] = self._value(value, (*path, key))
        return entries

    def _stands_alone(self, key: Any, value: Any) -> bool:
        """Whether a key within braces has no colon behind it, as when a comma splits a text."""
        if not self.lines or not isinstance(value, yaml.ScalarEvent) or value.value or value.style:
            return False
        end: Any = key.end_mark
        start: Any = value.start_mark
        between = self.lines[end.line][end.column : start.column if start.line == end.line else None]
        return ":" not in between

    def _note_alone(self, event: Any, path: Path, key: str, entries: dict[str, Any]) -> None:
        before = entries[next(reversed(entries))] if entries else None
        if not entries:
            self._note(event, path, "check.key_alone", key=key)
        elif key.isdigit() and isinstance(before, int):
            self._note(event, path, "check.comma_number", number=f"{before},{key}")
        else:
            self._note(event, path, "check.comma_text", text=key)

    def _key(self, event: Any, path: Path) -> str | None:
        """The text of a key, or None for a key that is none."""
        plain = isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None
        key = self._contents(event, path) if plain else self._aside(event, path)
        if isinstance(key, str):
            return key
        self._note(event, path, "check.key_not_text", key=key)
        return None

    def _passed_over(self, key: str | None, event: Any, value: Any, path: Path) -> None:
        """Note a key that stands there twice, and read past the value that goes with it."""
        if key is not None:
            line = self.keys[*path, key].line
            self._note(event, (*path, key), "check.duplicate_key", key=key, line=line)
        self._aside(value, path)

    def _aside(self, event: Any, path: Path) -> Any:
        """Read a value without noting places below it, since it has no path of its own."""
        values, keys = self.values, self.keys
        self.values, self.keys = {}, {}
        value = self._value(event, (*path, ""))
        self.values, self.keys = values, keys
        return value


def start_of(event: Any) -> Place:
    """Where an event of the parser begins."""
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _plain_value(text: str) -> str | int | float | bool | None:
    """What a text without quotes stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
