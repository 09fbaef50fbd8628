"""Fields of an element: what stands where in it, and how much it matters that it is another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["ASPECTS", "aspect_of", "changed_fields", "with_new_names"]

ASPECTS = ("meaning", "standing", "dates", "sources", "wording")
"""How far a change reaches, the furthest first."""

_DATES = frozenset({"valid_from", "valid_until", "last_seen", "checked_on", "published", "precision", "seen", "era"})
_STANDINGS = frozenset({"standing", "wording", "asked_by"})
_SOURCES = frozenset({"sources", "disagrees_with", "source"})
_LANGUAGE = re.compile(r"[a-z]{2}")
# What makes a sentence say something else, as far as a program can tell: its figures, and those that it pulls.
_FIGURES = re.compile(r"\{[^{}]*\}|\d+")
_PULLED = re.compile(r"(?<=[{:/])[A-Za-z][\w-]*(?=[}/:])")
_PREDICATE = "_when"
_GONE = object()


def changed_fields(old: Any, new: Any, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return each field that is not the same, with its `path`, its `aspect`, and its `old` and `new` value, if any.

    Args:
        old: What stood there.
        new: What stands there.
        names: The new name of each id that has another.
    """
    before = {tuple(names.get(step, step) for step in path): value for path, value in _leaves(old, ())}
    after = dict(_leaves(new, ()))
    paths = [*after, *(path for path in before if path not in after)]
    return [
        _changed(path, before.get(path, _GONE), after.get(path, _GONE))
        for path in paths
        if not _is_same(before.get(path, _GONE), after.get(path, _GONE), names)
    ]


def with_new_names(value: Any, names: Mapping[str, str]) -> Any:
    """Return a value in which ids that have another name go by that: whole texts, keys, and what a text pulls in."""
    if isinstance(value, str):
        return names.get(value) or _PULLED.sub(lambda found: names.get(found[0], found[0]), value)
    if isinstance(value, dict):
        return {names.get(key, key): with_new_names(inner, names) for key, inner in value.items()}
    return [with_new_names(inner, names) for inner in value] if isinstance(value, list) else value


def _changed(path: tuple[str, ...], old: Any, new: Any) -> dict[str, Any]:
    values = {name: value for name, value in (("old", old), ("new", new)) if value is not _GONE}
    return {"path": ".".join(path), "aspect": aspect_of(path, old, new), **values}


def _is_same(old: Any, new: Any, names: Mapping[str, str]) -> bool:
    # A text that is also a name elsewhere may stand as it was.
    return bool(old == new) or (old is not _GONE and with_new_names(old, names) == new)


def aspect_of(path: tuple[str, ...], old: Any, new: Any) -> str:
    """Say how far the change of a field reaches.

    A sentence counts as other words only where it was there before and its figures are the same; what it means beyond
    that, people must read.
    """
    for aspect, keys in (("dates", _DATES), ("standing", _STANDINGS), ("sources", _SOURCES)):
        if keys & set(path):
            return aspect
    if _LANGUAGE.fullmatch(path[-1]) if path else False:
        is_text = isinstance(old, str) and isinstance(new, str)
        return "wording" if is_text and _FIGURES.findall(old) == _FIGURES.findall(new) else "meaning"
    return "meaning"


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every value that holds no others; plain lists and conditions are one value, since they read as one."""
    if isinstance(value, dict) and value and not (path and path[-1].endswith(_PREDICATE)):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, str(key)))
    elif isinstance(value, list) and any(isinstance(inner, (dict, list)) for inner in value):
        for at, inner in enumerate(value):
            yield from _leaves(inner, (*path, _name(inner, at)))
    else:
        yield path, value


def _name(item: Any, at: int) -> str:
    """An item of a list by its id, or else by its place, from 1."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else str(at + 1)
