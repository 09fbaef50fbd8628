"""Merging elements: one stands in the place of several, and of their answers the lowest counts.

Examples and cases are treated as the answers of candidates are (`assessment/merging.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from assessment.merging import is_opened, merged_answer
from guide.documents.document import Document
from guide.documents.document import Path as Steps
from guide.editing.changes import Change
from guide.editing.mentions import Place
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.prose import places_in_prose, renamed_prose
from guide.editing.remove import take_out
from guide.editing.yaml_text import YamlText, as_scalar
from guide.norm.parsed import Node

__all__ = ["flow", "merge"]

# What both sides name: what one of the merged names, the one in their place names too.
_KEPT = ("documents", "proves", "sources", "disagrees_with", "about")


def merge(norm: OpenNorm, names: Sequence[str], into: str, said: str) -> Change:
    """The change that puts one element in the place of several.

    Args:
        norm: The norm.
        names: The ids of those that go, or that one of them goes on under.
        into: The id of the one: one of these, another of the same kind, or a new id, which the first one gets.
        said: What readers are told of a new version, should there be one.

    Raises:
        EditError: There is no such id, they are not of one kind, or they have parts of their own.
    """
    olds = list(dict.fromkeys(names))
    nodes = {name: norm.find_editable(name) for name in olds}
    stays = into if into in _ids(norm) else olds[0]
    nodes |= {stays: norm.find_editable(stays)}
    space = _one_kind(nodes)
    if len(nodes) == 1:
        raise EditError("merge_one", id=stays)
    change = Change()
    _Merging(norm, change, {name: node for name, (_, node) in nodes.items()}, stays, into).make(space)
    if any(norm.is_answered(name, space) for name in nodes):
        norm.note(change, "merged", {into: sorted(nodes)}, said)
    return change.done()


def _ids(norm: OpenNorm) -> set[str]:
    return {node.value["id"] for ids in norm.parsed.declared.values() for node in ids}


def _one_kind(nodes: dict[str, tuple[str, Node]]) -> str:
    spaces = {space for space, _ in nodes.values()}
    if len(spaces) > 1:
        raise EditError("merge_kinds", ids=", ".join(nodes))
    if "requirement" in spaces:
        name, (_, node) = next(iter(nodes.items()))
        raise EditError("has_parts", id=name, where=node.where)
    return spaces.pop()


class _Merging:
    """One merger: the edits of every file."""

    def __init__(self, norm: OpenNorm, change: Change, nodes: dict[str, Node], stays: str, into: str) -> None:
        self._norm = norm
        self._change = change
        self._nodes = nodes
        self._stays = stays
        self._into = into

    def make(self, space: str) -> None:
        """Gather all edits."""
        groups: dict[tuple[str, Steps], list[tuple[str, Place]]] = {}
        for name, node in self._nodes.items():
            if name != self._stays:
                take_out(self._change, node)
            for place in self._norm.mentions(name, space):
                if not self._goes(place):
                    groups.setdefault((place.document.name, place.path[:-1]), []).append((name, place))
        for places in groups.values():
            self._merge_siblings(places)
        self._keep_lists()
        self._rename_own()
        self._rename_prose()

    def _goes(self, place: Place) -> bool:
        """Whether a place is a part of an element that goes."""
        return any(
            node.document.name == place.document.name and place.path[: len(node.path)] == node.path
            for name, node in self._nodes.items()
            if name != self._stays
        )

    def _merge_siblings(self, places: list[tuple[str, Place]]) -> None:
        """Of several ids side by side in a list, or of several answers, one stays."""
        document = places[0][1].document
        edit = self._change.edit(document.name)
        is_answers = places[0][1].at_key and "expected" not in places[0][1].path
        is_list = not is_answers and not any(_is_text(document, place.path) for _, place in places)
        first, *rest = dict.fromkeys(place.path for _, place in places)
        for name, place in places:
            if place.path == first or not (is_list or is_answers):
                edit.rename(place.path, name, self._into, at_key=place.at_key)
        if is_answers:
            rest += self._put_answer(edit, document, first)
        for path in rest if is_list or is_answers else ():
            edit.remove(path)

    def _put_answer(self, edit: YamlText, document: Document, place: Steps) -> list[Steps]:
        """Write the answer in the place of several; returns that place if nothing was answered."""
        answers: dict[str, Any] = document.at(place[:-1])
        given = [answers.get(name) for name in self._nodes]
        scale = [step.value["id"] for step in self._norm.parsed.nodes("scoring", "scale", "*")]
        merged = merged_answer(given, scale)
        if is_opened(given, merged):
            self._change.opened.append(Node(document, place).where)
        if merged is None:
            return [place]
        if merged != document.at(place):
            edit.put(place, flow(merged))
        return []

    def _keep_lists(self) -> None:
        """Let the one that stays name what any of them named."""
        own = self._nodes[self._stays]
        for key in _KEPT:
            given = [each for node in self._nodes.values() for each in node.value.get(key, [])]
            wanted = [each for each in dict.fromkeys(given) if each not in self._nodes]
            if key in own.value and wanted != own.value[key]:
                self._change.edit(own.document.name).put((*own.path, key), f"[{', '.join(map(as_scalar, wanted))}]")

    def _rename_own(self) -> None:
        if self._into != self._stays:
            node = self._nodes[self._stays]
            self._change.edit(node.document.name).rename((*node.path, "id"), self._stays, self._into)

    def _rename_prose(self) -> None:
        for name in self._nodes if self._norm.prose else ():
            for file in {place.file for place in places_in_prose(self._norm.prose, name)}:  # type: ignore[arg-type]
                self._change.files[file] = renamed_prose(self._change.text(file), name, self._into)


def flow(value: Any) -> str:
    """A value on one line."""
    return yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000).strip()


def _is_text(document: Document, path: Steps) -> bool:
    """Whether an id stands within a sentence, and not by itself."""
    value = document.at(path)
    return not isinstance(path[-1], int) or not isinstance(value, str) or " " in value or "{" in value
