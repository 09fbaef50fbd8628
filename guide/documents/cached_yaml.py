"""YAML that was read before: its data is found again, and it is parsed only when somebody asks for a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache as once
from functools import cached_property
from typing import Any

from guide.disk_cache import Cache
from guide.documents.document import Document, Path, Place
from guide.documents.yaml_reader import parse_yaml
from guide.faults import Fault

__all__ = ["parse_yaml_once"]


def parse_yaml_once(text: str, name: str, cache: Cache | None) -> tuple[Document | None, list[Fault]]:
    """Parse as `parse_yaml` does, or find what that came to.

    Args:
        text: The whole text.
        name: What faults call the file.
        cache: Where the data of files without fault is found again; without one, all is parsed.
    """
    if cache is None:
        return parse_yaml(text, name)

    @once
    def parse() -> tuple[Document | None, list[Fault]]:
        return parse_yaml(text, name)

    def data() -> Any:
        document, faults = parse()
        if document is None or faults:
            raise _FaultyError
        return document.data

    try:
        known = cache.get_or_make_json("yaml", lambda: [text.encode()], data)
    except _FaultyError:
        return parse()
    places = _LatePlaces(lambda: _places(parse()[0], "values")), _LatePlaces(lambda: _places(parse()[0], "keys"))
    return Document(name, known, *places), []


class _FaultyError(Exception):
    """Keeps the data of a file at fault out of the cache."""


def _places(document: Document | None, which: str) -> Mapping[Path, Place]:
    places: Mapping[Path, Place] = getattr(document, which)
    return places


class _LatePlaces(Mapping[Path, Place]):
    """Places that are looked for when the first of them is asked for.

    Args:
        find: Finds all of them.
    """

    def __init__(self, find: Callable[[], Mapping[Path, Place]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[Path, Place]:
        return self._find()

    def __getitem__(self, path: Path) -> Place:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
