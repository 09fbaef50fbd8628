"""Finds any element of the norm by its id, whatever kind it is."""

from collections.abc import Iterator, Mapping

from guide.pages.model import Element, Norm

__all__ = ["Index", "with_ids"]

# Where each kind stands in the norm: the path of keys to a map by id or a list of elements.
PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("source", ("sources",)),
    ("condition", ("conditions",)),
    ("requirement", ("requirements",)),
    ("score", ("scoring", "scale")),
    ("dimension", ("scoring", "dimensions")),
    ("requirement_result", ("scoring", "requirement_results")),
    ("verdict", ("scoring", "verdicts")),
    ("reading", ("scoring", "readings")),
    ("exemption", ("exemptions",)),
    ("document", ("documents",)),
    ("rate", ("cost", "rates")),
    ("cost_line", ("cost", "model", "lines")),
    ("step", ("procedure", "steps")),
    ("deadline", ("procedure", "deadlines")),
    ("outcome", ("outcomes",)),
    ("warning", ("warnings",)),
    ("bureau", ("bureaus",)),
    ("scheme_group", ("scheme", "groups")),
    ("theme", ("scheme", "themes")),
    ("rule", ("scheme", "rules")),
    ("change", ("changes",)),
    ("term", ("glossary",)),
    ("fact", ("facts",)),
    ("path", ("paths", "paths")),
    ("misunderstanding", ("misunderstandings", "misunderstandings")),
)

# Warnings speak to one candidate about one result; no page shows them.
UNSHOWN = frozenset({"warning"})


class Index:
    """The elements of a norm by id, with their kinds and their disagreements."""

    def __init__(self, norm: Norm) -> None:
        self.norm = norm
        self.elements: dict[str, Element] = {}
        self.kinds: dict[str, str] = {}
        for kind, element in _walk(norm):
            self.elements[element["id"]] = element
            self.kinds[element["id"]] = kind
        self._order = {each: place for place, each in enumerate(self.elements)}

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


def _walk(norm: Norm) -> Iterator[tuple[str, Element]]:
    for kind, path in PLACES:
        for element in _listed(_at(norm, path)):
            yield kind, element
    for requirement in norm["requirements"].values():
        for check in requirement["checks"].values():
            yield "check", check


def _at(norm: Norm, path: tuple[str, ...]) -> object:
    place: object = norm
    for key in path:
        place = place.get(key, []) if isinstance(place, dict) else []
    return place


def _listed(place: object) -> list[Element]:
    """Return the elements of a map by id (whose entries may not repeat the id) or of a list."""
    if isinstance(place, dict):
        return [{**element, "id": key} for key, element in place.items()]
    return list(place) if isinstance(place, list) else []


def with_ids(elements: Mapping[str, Element]) -> list[Element]:
    """Return elements of a map as a list, each with its key as its id."""
    return [{**element, "id": key} for key, element in elements.items()]
