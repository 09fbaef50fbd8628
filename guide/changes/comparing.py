"""Compares two norms: what came, went, was renamed or changed, and how far each change reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assessment.element_index import KINDS
from guide.changes.fields import ASPECTS, changed_fields
from guide.changes.inventory import FILE, Element, Key, inventory, shown_title
from guide.changes.names import Names, names_between
from guide.changes.revisions import Revision

__all__ = ["DIFF_FORMAT", "compare_norms"]

DIFF_FORMAT = "kmop-diff/1"

Record = dict[str, Any]
Elements = Mapping[Key, Element]

# How far a change reaches, the furthest first: the order in which people read them.
_CHANGES = ("removed", "merged", "meaning", "added", "renamed", "standing", "dates", "sources", "wording")


def compare_norms(old: Revision, new: Revision, language: str, messages: Mapping[str, str]) -> Record:
    """Compare two norms.

    Args:
        old: The norm of before.
        new: The norm of today.
        language: The language in which elements are named.
        messages: The message catalogue, for what does not hold to the schemas of today.

    Returns:
        What `schemas/diff.schema.json` describes, without pages.
    """
    before, after = inventory(old.files), inventory(new.files)
    names = names_between(before, after, new.files, old.version)
    changes = [*_changes(before, after, names, language)]
    return {
        "format": DIFF_FORMAT,
        "old": _side(old, messages),
        "new": _side(new, messages),
        "changes": sorted(changes, key=_importance),
    }


def _side(revision: Revision, messages: Mapping[str, str]) -> Record:
    return {"label": revision.label, "version": revision.version, "faults": revision.fault_lines(messages)}


def _changes(
    before: Mapping[Key, Element], after: Mapping[Key, Element], names: Names, language: str
) -> Iterator[Record]:
    earlier = {names.key_of(key): element for key, element in before.items()}
    merged = {name for olds in names.merged.values() for name in olds}
    for key, element in after.items():
        if key in earlier:
            yield from _changed(earlier[key], element, names, language)
        else:
            yield _record(element, "added", [], language)
    for key, element in earlier.items():
        if key not in after and not (element.key[1] in merged and element.key[1] != key[1]):
            kind = "merged" if element.key[1] in merged else "removed"
            into = [name for name, olds in names.merged.items() if element.key[1] in olds]
            yield _record(element, kind, [], language) | ({"into": into[0]} if into else {})


def _changed(old: Element, new: Element, names: Names, language: str) -> Iterator[Record]:
    fields = [each for each in changed_fields(old.data, new.data, names.new_name) if each["path"] != "id"]
    is_renamed = old.key[1] != new.key[1]
    if fields or is_renamed:
        reach = min((ASPECTS.index(each["aspect"]) for each in fields), default=len(ASPECTS))
        change = ASPECTS[reach] if fields and not (is_renamed and ASPECTS[reach] != "meaning") else "renamed"
        yield _record(new, change, fields, language) | ({"was": old.key[1]} if is_renamed else {})


def _record(element: Element, change: str, fields: Iterable[Record], language: str) -> Record:
    kind, name = element.key
    return {
        "kind": kind,
        "id": name,
        "title": shown_title(element, language),
        "change": change,
        "file": element.file,
        "line": element.line,
        "fields": list(fields),
    }


def _importance(change: Record) -> tuple[int, int, str, int, str]:
    """What reaches furthest comes first, and of that what says something before what it rests on or stands in."""
    kinds = [*(kind for kind in KINDS if kind != "source"), "source"]
    kind = kinds.index(change["kind"]) if change["kind"] in kinds else len(kinds) + (change["kind"] == FILE)
    return _CHANGES.index(change["change"]), kind, change["file"], change["line"], change["id"]
