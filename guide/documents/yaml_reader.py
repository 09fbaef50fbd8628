"""Reads YAML to plain data with the place of every key and value.

Only what YAML 1.2 and JSON have in common is taken: maps with text keys, lists, texts, numbers,
true, false and null. Dates, `yes` and `on` stay texts. What other readers take in silence, such as
a key that stands there twice, is a fault here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

import yaml

from guide.documents.document import MAX_ANSWERS_DEPTH, MAX_DEPTH, Document, Place
from guide.documents.text_reader import read_text
from guide.documents.yaml_builder import DocumentBuilder, start_of
from guide.documents.yaml_indentation import outdented_lines
from guide.documents.yaml_slips import broken_why, text_slip, text_slips
from guide.faults import Fault

__all__ = ["parse_yaml", "read_yaml"]

# The parser in C where PyYAML was built with it, several times faster; the other one has the say
# about faults, so that they read the same everywhere.
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CAREFUL: Any = yaml.SafeLoader

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
    if text is None:
        return None, faults
    document, found = _parsed_before(text, name)
    return document, list(found)


@lru_cache(maxsize=256)  # a norm with its catalogue: a dev server reads them again after each edit
def _parsed_before(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    return parse_yaml(text, name)


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
        return None, [_slip(blank, text) or _broken(blank, text, error, is_answers=is_answers)]
    except (ValueError, OverflowError):
        # An escape that spells a character beyond Unicode, which the parser does not foresee.
        beyond = _BEYOND_UNICODE.search(text)
        place = _place(text, beyond.start()) if beyond else Place()
        return None, [blank.fault((), "check.broken_escape", place=place)]


def _unreadable(blank: Document, text: str, *, is_answers: bool) -> Iterator[Fault]:
    """What the text may not hold, wherever it stands."""
    for tab in islice(_TAB.finditer(text), _MOST_TABS):
        yield blank.fault((), "check.tab", place=_place(text, tab.end() - 1))
    slip = None if is_answers else text_slips(text)
    if slip:
        yield blank.fault((), slip[0], place=_place(text, slip[1]))
    wrong = _REFUSED.search(text) or (_ALTERED.search(text) if not is_answers else None)
    if wrong:
        yield blank.fault((), "check.control_character", place=_place(text, wrong.start()))


def _slip(blank: Document, text: str) -> Fault | None:
    """What somebody put into the text without seeing that it is none of it."""
    slip = text_slip(text)
    return blank.fault((), slip[0], place=_place(text, slip[1])) if slip else None


def _parsed(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    return DocumentBuilder(name, {}, text.split("\n")).build(iter(_events(text, MAX_DEPTH)))


def _parsed_answers(text: str, name: str) -> tuple[Document | None, list[Fault]]:
    """Parse as the page does: with every character as it stands, and indentation as YAML 1.2 has it."""
    stand_ins = _stand_ins(text) if _ALTERED.search(text) else {}
    events = _events(text.translate(stand_ins) if stand_ins else text, MAX_ANSWERS_DEPTH)
    for place, since in outdented_lines(events, text):
        return None, [Document(name, None).fault((), "check.broken_indent", place=place, since=since)]
    return DocumentBuilder(name, {ord(own): chr(code) for code, own in stand_ins.items()}).build(iter(events))


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
            raise _TooDeepError(start_of(event))
        yield event


def _place(text: str, index: int) -> Place:
    start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, index) + 1, index - start + 1)


def _broken(document: Document, text: str, error: yaml.YAMLError, *, is_answers: bool) -> Fault:
    """The fault for a text that is no YAML, at the place that the parser names."""
    if isinstance(error, yaml.reader.ReaderError):
        place = _place(text, error.position)
        return document.fault((), "check.control_character", place=place)
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    if "\\t" in str(getattr(error, "problem", "")):
        return document.fault((), "check.tab", place=place)
    why = None if is_answers or not isinstance(error, yaml.MarkedYAMLError) else broken_why(text, error)
    if why:
        return document.fault((), why[0], place=why[1], until=why[2])
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
