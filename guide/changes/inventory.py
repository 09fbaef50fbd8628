"""Everything in a norm that has an id of its own, as its files declare it, each without what is another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guide.documents.document import Document, Path
from guide.norm.files import NormFile
from guide.norm.parsed import ParsedNorm

__all__ = ["FILE", "Element", "Key", "inventory", "shown_title"]

Key = tuple[str, str]
"""The kind of an element and its id; ids of some kinds are unique within their kind alone."""

FILE = "file"
"""The kind of what stands in a file and belongs to no element: its own name is the id."""

# What a release notes of a norm, and is no part of it.
_NOTED = "released"
# What says which norm it is, and what became of ids: the comparison goes by it.
_TOLD_APART = {"norm": frozenset({"format", "version", "history"})}
# By what people know an element, the best first.
_TITLES = ("title", "term", "claim", "label", "question", "role", "text", "what")
_LONGEST_TITLE = 80
# A figure that a text pulls in: it is not at hand in a norm that may not hold.
_PULLED = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Element:
    """Something with an id.

    Attributes:
        key: Its kind and id.
        data: What stands there, without the elements within it.
        file: Its file within the norm.
        line: Where it begins.
    """

    key: Key
    data: Any
    file: str
    line: int


def inventory(files: Iterable[NormFile]) -> dict[Key, Element]:
    """Return every element of a norm, and for each file what in it belongs to none.

    Files need not hold to their schemas: what could be read of them is compared.
    """
    known = [file for file in files if file.document is not None and file.kind != _NOTED]
    parsed = ParsedNorm(known)
    names = {file.document.name: file for file in known if file.document}
    nodes = {space: found for space, found in parsed.declared.items() if space != _NOTED}
    apart: dict[str, set[Path]] = {name: set() for name in names}
    for found in nodes.values():
        for node in found:
            apart[node.document.name].add(node.path)
    elements = {
        (space, node.value["id"]): _element((space, node.value["id"]), node.document, node.path, names, apart)
        for space, found in nodes.items()
        for node in found
    }
    return elements | dict(_rests(names, apart))


def _element(
    key: Key, document: Document, path: Path, names: Mapping[str, NormFile], apart: Mapping[str, set[Path]]
) -> Element:
    data = _without(document.at(path), path, apart[document.name] - {path})
    return Element(key, data, names[document.name].relative, document.fault(path, "").line)


def _rests(names: Mapping[str, NormFile], apart: Mapping[str, set[Path]]) -> Iterator[tuple[Key, Element]]:
    for name, file in names.items():
        if file.document is not None and () not in apart[name]:
            rest = _without(file.document.data, (), apart[name])
            told = _TOLD_APART.get(file.kind, frozenset({"format"}))
            if isinstance(rest, dict):
                rest = {part: value for part, value in rest.items() if part not in told}
            yield (FILE, file.relative), Element((FILE, file.relative), rest, file.relative, 1)


def _without(value: Any, path: Path, apart: set[Path]) -> Any:
    """A value without the elements that stand somewhere in it."""
    if isinstance(value, dict):
        return {key: _without(inner, (*path, key), apart) for key, inner in value.items() if (*path, key) not in apart}
    if isinstance(value, list):
        return [_without(inner, (*path, at), apart) for at, inner in enumerate(value) if (*path, at) not in apart]
    return value


def shown_title(element: Element, language: str) -> str:
    """What people know an element by, in a few words; its id where nothing else names it."""
    data = element.data if isinstance(element.data, dict) else {}
    for name in _TITLES:
        found = data.get(name)
        text = found.get(language) if isinstance(found, dict) else found
        if isinstance(text, str) and text.strip():
            one_line = " ".join(_PULLED.sub("…", text).split())
            return one_line if len(one_line) <= _LONGEST_TITLE else f"{one_line[: _LONGEST_TITLE - 1].rstrip()}…"
    return element.key[1]
