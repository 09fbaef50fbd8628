"""Finds what rests on each source."""

from collections.abc import Iterator

from guide.pages.elements import Index
from guide.pages.model import Element

__all__ = ["elements_by_source"]


def elements_by_source(index: Index) -> dict[str, list[str]]:
    """Return, for each source, the elements that name it, themselves or in one of their parts."""
    used: dict[str, list[str]] = {source: [] for source in index.norm["sources"]}
    for element_id in index.shown():
        for source in dict.fromkeys(_named(_own(index.get(element_id)))):
            used.setdefault(source, []).append(element_id)
    return used


def _own(element: Element) -> Element:
    """Return an element without its check points, which are elements of their own."""
    return {key: part for key, part in element.items() if key != "checks"}


def _named(part: object) -> Iterator[str]:
    """Yield every source named anywhere in a part of the norm."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from inner if key == "sources" else _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)
