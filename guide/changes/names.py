"""Names that elements had and have: what the history tells, and what went and came without being another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.canonical import fingerprint
from assessment.renamed_questions import PROFILE
from guide.changes.inventory import FILE, Element, Key
from guide.norm.files import NormFile

__all__ = ["Names", "names_between"]

Elements = Mapping[Key, Element]


class Names:
    """Which element of one norm is which of the other.

    Attributes:
        new_name: The name of today of each id that has another.
        told: Those of them of which the history tells, so that saved answers come along.
        merged: The elements of before that each of today stands for, where they are several.
    """

    def __init__(self, old: Elements, new: Elements, told: Iterable[Mapping[str, Any]]) -> None:
        self.new_name: dict[str, str] = {}
        self.merged: dict[str, list[str]] = {}
        for entry in told:
            for before, after in _map_in(entry, "renamed").items():
                self._rename(before.removeprefix(PROFILE), str(after).removeprefix(PROFILE))
            merged = _map_in(entry, "merged")
            self.merged |= {
                after: [str(old) for old in olds] for after, olds in merged.items() if isinstance(olds, list)
            }
        gone, come = _ids(old) - _ids(new), _ids(new) - _ids(old)
        self.new_name = {before: after for before, after in self.new_name.items() if before in gone and after in come}
        self.merged = {after: olds for after, olds in self.merged.items() if gone & {*olds}}
        self.told = dict(self.new_name)
        gone_into = {name for olds in self.merged.values() for name in olds}
        self.new_name |= _same_but_for_name(old, new, {*self.told} | gone_into)

    def _rename(self, before: str, after: str) -> None:
        """Note a name; of several in a row, where it began and ended."""
        for first, then in self.new_name.items():
            if then == before:
                self.new_name[first] = after
        self.new_name[before] = after

    def key_of(self, key: Key) -> Key:
        """Return the key that an element of before has today."""
        return key[0], self.new_name.get(key[1], key[1])


def names_between(old: Elements, new: Elements, files: Iterable[NormFile], since: str) -> Names:
    """Find what became of ids.

    Args:
        old: The elements of before.
        new: The elements of today.
        files: The files of today, of which one tells the history.
        since: The version of before; a version that tells of ids that were there then is later, whatever it says.
    """
    head: Any = next((file.document.data for file in files if file.kind == "norm" and file.document), {})
    history = head.get("history", []) if isinstance(head, dict) else []
    entries = [entry for entry in history if isinstance(entry, dict)] if isinstance(history, list) else []
    return Names(old, new, [entry for entry in entries if entry.get("version") != since])


def _map_in(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return what a version tells; nothing where something else stands, as in a norm that does not hold."""
    found = entry.get(key)
    return found if isinstance(found, dict) else {}


def _ids(elements: Mapping[Key, Element]) -> set[str]:
    return {name for kind, name in elements if kind != FILE}


def _same_but_for_name(old: Elements, new: Elements, told: set[str]) -> dict[str, str]:
    """Find what went and came in one kind with the same in it: nobody told, and it can be nothing else."""
    gone = _by_content((key, each) for key, each in old.items() if key not in new and key[1] not in told)
    come = _by_content((key, each) for key, each in new.items() if key not in old)
    pairs = ((gone[content], come[content]) for content in gone if content in come)
    return {before[0]: after[0] for before, after in pairs if len(before) == len(after) == 1}


def _by_content(elements: Iterable[tuple[Key, Element]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for (kind, name), element in elements:
        if kind != FILE and isinstance(element.data, dict):
            rest = {field: value for field, value in element.data.items() if field != "id"}
            found.setdefault(fingerprint([kind, rest]), []).append(name)
    return found
