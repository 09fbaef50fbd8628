"""The ways that providers go: the questions lead to each of them, soon, and each page has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.fields import fault_of_field
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_paths"]

_ENDS = ("path", "then")
# Whoever has to answer more than this many questions would rather read the list.
_QUESTIONS_AT_MOST = 3


def check_paths(draft: Draft) -> Iterator[Fault]:
    """Choices that lead nowhere or too far, ways that no choice leads to, and addresses given twice."""
    reached: set[str] = set()
    for spot in draft.spots("paths", "start"):
        yield from _fork(draft, spot, 1, reached)
    if draft.sound("paths"):
        yield from _unreached(draft, reached)
    yield from _days(draft)
    for kind, place in (("paths", ("paths", "*")), ("example", ())):
        yield from _pages(draft.spots(kind, *place))


def _fork(draft: Draft, fork: Spot, depth: int, reached: set[str]) -> Iterator[Fault]:
    for index, choice in enumerate(fork.value["choices"]):
        spot = Spot(fork.document, (*fork.path, "choices", index))
        if sum(end in choice for end in _ENDS) != 1:
            yield spot.fault("check.choice_ends", ends=_ENDS)
        if "path" in choice:
            reached.add(choice["path"])
            yield from dangling(draft, Spot(spot.document, (*spot.path, "path")), choice["path"], "path")
        if "then" in choice:
            yield from _then(draft, spot, depth, reached)


def _then(draft: Draft, choice: Spot, depth: int, reached: set[str]) -> Iterator[Fault]:
    if depth == _QUESTIONS_AT_MOST:
        yield choice.fault("check.choice_deep", "then", at_key=True, most=_QUESTIONS_AT_MOST)
    else:
        yield from _fork(draft, Spot(choice.document, (*choice.path, "then")), depth + 1, reached)


def _unreached(draft: Draft, reached: set[str]) -> Iterator[Fault]:
    for name, spot in draft.ids("path").items():
        if name not in reached:
            yield spot.fault("check.path_unreached", "id", id=name)


def _days(draft: Draft) -> Iterator[Fault]:
    for spot in draft.spots("paths", "paths", "*", "days"):
        for name in spot.value:
            yield from fault_of_field(draft, Spot(spot.document, (*spot.path, name)), name, ("date",))


def _pages(spots: Iterator[Spot]) -> Iterator[Fault]:
    """Two pages of one kind cannot have one address, in any language."""
    first: dict[tuple[str, str], Spot] = {}
    for spot in spots:
        for address in spot.value["page"].items():
            if address in first:
                where = first[address].where
                yield spot.fault("check.page_twice", "page", address[0], page=address[1], where=where)
            first.setdefault(address, spot)
