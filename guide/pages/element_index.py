"""Element index: finds any element of the norm by its id, whatever kind it is."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from assessment.element_index import with_kinds
from guide.norm.read_by_rules import read_by_rules
from guide.pages.model import Element, Norm

__all__ = ["Index", "with_ids"]

# What may come on top of the cost is shown by its fact.
UNLISTED = frozenset({"extra"})
# Warnings speak to one candidate about one result; no page shows them.
UNSHOWN = frozenset({"warning"})


class Index:
    """The elements of a norm by id, with their kinds and their disagreements."""

    def __init__(self, norm: Norm) -> None:
        self.norm = norm
        self.elements: dict[str, Element] = {}
        self.kinds: dict[str, str] = {}
        for kind, element in with_kinds(norm):
            if kind not in UNLISTED:
                self.elements[element["id"]] = element
                self.kinds[element["id"]] = kind
        self._order = {each: place for place, each in enumerate(self.elements)}

    @cached_property
    def without_words(self) -> dict[str, Any]:
        """The norm as rules read it, with the situations that are judged and the day."""
        return read_by_rules(self.norm, "checked_on", "situations")

    def __contains__(self, element_id: str) -> bool:
        return element_id in self.elements

    def get(self, element_id: str) -> Element:
        """Return an element; raises KeyError for an unknown id."""
        return self.elements[element_id]

    def ids(self, kind: str) -> list[str]:
        """Return the ids of all elements of a kind, in the norm's order."""
        return [each for each, its_kind in self.kinds.items() if its_kind == kind]

    def shown(self) -> list[str]:
        """Return the ids of all elements that pages show."""
        return [each for each, kind in self.kinds.items() if kind not in UNSHOWN]

    def disagreeing(self, fact_id: str) -> list[str]:
        """Return the facts that contradict each other, this one included, in the norm's order."""
        group, waiting = set(), [fact_id]
        while waiting:
            current = waiting.pop()
            if current not in group:
                group.add(current)
                waiting += self.elements[current].get("disagrees_with", [])
        return sorted(group, key=self._order.__getitem__)


def with_ids(elements: Mapping[str, Element]) -> list[Element]:
    """Return elements of a map as a list, each with its key as its id."""
    return [{**element, "id": key} for key, element in elements.items()]
