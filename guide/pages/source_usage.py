"""Finds what rests on each source."""

from collections.abc import Iterator
from typing import Any

from guide.pages.element_index import Index
from guide.pages.model import Element

__all__ = ["disagreeing_groups", "elements_by_source", "resting", "sources_of"]


def elements_by_source(index: Index) -> dict[str, list[str]]:
    """Return, for each source, the elements that name it, themselves or in one of their parts."""
    used: dict[str, list[str]] = {source: [] for source in index.norm["sources"]}
    for element_id in index.shown():
        for source in sources_of(index.get(element_id)):
            used.setdefault(source, []).append(element_id)
    return used


def resting(index: Index) -> dict[str, Any]:
    """Return what a list of sources tells of each: what rests on it, on it alone, and what others contradict."""
    used = elements_by_source(index)
    elements = {each: index.get(each) for ids in used.values() for each in ids}
    return {
        "used": used,
        "titled": {source: [each for each in ids if _is_titled(elements[each])] for source, ids in used.items()},
        "untitled": {source: [each for each in ids if not _is_titled(elements[each])] for source, ids in used.items()},
        "alone": {source: sum(sources_of(elements[each]) == [source] for each in ids) for source, ids in used.items()},
        "contradicted": {
            source: [each for each in ids if elements[each].get("disagrees_with")] for source, ids in used.items()
        },
    }


def disagreeing_groups(index: Index) -> list[list[str]]:
    """Return the facts that contradict each other, a group for each matter, in the norm's order."""
    groups: list[list[str]] = []
    for fact, element in index.norm["facts"].items():
        if element.get("disagrees_with") and not any(fact in group for group in groups):
            groups.append(index.disagreeing(fact))
    return groups


def sources_of(element: Element) -> list[str]:
    """Return the sources that an element names, itself or in one of its parts, each once."""
    return list(dict.fromkeys(_named(_own(element))))


def _is_titled(element: Element) -> bool:
    """Tell whether an element has a name of its own; others go by how their text begins."""
    return "title" in element or "term" in element


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
