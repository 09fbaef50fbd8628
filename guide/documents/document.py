"""A file that was read: its data, and the place of every key and value in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guide.faults import Fault

__all__ = [
    "HALF_CHARACTER",
    "MAX_ANSWERS_BYTES",
    "MAX_ANSWERS_DEPTH",
    "MAX_DEPTH",
    "Document",
    "Path",
    "Place",
    "join_path",
    "shorten",
]

Path = tuple[str | int, ...]

# Deeper nesting than any file of ours has; beyond it, Python's own recursion would give out.
MAX_DEPTH = 60
# What holds for answers holds for the page too: `frontend/answers/read-file.ts` has the same figures.
MAX_ANSWERS_DEPTH = 20
MAX_ANSWERS_BYTES = 2_000_000
# Half of a surrogate pair, which an escape can spell and no file can hold.
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
# How much of a wrong value a sentence repeats.
_SHOWN = 60


@dataclass(frozen=True)
class Place:
    """A line and a column in a file, both from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Document:
    """The data of one file and where each part of it stands.

    Attributes:
        name: The file as faults name it.
        data: Plain data: mappings, lists, texts, whole and decimal numbers, booleans, null.
        values: The place of the value at each path.
        keys: The place of the key at each path that ends in a key.
        whole: The document that this one is a part of, if it is.
        start: Where in the whole this part stands.
    """

    name: str
    data: Any
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)
    whole: Document | None = None
    start: Path = ()

    def fault(
        self,
        path: Path,
        message: str,
        *,
        at_key: bool = False,
        place: Place | None = None,
        **values: Any,
    ) -> Fault:
        """A fault at a path: at its value, at its key when the key is wrong, or at a given place."""
        place = place or self._place(path, at_key=at_key)
        words = tuple(sorted((name, _placeholder_value(value)) for name, value in values.items()))
        return Fault(self.name, place.line, place.column, self.spell(path), message, words)

    def _place(self, path: Path, *, at_key: bool) -> Place:
        """Where the path stands; for a path that is not there, the nearest parent that is."""
        whole, path = self.whole or self, (*self.start, *path)
        if at_key and path in whole.keys:
            return whole.keys[path]
        while path and path not in whole.values:
            path = path[:-1]
        return whole.values.get(path, Place())

    def at(self, path: Path) -> Any:
        """The value at a path that exists."""
        value = self.data
        for step in path:
            value = value[step]
        return value

    def spell(self, path: Path) -> str:
        """The path in words, from the start of the file: `documents[annual-accounts].proves[0]`."""
        whole = self.whole.data if self.whole else self.data
        return join_path((*self.start, *path), whole)

    def part(self, start: Path) -> Document:
        """What stands under a path, as a document of its own whose faults still name the whole file."""
        return Document(self.name, self.at(start), whole=self, start=start)

    def walk(self) -> Sequence[tuple[Path, Any]]:
        """Every value with its path, parents first; many ask for them, so they are put together once."""
        return self._everything

    @cached_property
    def _everything(self) -> list[tuple[Path, Any]]:
        return list(_walk(self.data))


def _walk(data: Any) -> Iterator[tuple[Path, Any]]:
    # Without calling itself: each level would hand on every value below it once more.
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        waiting += [((*path, step), child) for step, child in reversed(_inside(value))]


def _inside(value: Any) -> Sequence[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else ()


def join_path(path: Sequence[str | int], data: Any = None) -> str:
    """A path as one text; an item of a list goes by its id when it has one, else by its number."""
    text = ""
    for step in path:
        child = _child(data, step)
        if isinstance(step, int):
            text += f"[{_name(child, step)}]"
        else:
            text += f".{step}" if text else step
        data = child
    return text


def _child(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def _name(item: Any, index: int) -> str | int:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) and name else index


def shorten(value: object) -> str:
    """A value as a sentence can repeat it: short, and as it would be typed."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _placeholder_value(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(shorten(item) for item in value)
    return shorten(value)
