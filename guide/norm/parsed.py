"""Parsed norm: the norm while it is being checked, with its files, and every id that they declare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from assessment.element_index import KINDS
from guide.disk_cache import Cache
from guide.documents.document import Document, Path
from guide.faults import Fault
from guide.norm.files import NormFile
from guide.norm.places import Pattern, declared_places

__all__ = ["Mention", "Node", "ParsedNorm", "element_kinds", "matches"]


@dataclass(frozen=True)
class Node:
    """A value in a file of the norm."""

    document: Document
    path: Path

    @cached_property
    def value(self) -> Any:
        """What stands there."""
        return self.document.at(self.path)

    def at(self, *below: str | int) -> Node:
        """The node somewhere below this one."""
        return Node(self.document, (*self.path, *below))

    @classmethod
    def of(cls, document: Document, path: Path, value: Any) -> Node:
        """A node of which the value is known, so that nobody looks for it again."""
        node = cls(document, path)
        node.__dict__["value"] = value
        return node

    def fault(self, message: str, *below: str | int, at_key: bool = False, **values: Any) -> Fault:
        """A fault at the node or somewhere below it."""
        return self.document.fault((*self.path, *below), message, at_key=at_key, **values)

    @property
    def where(self) -> str:
        """File and line, for a fault elsewhere that mentions this node."""
        fault = self.document.fault(self.path, "")
        return f"{fault.file}:{fault.line}"


class Mention(NamedTuple):
    """A place that names something by its id.

    Attributes:
        node: The value there; the id may be a part of it.
        name: The id.
        space: The name space that it is meant in.
    """

    node: Node
    name: str
    space: str


class ParsedNorm:
    """All files of a norm, and which of their values name something by its id, as far as checks met them.

    Checks of meaning look at the files that hold to their schema. Ids are also taken from files
    that do not, so that one fault does not make others; where a file could not be read at all, or its
    list is not where it belongs, its ids are not known and nothing is said about references to them.
    """

    def __init__(self, files: list[NormFile], cache: Cache | None = None) -> None:
        self._files = files
        self._cache = cache
        self._ids: dict[str, dict[str, Node]] = {}
        self._elements: dict[str, dict[str, Node]] = {}
        self._places = declared_places()
        self.mentions: list[Mention] = []

    def mention(self, node: Node, name: str, space: str) -> None:
        """Keep that a value names something by its id, for whoever looks for all that does."""
        self.mentions.append(Mention(node, name, space))

    def check_once(
        self, kind: str, inputs: Callable[[], Iterable[object]], check: Callable[[], list[Fault]]
    ) -> list[Fault]:
        """What a slow check of a part of the norm finds: nothing at once, if it found nothing before.

        Args:
            kind: The name of the check in the cache.
            inputs: All that the check looks at.
            check: Finds what is wrong.
        """
        if self._cache is None:
            return check()
        return self._cache.check_once(kind, lambda: [repr(each).encode() for each in inputs()], check)

    def documents(self, *kinds: str) -> Iterator[Document]:
        """The files of these kinds, or of all, that hold to their schema."""
        for file in self._files:
            if file.sound and file.document and (not kinds or file.kind in kinds):
                yield file.document

    def kind_of(self, document: Document) -> str:
        """The kind of a file, after which its schema is called."""
        return next(file.kind for file in self._files if file.document is document)

    def sound(self, *kinds: str) -> bool:
        """Whether every file of these kinds holds to its schema."""
        return all(file.sound for file in self._files if file.kind in kinds)

    def written(self) -> Iterator[Node]:
        """Every value in every file that could be read, whether it holds to its schema or not."""
        yield from self.walk()
        for file in self._files:
            if file.document and not file.sound:
                yield from (Node.of(file.document, path, value) for path, value in file.document.walk())

    @property
    def is_whole(self) -> bool:
        """Whether every file holds to its schema, so that what nobody names is named nowhere."""
        return all(file.sound for file in self._files)

    def nodes(self, kind: str, *pattern: str) -> Iterator[Node]:
        """The values at a place in the sound files of one kind; `*` stands for every item."""
        for document in self.documents(kind):
            yield from _select(document, pattern)

    def days(self) -> list[Node]:
        """The day that the norm is of, unless it is so far ahead that it is a slip: who looks at today needs it."""
        latest = str(datetime.now().astimezone().year + 1)
        return [node for node in self.nodes("norm", "checked_on") if node.value[:4] <= latest]

    def walk(self) -> Sequence[Node]:
        """Every value in every sound file, parents first; nearly every check asks for them."""
        return self._everything

    @cached_property
    def _everything(self) -> list[Node]:
        return [Node.of(document, path, value) for document in self.documents() for path, value in document.walk()]

    @cached_property
    def declared(self) -> Mapping[str, list[Node]]:
        """By name space, the nodes of everything with an id, also in files that do not hold."""
        return {space: list(self._declared(space)) for space in self._places}

    def _declared(self, space: str) -> Iterator[Node]:
        for kind, pattern in self._places[space]:
            for file in self._files:
                if file.kind == kind and file.document:
                    yield from filter(_has_id, _select(file.document, pattern))

    def ids(self, space: str) -> Mapping[str, Node]:
        """The nodes of one name space by id; `element` is everything with an anchor.

        That an id is there is all that may be relied on: what else stands in a file that does not hold can be anything.
        Every reference asks for them, so they are put together once.
        """
        if space not in self._ids:
            spaces = element_kinds() if space == "element" else [space]
            self._ids[space] = {node.value["id"]: node for name in spaces for node in self.declared[name]}
        return self._ids[space]

    def elements(self, space: str) -> Mapping[str, Node]:
        """Those of `ids` that stand once, in files that hold to their schema, for whoever looks into them."""
        if space not in self._elements:
            sound = {document.name for document in self.documents()}
            nodes = self.ids(space).items()
            known = {name: node for name, node in nodes if node.document.name in sound}
            self._elements[space] = {name: node for name, node in known.items() if name not in self._twice}
        return self._elements[space]

    @cached_property
    def _twice(self) -> frozenset[str]:
        """The ids that stand for more than one element, so that nobody knows which is meant."""
        names = Counter(node.value["id"] for kind in element_kinds() for node in self.declared[kind])
        return frozenset(name for name, number in names.items() if number > 1)

    def complete(self, space: str) -> bool:
        """Whether every id of a name space is known: all files that may declare one could be read, and do."""
        spaces = element_kinds() if space == "element" else [space]
        places = [place for name in spaces for place in self._places[name]]
        return all(_declares(file, pattern) for kind, pattern in places for file in self._files if file.kind == kind)

    def lacks(self, space: str, name: str) -> bool:
        """Whether a name is surely the id of nothing, and not perhaps of something in a file at fault."""
        return name not in self.ids(space) and self.complete(space)


def element_kinds() -> list[str]:
    """The name spaces of what has an anchor: their ids are unique over the whole norm."""
    return [kind for kind, place in KINDS.items() if place.is_element]


def _declares(file: NormFile, pattern: Pattern) -> bool:
    """Whether all ids that a file declares at a place are known; one at fault may have them under another key."""
    if file.sound or not file.document:
        return file.sound
    return not any(map(_is_of_keys, file.faults)) and all(map(_has_id, _select(file.document, pattern)))


def _is_of_keys(fault: Fault) -> bool:
    """Whether a key has another name than it should, or a file lacks one."""
    return fault.message.startswith("check.unknown_key") or (fault.message == "check.required" and not fault.path)


def _has_id(node: Node) -> bool:
    return isinstance(node.value, dict) and isinstance(node.value.get("id"), str)


def _select(document: Document, pattern: Pattern) -> Iterator[Node]:
    paths: list[Path] = [()]
    for step in pattern:
        paths = [found for path in paths for found in _children(document, path, step)]
    return (Node(document, path) for path in paths)


def _children(document: Document, path: Path, step: str) -> list[Path]:
    value = document.at(path)
    if step == "*":
        return [(*path, index) for index in range(len(value))] if isinstance(value, list) else []
    return [(*path, step)] if isinstance(value, dict) and step in value else []


def matches(path: Path, pattern: Pattern) -> bool:
    """Whether a path has the form of a pattern; `*` is an item, a leading `**` anything."""
    if pattern[:1] == ("**",):
        pattern = pattern[1:]
        path = path[len(path) - len(pattern) :] if len(path) >= len(pattern) else ()
    return len(path) == len(pattern) and all(
        isinstance(step, int) if wanted == "*" else step == wanted for step, wanted in zip(path, pattern, strict=True)
    )
