"""Causes: which changed elements the reasons of a result name, where these are not the same any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from assessment.case import Record
from guide.impact.areas import Area

__all__ = ["Conclusions", "causes_of", "conclusions_of"]

Conclusions = Mapping[tuple[str, str], Record]
"""The conclusions of a trace by rule and what each is about."""


def conclusions_of(report: Record) -> Conclusions:
    """Return the trace of a report by rule and element."""
    return {(each["rule"], each["about"]): each for each in report["trace"]}


def causes_of(area: Area, old: Conclusions, new: Conclusions, changed: Collection[str]) -> list[str]:
    """Return the changed elements that decide an area otherwise.

    A conclusion that is another than before leads to those that it builds on, as far as they are others too; whatever
    changed element one of them names is a cause.

    Args:
        area: What differs.
        old: The conclusions by the old norm, in the names of today.
        new: Those by the new one.
        changed: The ids of all elements that changed.
    """
    differing = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    waiting = [key for key in sorted(differing) if key[0] in area.rules]
    visited: set[tuple[str, str]] = set()
    while waiting:
        key = waiting.pop()
        visited.add(key)
        sides = [side[key] for side in (old, new) if key in side]
        below = {on for side in sides for on in _built_on(side)}
        waiting += sorted((below & differing) - visited)
    named = {text for key in visited for side in (old, new) if key in side for text in _texts(side[key])}
    return sorted(named & {*changed})


def _built_on(conclusion: Record) -> Iterator[tuple[str, str]]:
    for step in conclusion["steps"]:
        if "on" in step:
            rule, _, about = step["on"].partition(" ")
            yield rule, about


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a conclusion, of its maps the keys too: facts are named by their fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "sources":
                yield str(key)
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
