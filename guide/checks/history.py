"""The norm's history: versions in order, saved answers that end up somewhere, and nothing gone without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from assessment.renamed_questions import PROFILE
from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_history"]

# What answers hold by id.
_ANSWERED = ("check", "document", "requirement", "theme")


def check_history(parsed: ParsedNorm) -> Iterator[Fault]:
    """Versions that are no day or out of order, names that still exist, lead nowhere, or went without a word."""
    yield from _no_days(parsed)
    yield from _released_ahead(parsed)
    if not all(parsed.complete(space) for space in (*_ANSWERED, "field")):
        return
    known = {name for space in _ANSWERED for name in parsed.ids(space)}
    known |= {f"{PROFILE}{name}" for name in parsed.ids("field")}
    yield from _gone(parsed, known)
    yield from _questions_gone(parsed)
    for node in parsed.nodes("norm", "history"):
        yield from _out_of_order(node)
        for index, entry in enumerate(node.value):
            # A name that a later version changes again, or tells the title of, is no dead end.
            later = {old for after in node.value[index + 1 :] for old in _ended(after)}
            yield from _still_there(node, index, entry.get("removed", {}), known)
            yield from _merged(node, index, entry.get("merged", {}), known, later)
            yield from _renamed(node, index, entry.get("renamed", {}), known, later)
            for position, name in enumerate(entry.get("changed", [])):
                if name not in known | later:
                    yield _nowhere(node, known, name, index, "changed", position)


def _no_days(parsed: ParsedNorm) -> Iterator[Fault]:
    """Versions are called after a day, which the page of changes shows."""
    history = parsed.nodes("norm", "history", "*", "version")
    for node in [*parsed.nodes("norm", "version"), *history, *parsed.nodes("released", "version")]:
        try:
            date(*_order(node.value))
        except ValueError:
            yield node.fault("check.version_no_day", version=node.value)


def _released_ahead(parsed: ParsedNorm) -> Iterator[Fault]:
    """What was released is of this version or an earlier one: answers to a later one are not taken."""
    for own in parsed.nodes("norm", "version"):
        for node in parsed.nodes("released", "version"):
            if _order(node.value) > _order(own.value):
                yield node.fault("check.released_ahead", version=node.value, own=own.value)


def _ended(entry: Mapping[str, Any]) -> set[str]:
    """The names of which a version tells where they ended."""
    merged = {old for new, olds in entry.get("merged", {}).items() for old in olds if old != new}
    return {*entry.get("renamed", {}), *entry.get("removed", {}), *merged}


def _gone(parsed: ParsedNorm, known: set[str]) -> Iterator[Fault]:
    """What candidates could answer in a version that was released, and what no later version tells of."""
    if not parsed.sound("norm"):
        return
    history = [entry for node in parsed.nodes("norm", "history") for entry in node.value]
    for node in parsed.nodes("released"):
        version = node.value["version"]
        later = {name for entry in history if _order(entry["version"]) > _order(version) for name in _ended(entry)}
        for index, name in enumerate(node.value["ids"]):
            if name not in known | later:
                yield node.fault("check.released_gone", "ids", index, id=name, version=version)


def _questions_gone(parsed: ParsedNorm) -> Iterator[Fault]:
    """What this very version asked when it was released: only answers of another version are put aside."""
    if not parsed.sound("norm", "profile", "worth"):
        return
    known = {f"worth.{node.value}" for node in parsed.nodes("worth", "fields", "*", "id")}
    for name, field in parsed.ids("field").items():
        known |= {f"profile.{name}", *(f"profile.{name}.{each['id']}" for each in field.value.get("options", ()))}
    for own in parsed.nodes("norm", "version"):
        for node in parsed.nodes("released"):
            for index, name in enumerate(node.value.get("questions", ()) if node.value["version"] == own.value else ()):
                if name not in known:
                    yield node.fault("check.question_gone", "questions", index, id=name, version=own.value)


def _merged(
    node: Node, index: int, merged: Mapping[str, list[str]], known: set[str], later: set[str]
) -> Iterator[Fault]:
    for new, olds in merged.items():
        if new not in known | later:
            yield _nowhere(node, known, new, index, "merged", new)
        for position, old in enumerate(olds):
            if old != new and old in known:
                yield node.fault("check.merged_still_there", index, "merged", new, position, id=old)


def _out_of_order(node: Node) -> Iterator[Fault]:
    own = _order(node.document.at(("version",)))
    before = (0, 0, 0)
    for index, entry in enumerate(node.value):
        version = _order(entry["version"])
        if not before < version <= own:
            yield node.fault("check.history_out_of_order", index, "version", version=entry["version"])
        before = version


def _order(version: str) -> tuple[int, int, int]:
    year, month, day = (int(part) for part in version.split("."))
    return year, month, day


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
