"""Standing: what a statement rests on is as firm as it claims to be."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_standing"]

_FIRMNESS = {"secondary": 1, "bureau": 2, "official": 3}
_OURS = ("estimate", "not_found")


def check_standing(parsed: ParsedNorm) -> Iterator[Fault]:
    """Estimates without reasons, statements without sources or beyond them, sources unused."""
    used: set[str] = set()
    for node in parsed.walk():
        if isinstance(node.value, dict):
            used.update(_sources(node))
            if "standing" in node.value and not _is_source(node):
                yield from _ground(parsed, node)
                yield from _own_words(node)
    used.update(node.value for node in parsed.nodes("statements", "statements", "*", "source"))
    if parsed.is_whole:
        yield from _unused(parsed, used)


def _sources(node: Node) -> list[str]:
    named = node.value.get("sources", [])
    return [name for name in named if isinstance(name, str)] if isinstance(named, list) else []


def _is_source(node: Node) -> bool:
    return node.path[:1] == ("sources",)


def _ground(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    standing = node.value["standing"]
    if standing in _OURS:
        yield from _reason(node, standing)
        return
    names = [*_sources(node), *_borrowed(parsed, node)]
    if names:
        yield from _too_firm(parsed, node, names)
    elif all(parsed.lacks("fact", name) for name in _rests_on(node)):
        # The facts of a file at fault may well have a source.
        yield node.fault("check.no_source", "standing", standing=standing)


def _reason(node: Node, standing: str) -> Iterator[Fault]:
    """An estimate says what it rests on, unless only its words are ours; what was not found rests on nothing."""
    if standing == "not_found" and "rationale" in node.value:
        yield node.fault("check.rationale_idle", "rationale", at_key=True)
    elif standing == "estimate" and not {"rationale", "wording"} & set(node.value):
        yield node.fault("check.no_rationale", "standing")


def _own_words(node: Node) -> Iterator[Fault]:
    """What we explain in our own words is no firmer than we are."""
    standing = node.value["standing"]
    if "wording" in node.value and standing != "estimate":
        yield node.fault("check.wording_not_ours", "standing", standing=standing)


def _borrowed(parsed: ParsedNorm, node: Node) -> Iterator[str]:
    """The sources of the facts that something rests on."""
    facts = parsed.elements("fact")
    for name in _rests_on(node):
        if name in facts:
            yield from _sources(facts[name])


def _rests_on(node: Node) -> list[str]:
    return [*node.value.get("rests_on", []), *([node.value["fact"]] if "fact" in node.value else [])]


def _too_firm(parsed: ParsedNorm, node: Node, names: list[str]) -> Iterator[Fault]:
    sources = parsed.elements("source")
    standings = [sources[name].value.get("standing") for name in names if name in sources]
    if len(standings) < len(names) or not all(one in _FIRMNESS for one in standings):
        return
    firmest = max(standings, key=lambda one: _FIRMNESS[one])
    if _FIRMNESS[firmest] < _FIRMNESS[node.value["standing"]]:
        standing = node.value["standing"]
        yield node.fault("check.too_firm", "standing", standing=standing, firmest=firmest)


def _unused(parsed: ParsedNorm, used: set[str]) -> Iterator[Fault]:
    for name, node in parsed.ids("source").items():
        if name not in used:
            yield node.fault("check.source_unused", "id", source=name)
