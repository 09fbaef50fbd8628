"""Memoisation: what did not change is not worked out twice.

A part is a pure function: it reads nothing but what it is given. Its last result is kept, with what it was worked out
from, and is used again only while everything that it is given is equal to that, so it cannot be out of date. A rule is
given a case that holds no more than the rule may read (`Case.with_tables`); a part of the view is given the entries
that it shows.

Two things are left to who keeps a memo: what was given is not changed afterwards, and neither is what came back.
"""

from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["Memo"]

_Made = TypeVar("_Made")


class Memo:
    """Keeps the last result of each part, all of one norm in one language."""

    def __init__(self) -> None:
        self._results: dict[tuple[Callable[..., Any], str], tuple[tuple[Any, ...], Any]] = {}

    def call(self, make: Callable[..., _Made], *given: Any, about: str = "") -> _Made:
        """Return what a part makes of what it is given; that of the last time, if it was given the same.

        Args:
            make: The part.
            *given: All that it may read.
            about: Which one this is, where a part is made of several things.
        """
        return self.call_as(make, about, given, lambda: make(*given))

    def call_as(self, part: Callable[..., Any], about: str, given: tuple[Any, ...], make: Callable[[], _Made]) -> _Made:
        """Do as `call` where a part is given the same in another form than it is kept in.

        Args:
            part: The part by which it is known.
            about: Which one this is.
            given: All that it may read.
            make: Makes it of just that.
        """
        key = part, about
        kept = self._results.get(key)
        if kept is None or kept[0] != given:
            kept = self._results[key] = given, make()
        made: _Made = kept[1]
        return made
