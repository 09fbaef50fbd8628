"""Another id for an element or a question: every place that names it follows, and so do saved answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assessment.renamed_questions import PROFILE
from guide.checks.fields import READ_BY_RULES
from guide.editing.answered import FIELD, Place
from guide.editing.answers_listing import list_renamed
from guide.editing.changes import Change
from guide.editing.mentions import ANSWERED
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.prose import places_in_prose, renamed_prose
from guide.norm.parsed import Node

__all__ = ["rename", "rename_mentions"]


def rename(norm: OpenNorm, names: Mapping[str, str], said: str) -> Change:
    """The change that gives elements, or questions about the candidate's situation, another id.

    Args:
        norm: The norm.
        names: The id that each gets, by that of today.
        said: What readers are told of a new version, should there be one.

    Raises:
        EditError: There is no such id, it cannot change, or the new one is taken.
    """
    change, found = Change(), {old: norm.find_renamable(old) for old in names}
    for old, new in names.items():
        space, node = found[old]
        if space == FIELD:
            _rename_question(norm, change, node, new.removeprefix(PROFILE), said)
        else:
            _refuse_taken(norm, new)
            change.edit(node.document.name).rename((*node.path, "id"), old, new)
            rename_mentions(norm, change, space, old, new)
    for old, new in names.items():
        if found[old][0] == FIELD:
            continue  # noted already
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


def _rename_question(norm: OpenNorm, change: Change, node: Node, new: str, said: str) -> None:
    """Give a question another name: answers keep it as a key, within its group where it has one."""
    old: str = node.value["id"]
    if old in READ_BY_RULES:
        raise EditError("fixed", id=old, where=node.where)
    if new in norm.parsed.ids(FIELD):
        raise EditError("taken", id=new, where=norm.parsed.ids(FIELD)[new].where)
    if old.rpartition(".")[0] != new.rpartition(".")[0]:
        raise EditError("other_group", id=old, new=new)
    change.edit(node.document.name).rename((*node.path, "id"), old, new)
    for place in norm.mentions(old, FIELD):
        written, instead = _as_written(place, old, new)
        change.edit(place.document.name).rename(place.path, written, instead, at_key=place.at_key)
    if norm.is_answered(old, FIELD):
        norm.note(change, "renamed", {f"{PROFILE}{old}": f"{PROFILE}{new}"}, said)
    else:
        norm.note_unreleased(change, f"{PROFILE}{old}", f"{PROFILE}{new}")
    list_renamed(norm.folder, change, old, new)


def _as_written(place: Place, old: str, new: str) -> tuple[str, str]:
    """Both names as they stand at a place: whole, the last part as a key within its group, or as in the form."""
    if place.at_key and place.path[-1] != old:
        return old.rpartition(".")[2], new.rpartition(".")[2]
    if not place.at_key and place.document.at(place.path) == f"{PROFILE}{old}":
        return f"{PROFILE}{old}", f"{PROFILE}{new}"
    return old, new


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
