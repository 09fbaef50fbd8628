"""Index of the elements of the norm: where each kind stands, and any one of them by its id."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

__all__ = ["KINDS", "Place", "elements_of", "with_kinds"]


class Place(NamedTuple):
    """Where everything of one kind stands in the norm.

    Attributes:
        keys: The keys that lead there, to a map by id or to a list; `*` stands for every entry.
        is_map: Whether it is a map by id.
        is_element: Whether each has an anchor on a page and is a key in saved work, so that its id is unique over the
            whole norm; else it is unique only within its kind.
    """

    keys: tuple[str, ...]
    is_map: bool = True
    is_element: bool = True


KINDS: dict[str, Place] = {
    "source": Place(("sources",)),
    "condition": Place(("conditions",)),
    "requirement": Place(("requirements",)),
    "score": Place(("scoring", "scale"), is_map=False, is_element=False),
    "dimension": Place(("scoring", "dimensions"), is_map=False, is_element=False),
    "requirement_result": Place(("scoring", "requirement_results"), is_map=False, is_element=False),
    "verdict": Place(("scoring", "verdicts"), is_map=False, is_element=False),
    "reading": Place(("scoring", "readings"), is_element=False),
    "exemption": Place(("exemptions",)),
    "document": Place(("documents",)),
    "rate": Place(("cost", "rates"), is_map=False),
    "cost_line": Place(("cost", "model", "lines"), is_map=False),
    "extra": Place(("cost", "extras"), is_map=False),
    "step": Place(("procedure", "steps")),
    "deadline": Place(("procedure", "deadlines")),
    "outcome": Place(("outcomes",)),
    "warning": Place(("warnings",)),
    "bureau": Place(("bureaus",)),
    "rule_group": Place(("scheme", "groups"), is_map=False, is_element=False),
    "theme": Place(("scheme", "themes")),
    "rule": Place(("scheme", "rules")),
    "change": Place(("changes",)),
    "term": Place(("glossary",)),
    "fact": Place(("facts",)),
    "situation": Place(("situations", "situations")),
    "misunderstanding": Place(("misunderstandings", "misunderstandings")),
    "check": Place(("requirements", "*", "checks")),
}
"""Every kind of element, and what else is found by its id; a new kind is a line here."""


def elements_of(norm: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return every element of the checked norm by its id."""
    return {element["id"]: element for kind, element in with_kinds(norm) if KINDS[kind].is_element}


def with_kinds(norm: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield everything that has an id, with its kind; parts that a norm was given without are skipped."""
    for kind, place in KINDS.items():
        parts: list[Any] = [norm]
        for key in place.keys:
            parts = [inner for part in parts for inner in _below(part, key)]
        for part in parts:
            yield from ((kind, element) for element in _entries(part))


def _below(part: Mapping[str, Any], key: str) -> Iterable[Any]:
    if key == "*":
        return _entries(part)
    return [part[key]] if key in part else []


def _entries(part: Any) -> Iterable[Any]:
    return part.values() if isinstance(part, dict) else part
