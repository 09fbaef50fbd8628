"""Reads YAML to plain data with the place of every key and value.

Only what YAML 1.2 and JSON have in common is taken: maps with text keys, lists, texts, numbers,
true, false and null. Dates, `yes` and `on` stay texts. What other readers take in silence, such as
a key that stands there twice, is a fault here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

import yaml

from guide.documents.document import HALF_CHARACTER, MAX_ANSWERS_DEPTH, MAX_DEPTH, Document, Path, Place
from guide.documents.text_reader import read_text
from guide.documents.yaml_indentation import outdented_lines
from guide.faults import Fault

__all__ = ["parse_yaml", "plain_value", "read_yaml"]

# The parser in C where PyYAML was built with it, several times faster; the other one has the say
# about faults, so that they read the same everywhere.
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CAREFUL: Any = yaml.SafeLoader

# What is longer than any figure of ours is a text. `frontend/answers/yaml.ts` reads numbers and words in the same way.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}([eE][-+]?[0-9]{1,2})?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
# What the parser says, in part, and the message that says it to a reader.
_WHY = {
    "mapping values are not allowed": "check.broken_colon",
    "could not find expected ':'": "check.broken_no_colon",
    "found unexpected end of stream": "check.broken_quote",
    "expected ',' or": "check.broken_bracket",
    "content, but found '-'": "check.broken_dash",
    "sequence entries are not allowed": "check.broken_dash",
    "<block end>, but found ']'": "check.broken_closing",
    "<block end>, but found '}'": "check.broken_closing",
    "expected <block end>": "check.broken_indent",
    "cannot start any token": "check.broken_character",
    "unknown escape": "check.broken_escape",
}
# How YAML spells the tags that are written with two exclamation marks.
_TAGS = "tag:yaml.org,2002:"
_TAB = re.compile(r"^[ \t]*\t", re.MULTILINE)
# Characters like any other in YAML 1.2; the parser, which is of YAML 1.1, refuses them or takes them for a line break.
_ALTERED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# What belongs in no text file; a carriage return alone, the line end of old, is a character to some readers.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f]")
# Where characters stand that nobody uses: the private ones of plane 15.
_PRIVATE = range(0xF0000, 0xFFFFE)
_BEYOND_UNICODE = re.compile(r"\\U(?!0010|000[0-9a-fA-F])[0-9a-fA-F]{8}")
# More of the same tells nobody more.
_MOST_TABS = 100
# As much as aliases may add to a document: references to references would grow beyond any memory.
_MOST_REPEATED = 10_000


def read_yaml(path: FilePath, name: str | None = None) -> tuple[Document | None, list[Fault]]:
    """Read one file.

    Args:
        path: The file.
        name: What faults call it; the path itself when not given.

    Returns:
        The document, or None when there is nothing to go on with, and all that is wrong.
    """
    name = name or path.as_posix()
    text, faults = read_text(path, name)
    return (None, faults) if text is None else parse_yaml(text, name)


def parse_yaml(text: str, name: str, *, is_answers: bool = False) -> tuple[Document | None, list[Fault]]:
    """Parse the text of one file; as `read_yaml`.

    Args:
        text: The whole text.
        name: What faults call the file.
        is_answers: Whether to take what the page of the self-assessment takes: nested less deep, but also characters
            that belong in no text of the norm.
    """
    blank = Document(name, None)
    unreadable = list(_unreadable(blank, text, is_answers=is_answers))
    if unreadable:
        return None, unreadable
    try:
        return _parsed(text, name) if not is_answers else _parsed_answers(text, name)
    except _TooDeepError as error:
        return None, [blank.fault((), "check.too_deep", place=error.place)]
    except yaml.YAMLError as error:
        return None, [_broken(blank, text, error)]
    except (ValueError, OverflowError):
        # An escape that spells a character beyond Unicode, which the parser does not foresee.
        beyond = _BEYOND_UNICODE.search(text)
        place = _place(text, beyond.start()) if beyond else Place()
        return None, [blank.fault((), "check.broken_escape", place=place)]


def _unreadable(blank: Document, text: str, *, is_answers: bool) -> Iterator[Fault]:
    """What the text may not hold, wherever it stands."""
    for tab in islice(_TAB.finditer(text), _MOST_TABS):
        yield blank.fault((), "check.tab", place=_place(text, tab.end() - 1))
    wrong = _REFUSED.search(text) or (_ALTERED.search(text) if not is_answers else None)
    if wrong:
        yield blank.fault((), "check.control_character", place=_place(text, wrong.start()))


def _parsed(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    return _Builder(name, {}).build(iter(_events(text, MAX_DEPTH)))


def _parsed_answers(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    """Parse as the page does: with every character as it stands, and indentation as YAML 1.2 has it."""
    stand_ins = _stand_ins(text) if _ALTERED.search(text) else {}
    events = _events(text.translate(stand_ins) if stand_ins else text, MAX_ANSWERS_DEPTH)
    for place, since in outdented_lines(events, text):
        return None, [Document(name, None).fault((), "check.broken_indent", place=place, since=since)]
    return _Builder(name, {ord(own): chr(code) for code, own in stand_ins.items()}).build(iter(events))


def _stand_ins(text: str) -> dict[int, str]:
    """A character that the text has not for each that the parser would alter."""
    used = set(text)
    free = (chr(code) for code in _PRIVATE if chr(code) not in used)
    return dict(zip(map(ord, sorted(set(_ALTERED.findall(text)))), free, strict=False))


def _events(text: str, deepest: int) -> list[Any]:
    """The parser's events, from the fast parser when it finds nothing wrong."""
    try:
        return list(_shallow(text, deepest, _FAST))
    except yaml.YAMLError:
        return list(_shallow(text, deepest, _CAREFUL))


def _shallow(text: str, deepest: int, loader: Any) -> Iterator[Any]:
    """The events of one parser, as long as they do not nest too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.events.CollectionStartEvent) - isinstance(event, yaml.events.CollectionEndEvent)
        if depth > deepest:
            raise _TooDeepError(_start(event))
        yield event


def _place(text: str, index: int) -> Place:
    start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, index) + 1, index - start + 1)


def _broken(document: Document, text: str, error: yaml.YAMLError) -> Fault:
    """The fault for a text that is no YAML, at the place that the parser names."""
    if isinstance(error, yaml.reader.ReaderError):
        place = _place(text, error.position)
        return document.fault((), "check.control_character", place=place)
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    if "\\t" in str(getattr(error, "problem", "")):
        return document.fault((), "check.tab", place=place)
    message = _why(str(getattr(error, "problem", "")))
    line = opened.line + 1 if opened else place.line
    return document.fault((), message, place=place, since=line)


def _why(problem: str) -> str:
    """The message for what the parser says, which it says in English."""
    return next((message for words, message in _WHY.items() if words in problem), "check.broken")


class _TooDeepError(Exception):
    """The file nests deeper than any of ours may."""

    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(place)


@dataclass(frozen=True)
class _Noted:
    """A fault whose path can only be spelled when all the data is there."""

    place: Place
    path: Path
    message: str
    values: Mapping[str, Any]


class _Builder:
    """Builds one document from the parser's events, noting places and faults on the way."""

    def __init__(self, name: str, stood_for: Mapping[int, str]) -> None:
        self.name = name
        self.stood_for = stood_for
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
            return None, [blank.fault((), "check.broken_character", place=_start(start))]
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
        self.noted.append(_Noted(_start(event), path, message, values))

    def _value(self, event: Any, path: Path) -> Any:
        """The value that starts with an event, with everything in it."""
        self.values[path] = _start(event)
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
            return plain_value(text) if event.implicit[0] else text
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._map(path)

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

    def _map(self, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            if key is None or key in entries:
                self._passed_over(key, event, path)
                continue
            self.keys[*path, key] = _start(event)
            entries[key] = self._value(next(self.events), (*path, key))
        return entries

    def _key(self, event: Any, path: Path) -> str | None:
        """The text of a key, or None for a key that is none."""
        key = self._aside(event, path)
        if isinstance(key, str):
            return key
        self._note(event, path, "check.key_not_text", key=key)
        return None

    def _passed_over(self, key: str | None, event: Any, path: Path) -> None:
        """Note a key that stands there twice, and read past the value that goes with it."""
        if key is not None:
            line = self.keys[*path, key].line
            self._note(event, (*path, key), "check.duplicate_key", key=key, line=line)
        self._aside(next(self.events), path)

    def _aside(self, event: Any, path: Path) -> Any:
        """Read a value without noting places below it, since it has no path of its own."""
        values, keys = self.values, self.keys
        self.values, self.keys = {}, {}
        value = self._value(event, (*path, ""))
        self.values, self.keys = values, keys
        return value


def _start(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def plain_value(text: str) -> str | int | float | bool | None:
    """What a text without quotes stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
