"""Texts that people read, each with its place, out of the norm, the catalogue and the prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guide.documents.document import Document
from guide.documents.document import Path as DataPath
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault
from guide.norm.reading_texts import as_read

__all__ = [
    "Finding",
    "Text",
    "catalogue_file_texts",
    "catalogue_texts",
    "norm_texts",
    "prose_file_texts",
    "prose_texts",
]

# Where one sentence ends and the next begins; a quotation mark may close the one.
_END = re.compile(r"(?<=[.!?])[”\")]?\s+|\n+")
# A figure of a few words, whatever it is.
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# What somebody else wrote is theirs, and short by being one name.
_QUOTED = re.compile(r"‘[^’]*’|„[^”]*”|“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# In prose: calls of the norm, where links lead, marks, and words of a machine.
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# What a call says itself: the question that it answers.
_ASKED = re.compile(r"\{%\s*call\s+question\(\s*\"([^\"]*)\"")
_LINK = re.compile(r"\]\([^)]*\)")
# Words by which pages are found, whatever people type.
_TYPED = "search"
_MARK = re.compile(r"^\s*(#+|[-*>]|\d+\.)\s+")


@dataclass(frozen=True)
class Finding:
    """What a rule found in a text: the rule, and the words that the message shows."""

    rule: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Text:
    """One text and where it stands; the faults of a text are all at its start."""

    words: str
    file: str
    line: int
    column: int
    path: str

    @cached_property
    def bare(self) -> str:
        """The text without what others wrote, and with one word for each figure."""
        return _PLACEHOLDER.sub("0", _QUOTED.sub("0", self.words))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text."""
        return tuple(part.strip() for part in _END.split(self.bare) if part.strip())

    def fault(self, found: Finding) -> Fault:
        """A fault in this text."""
        return Fault(self.file, self.line, self.column, self.path, f"check.plain_{found.rule}", found.values)


def words_of(sentence: str) -> list[str]:
    """The words of a sentence."""
    return _WORD.findall(sentence)


def norm_texts(documents: Iterable[Document], language: str) -> Iterator[Text]:
    """What the norm says in a language."""
    for document in documents:
        for path, value in document.walk():
            if path and path[-1] == language and isinstance(value, str):
                yield _text(document, path, as_read(value))


def catalogue_texts(folder: Path) -> Iterator[Text]:
    """What the catalogue of a language says."""
    return (text for file in sorted(folder.glob("*.yaml")) for text in catalogue_file_texts(file))


def catalogue_file_texts(file: Path) -> Iterator[Text]:
    """What one file of a catalogue says, unless it is what people type."""
    document, _ = read_yaml(file)
    if document is not None and file.stem != _TYPED:
        yield from (_text(document, path, value) for path, value in document.walk() if isinstance(value, str))


def prose_texts(folder: Path) -> Iterator[Text]:
    """What the hand-written pages of a language say, a line at a time; each goes by the heading above it."""
    return (text for file in sorted(folder.rglob("*.md")) for text in prose_file_texts(file))


def prose_file_texts(file: Path) -> Iterator[Text]:
    """What one hand-written page says."""
    heading = file.stem
    for number, line in enumerate(_without_calls(file.read_text(encoding="utf-8")).splitlines(), start=1):
        words = _LINK.sub("", _MARK.sub("", line)).replace("[", "").replace("**", "").strip()
        heading = words if line.startswith("#") else heading
        if words:
            yield Text(words, file.as_posix(), number, 1, heading)


def _without_calls(text: str) -> str:
    """Prose without calls of the norm, besides what they say themselves; its lines stay lines."""
    return _CALL.sub(_call_text, text)


def _call_text(call: re.Match[str]) -> str:
    asked = _ASKED.match(call[0])
    return (asked[1] if asked else "") + "\n" * call[0].count("\n")


def _text(document: Document, path: DataPath, words: str) -> Text:
    place = document.fault(path, "")
    return Text(words, place.file, place.line, place.column, place.path)
