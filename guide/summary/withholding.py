"""Statistical disclosure control: what is counted of few candidates is not shown, nor what gives it away.

Primary suppression hides each count under the least number; complementary suppression hides others with it until what
is hidden no longer follows from the total.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

__all__ = ["LEAST", "may_show_share", "withheld"]

LEAST = 5
"""The fewest candidates of whom anything is told."""

_TOGETHER = 2
Part = TypeVar("Part", bound=Hashable)


def withheld(*tables: Mapping[Part, int]) -> set[Part]:
    """Return the parts whose counts stay hidden in all of these distributions; the whole is taken to be known.

    A part that is hidden in one is hidden in each: under the same key are the same candidates, or may be.

    Args:
        tables: By part how many candidates it has; each candidate is in one part of each table.
    """
    hidden: set[Part] = set()
    while added := set[Part]().union(*(_to_hide(counts, hidden) for counts in tables)) - hidden:
        hidden |= added
    return hidden


def _to_hide(counts: Mapping[Part, int], hidden: set[Part]) -> set[Part]:
    """The parts of one table that are too small, and the next smallest until they are enough together."""
    found = {name for name, count in counts.items() if count and (count < LEAST or name in hidden)}
    rest = sorted((name for name in counts if counts[name] and name not in found), key=counts.__getitem__)
    while found and rest and (len(found) < _TOGETHER or sum(counts[name] for name in found) < LEAST):
        found.add(rest.pop(0))
    return found


def may_show_share(part: int, whole: int) -> bool:
    """Whether may be told how many of a whole something holds for.

    Args:
        part: For how many it holds.
        whole: Of how many.
    """
    return whole >= LEAST and not withheld({"part": part, "rest": whole - part})
