"""Former names: what the history of a norm says of an id or a question that the norm has no longer.

Answers that name no version of the norm cannot be carried over; who reads that an id is unknown must then hear what
became of it, and never another id that happens to look like it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

__all__ = ["Former", "former_names"]


class Former(NamedTuple):
    """What became of an id.

    Attributes:
        how: How it went: `renamed`, `merged` or `removed`.
        now: The id of today in its place; empty when it was removed.
    """

    how: str
    now: str


def former_names(norm: Mapping[str, Any]) -> dict[str, Former]:
    """Return what became of every id that the history tells of, several changes in a row taken as one."""
    found: dict[str, Former] = {}
    for entry in reversed(norm.get("history", [])):
        # Within one version renames come first and removals last: from the end, what comes after is always known.
        for old, change in reversed(list(_changes(entry))):
            found[old] = _after(change, found.get(change.now))
    return found


def _changes(entry: Mapping[str, Any]) -> Iterator[tuple[str, Former]]:
    yield from ((old, Former("renamed", new)) for old, new in entry.get("renamed", {}).items())
    for new, olds in entry.get("merged", {}).items():
        yield from ((old, Former("merged", new)) for old in olds if old != new)
    yield from ((old, Former("removed", "")) for old in entry.get("removed", {}))


def _after(first: Former, then: Former | None) -> Former:
    """Return two changes in a row as one: what was merged once stays merged."""
    if then is None:
        return first
    how = "merged" if "merged" in {first.how, then.how} and then.how != "removed" else then.how
    return Former(how, then.now)
