"""Standing: what a statement rests on is as firm as it claims to be."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_standing"]

_FIRMNESS = {"secondary": 1, "bureau": 2, "official": 3}


def check_standing(draft: Draft) -> Iterator[Fault]:
    """Estimates without reasons, statements without sources or beyond them, sources unused."""
    used: set[str] = set()
    for spot in draft.walk():
        if isinstance(spot.value, dict):
            used.update(_sources(spot))
            if "standing" in spot.value and not _is_source(spot):
                yield from _ground(draft, spot)
    used.update(spot.value for spot in draft.spots("statements", "statements", "*", "source"))
    if all(draft.complete(space) for space in ("element", "statement")) and draft.sound("sources"):
        yield from _unused(draft, used)


def _sources(spot: Spot) -> list[str]:
    named = spot.value.get("sources", [])
    return [name for name in named if isinstance(name, str)] if isinstance(named, list) else []


def _is_source(spot: Spot) -> bool:
    return spot.path[:1] == ("sources",)


def _ground(draft: Draft, spot: Spot) -> Iterator[Fault]:
    standing = spot.value["standing"]
    if standing == "estimate":
        if "rationale" not in spot.value:
            yield spot.fault("check.no_rationale", "standing")
        return
    names = [*_sources(spot), *_borrowed(draft, spot)]
    if not names:
        yield spot.fault("check.no_source", "standing", standing=standing)
    else:
        yield from _too_firm(draft, spot, names)


def _borrowed(draft: Draft, spot: Spot) -> Iterator[str]:
    """The sources of the facts that something rests on."""
    facts = draft.ids("fact")
    for name in [*spot.value.get("rests_on", []), spot.value.get("fact")]:
        if name in facts:
            yield from _sources(facts[name])


def _too_firm(draft: Draft, spot: Spot, names: list[str]) -> Iterator[Fault]:
    sources = draft.ids("source")
    standings = [sources[name].value.get("standing") for name in names if name in sources]
    if len(standings) < len(names) or not all(one in _FIRMNESS for one in standings):
        return
    firmest = max(standings, key=lambda one: _FIRMNESS[one])
    if _FIRMNESS[firmest] < _FIRMNESS[spot.value["standing"]]:
        standing = spot.value["standing"]
        yield spot.fault("check.too_firm", "standing", standing=standing, firmest=firmest)


def _unused(draft: Draft, used: set[str]) -> Iterator[Fault]:
    for name, spot in draft.ids("source").items():
        if name not in used:
            yield spot.fault("check.source_unused", "id", source=name)
