"""Statistical disclosure control: what is counted of few candidates is not shown, nor what gives it away.

Primary suppression hides each count under the least number; complementary suppression hides others with it until what
is hidden no longer follows from the total.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LEAST", "may_show_share", "withheld"]

LEAST = 5
"""The fewest candidates of whom anything is told."""

_TOGETHER = 2


def withheld(counts: Mapping[str, int]) -> set[str]:
    """Return the parts of a distribution whose counts stay hidden; the whole is taken to be known.

    Args:
        counts: How many candidates each part has; each candidate is in one part.
    """
    hidden = {name for name, count in counts.items() if 0 < count < LEAST}
    rest = sorted((count, name) for name, count in counts.items() if count >= LEAST)
    while hidden and rest and (len(hidden) < _TOGETHER or sum(counts[name] for name in hidden) < LEAST):
        hidden.add(rest.pop(0)[1])
    return hidden


def may_show_share(part: int, whole: int) -> bool:
    """Whether may be told how many of a whole something holds for.

    Args:
        part: For how many it holds.
        whole: Of how many.
    """
    return whole >= LEAST and not withheld({"part": part, "rest": whole - part})
