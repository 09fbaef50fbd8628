"""Ids: each stands for one thing, and files are named after theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot, element_kinds

__all__ = ["check_ids"]

# Files that carry the name of what they hold, and the key that says it.
_NAMED = {"requirement": "id", "facts": "topic", "quiz": "topic"}


def check_ids(draft: Draft) -> Iterator[Fault]:
    """Ids that are given twice, and files whose name says something else than their contents."""
    yield from _twice(spot for space in element_kinds() for spot in draft.declared[space])
    for space in set(draft.declared) - set(element_kinds()):
        yield from _twice(draft.declared[space])
    yield from _misnamed(draft)


def _twice(spots: Iterable[Spot]) -> Iterator[Fault]:
    first: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda spot: (spot.document.name, _line(spot))):
        name = spot.value["id"]
        if name in first:
            yield spot.fault("check.duplicate_id", "id", id=name, where=first[name].where)
        else:
            first[name] = spot


def _line(spot: Spot) -> int:
    return spot.document.fault(spot.path, "").line


def _misnamed(draft: Draft) -> Iterator[Fault]:
    for kind, key in _NAMED.items():
        for document in draft.documents(kind):
            name, stem = document.data[key], PurePosixPath(document.name).stem
            if name != stem:
                yield document.fault((key,), "check.file_name", value=name, wanted=stem)
