"""Removing an element: lists that name it and answers to it lose it, and saved answers keep its title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.catalogue import LANGUAGE
from guide.documents.document import Path as Steps
from guide.editing.changes import Change
from guide.editing.mentions import Place
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.prose import places_in_prose
from guide.norm.parsed import Node

__all__ = ["remove", "take_out"]

# Lists that mean something as a whole: what they say without one of their ids is for people to decide.
_JOINED = frozenset({"columns", "lead"})


def remove(norm: OpenNorm, name: str, said: str) -> Change:
    """The change that takes an element out of the norm.

    Args:
        norm: The norm.
        name: Its id.
        said: What readers are told of a new version, should there be one.

    Raises:
        EditError: There is no such id, it cannot go, or something names it that would mean nothing without it.
    """
    space, node = norm.find_editable(name)
    if space == "requirement":
        raise EditError("has_parts", id=name, where=node.where)
    places = norm.mentions(name, space)
    kept = [*_needed(places, node), *_in_prose(norm, name)]
    if kept:
        raise EditError("still_named", id=name, places="\\n".join(kept))
    change = Change()
    for place in places:
        if not _is_own(place, node):
            change.edit(place.document.name).remove(place.path)
    take_out(change, node)
    if norm.is_answered(name, space):
        norm.note(change, "removed", {name: _title(node, name)}, said)
    return change.done()


def take_out(change: Change, node: Node) -> None:
    """Take an element out of its file, or the file with nothing else in it."""
    if node.path:
        change.edit(node.document.name).remove(node.path)
    else:
        change.files[Path(node.document.name)] = None


def _is_own(place: Place, node: Node) -> bool:
    """Whether a place is a part of the element itself."""
    return place.document.name == node.document.name and place.path[: len(node.path)] == node.path


def _needed(places: list[Place], node: Node) -> Iterator[str]:
    """The places that are no item of a list and no key of their own: a sentence, or a value that must be there."""
    for place in places:
        if not _is_own(place, node) and not _can_go(place):
            yield f"{place.document.name}:{place.line}: {place.document.spell(place.path)}"


def _can_go(place: Place) -> bool:
    if place.at_key:
        return True
    value: object = place.document.at(place.path)
    return isinstance(place.path[-1], int) and _holds_ids(place.path) and isinstance(value, str) and " " not in value


def _holds_ids(path: Steps) -> bool:
    return path[-2] not in _JOINED if len(path) > 1 else False


def _in_prose(norm: OpenNorm, name: str) -> Iterator[str]:
    if norm.prose:
        for place in places_in_prose(norm.prose, name):
            yield f"{place.file.as_posix()}:{place.line}"


def _title(node: Node, name: str) -> dict[str, str]:
    """What it was called, for whoever answered it."""
    title = node.value.get("title") or node.value.get("text") or {LANGUAGE: name}
    return dict(title)
