"""Requirements, their check points and the documents that prove them."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_requirements"]


def check_requirements(draft: Draft) -> Iterator[Fault]:
    """Empty requirements, foreign labels, idle documents, and proof that is told from one side only."""
    for spot in draft.spots("requirement"):
        if not spot.value["checks"]:
            yield spot.fault("check.no_checks", "checks", requirement=spot.value["id"])
    yield from _prefixes(draft)
    for spot in draft.spots("documents", "documents", "*"):
        if not spot.value["proves"]:
            yield spot.fault("check.proves_nothing", "proves", document=spot.value["id"])
    if draft.sound("requirement", "documents"):
        yield from _one_sided(draft, "document", "proves", "check", "documents")
        yield from _one_sided(draft, "check", "documents", "document", "proves")


def _prefixes(draft: Draft) -> Iterator[Fault]:
    seen: dict[str, Spot] = {}
    for requirement in draft.spots("requirement"):
        prefix = requirement.value["prefix"]
        if prefix in seen:
            yield requirement.fault("check.prefix_twice", "prefix", prefix=prefix, where=seen[prefix].where)
        seen.setdefault(prefix, requirement)
        for index, check in enumerate(requirement.value["checks"]):
            if not check["id"].startswith(f"{prefix}-"):
                yield requirement.fault("check.prefix", "checks", index, "id", id=check["id"], prefix=prefix)


def _one_sided(draft: Draft, space: str, key: str, other: str, back: str) -> Iterator[Fault]:
    """Faults where one names the other and is not named in return."""
    others = draft.ids(other)
    for name, spot in draft.ids(space).items():
        for index, wanted in enumerate(spot.value[key]):
            if wanted in others and name not in others[wanted].value[back]:
                where = others[wanted].where
                yield spot.fault("check.one_sided", key, index, id=wanted, own=name, key=back, where=where)
