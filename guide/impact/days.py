"""Days on which a changed element begins or ceases to hold: a change of later shows on no day before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from assessment.checking import FIRST_DAY, LAST_DAY

__all__ = ["days_of_change"]

_FROM, _UNTIL = "valid_from", "valid_until"
_DAY_LENGTH = len("2026-01-01")


def days_of_change(norms: Collection[Any], changed: Collection[str]) -> list[str]:
    """Return the days from which something else may hold, ISO, in order.

    Args:
        norms: The norms that are compared.
        changed: The ids of all elements that changed, under any name.
    """
    found = {day for norm in norms for element in _elements(norm, changed) for day in _borders(element)}
    return sorted(day for day in found if FIRST_DAY <= day <= LAST_DAY)


def _elements(part: Any, changed: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield whatever goes by one of these ids, wherever it stands."""
    if isinstance(part, dict):
        name = part.get("id")
        if isinstance(name, str) and name in changed:
            yield part
        for inner in part.values():
            yield from _elements(inner, changed)
    elif isinstance(part, list):
        for inner in part:
            yield from _elements(inner, changed)


def _borders(element: dict[str, Any]) -> Iterator[str]:
    if _is_day(element.get(_FROM)):
        yield element[_FROM]
    if _is_day(element.get(_UNTIL)):
        yield (date.fromisoformat(element[_UNTIL]) + timedelta(days=1)).isoformat()


def _is_day(value: object) -> bool:
    return isinstance(value, str) and len(value) == _DAY_LENGTH
