"""The norm's history: versions in order, saved answers that end up somewhere, and what is gone with its title."""

from __future__ import annotations

from collections.abc import Iterator

from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_history"]

# What answers hold by id.
_ANSWERED = ("check", "document", "requirement", "theme")
# Under what an entry tells where a name ended.
_ENDED = ("renamed", "removed")


def check_history(parsed: ParsedNorm) -> Iterator[Fault]:
    """Versions out of order, names that still exist, and names that lead nowhere."""
    if not all(parsed.complete(space) for space in _ANSWERED):
        return
    known = {name for space in _ANSWERED for name in parsed.ids(space)}
    for node in parsed.nodes("norm", "history"):
        yield from _out_of_order(node)
        for index, entry in enumerate(node.value):
            # A name that a later version changes again, or tells the title of, is no dead end.
            later = {old for after in node.value[index + 1 :] for part in _ENDED for old in after.get(part, {})}
            yield from _still_there(node, index, entry.get("removed", {}), known)
            yield from _renamed(node, index, entry.get("renamed", {}), known, later)
            for position, name in enumerate(entry.get("changed", [])):
                if name not in known | later:
                    yield _nowhere(node, known, name, index, "changed", position)


def _out_of_order(node: Node) -> Iterator[Fault]:
    own = _order(node.document.at(("version",)))
    before: tuple[int, ...] = ()
    for index, entry in enumerate(node.value):
        version = _order(entry["version"])
        if not before < version <= own:
            yield node.fault("check.history_out_of_order", index, "version", version=entry["version"])
        before = version


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _renamed(node: Node, index: int, renamed: dict[str, str], known: set[str], later: set[str]) -> Iterator[Fault]:
    for old, new in renamed.items():
        if old in known:
            yield node.fault("check.renamed_still_there", index, "renamed", old, at_key=True, id=old)
        if new not in known | later:
            yield _nowhere(node, known, new, index, "renamed", old)


def _still_there(node: Node, index: int, removed: dict[str, object], known: set[str]) -> Iterator[Fault]:
    for name in sorted(known & set(removed)):
        yield node.fault("check.removed_still_there", index, "removed", name, at_key=True, id=name)


def _nowhere(node: Node, known: set[str], name: str, *below: str | int) -> Fault:
    meant = suggestion(name, known)
    if meant:
        return node.fault("check.history_nowhere_meant", *below, id=name, meant=meant)
    return node.fault("check.history_nowhere", *below, id=name)
