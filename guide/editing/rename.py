"""Another id for an element: every place that names it follows, and so do saved answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.editing.changes import Change
from guide.editing.mentions import ANSWERED
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.prose import places_in_prose, renamed_prose
from guide.norm.parsed import Node

__all__ = ["rename", "rename_mentions"]


def rename(norm: OpenNorm, names: Mapping[str, str], said: str) -> Change:
    """The change that gives elements another id.

    Args:
        norm: The norm.
        names: The id that each gets, by that of today.
        said: What readers are told of a new version, should there be one.

    Raises:
        EditError: There is no such id, it cannot change, or the new one is taken.
    """
    change, found = Change(), {old: norm.find_editable(old) for old in names}
    for old, new in names.items():
        _refuse_taken(norm, new)
        space, node = found[old]
        change.edit(node.document.name).rename((*node.path, "id"), old, new)
        rename_mentions(norm, change, space, old, new)
    for old, new in names.items():
        if norm.is_answered(old, found[old][0]):
            norm.note(change, "renamed", {old: new}, said)
        elif found[old][0] in ANSWERED:
            norm.note_unreleased(change, old, new)
        _move_file(norm, change, found[old][1], old, new)
    return change.done()


def _refuse_taken(norm: OpenNorm, new: str) -> None:
    for ids in norm.parsed.declared.values():
        for other in ids:
            if other.value["id"] == new:
                raise EditError("taken", id=new, where=other.where)


def rename_mentions(norm: OpenNorm, change: Change, space: str, old: str, new: str) -> None:
    """Let every place that names one id name another, in the norm and in pages."""
    for place in norm.mentions(old, space):
        if not _is_history(place.path):
            change.edit(place.document.name).rename(place.path, old, new, at_key=place.at_key)
    if norm.prose:
        for file in {place.file for place in places_in_prose(norm.prose, old)}:
            change.files[file] = renamed_prose(change.text(file), old, new)


def _is_history(path: tuple[str | int, ...]) -> bool:
    return path[:1] == ("history",)


def _move_file(norm: OpenNorm, change: Change, node: Node, old: str, new: str) -> None:
    """A file that bears the name of what it holds goes by the new one."""
    path = Path(node.document.name)
    if not node.path and path.stem == old and path.parent != norm.folder:
        change.files[path.with_name(f"{new}.yaml")] = change.text(path)
        change.files[path] = None
