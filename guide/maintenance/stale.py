"""Sources that nobody read for long, or of which nobody noted when, with what rests on nothing fresher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guide.faults import Fault
from guide.norm.files import read_files
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["Stale", "stale_parts"]


@dataclass(frozen=True)
class Stale:
    """What was not looked at for long.

    Attributes:
        read: Sources that were not read for so many days, those not read for the longest first.
        undated: Sources of which nobody noted when they were read, those that most statements rest on first.
        unsourced: Where the norm says when it was gone through, if that is too long ago for what has no source.
    """

    read: list[Fault]
    undated: list[Fault]
    unsourced: list[Fault]


def stale_parts(folder: Path, days: int, today: date) -> Stale:
    """What is to be looked at again.

    A statement was looked at when the source of it was that was read last. The day on which the norm was brought up
    to date says nothing of when a source was read; it counts for what rests on no source.

    Args:
        folder: The folder of a norm without faults.
        days: How many days are too many.
        today: The day up to which they count.
    """
    parsed = ParsedNorm(read_files(folder)[0])
    sources = {node.value["id"]: node for node in parsed.nodes("sources", "sources", "*")}
    seen = {name: _day(node, "seen_on") for name, node in sources.items()}
    fresh = {name for name, day in seen.items() if day and (today - day).days < days}
    resting = _resting(parsed, fresh)
    read = sorted((day, name) for name, day in seen.items() if day and name not in fresh)
    undated = sorted((name for name, day in seen.items() if not day), key=lambda name: -resting[name])
    return Stale(
        [_read(sources[name], day, today, resting[name]) for day, name in read],
        [sources[name].fault("maintenance.undated", number=resting[name]) for name in undated],
        list(_unsourced(parsed, days, today)),
    )


def _day(node: Node, key: str) -> date | None:
    return date.fromisoformat(node.value[key]) if key in node.value else None


def _resting(parsed: ParsedNorm, fresh: set[str]) -> Mapping[str, int]:
    """For each source, how many statements rest on it and on none that was read lately."""
    cited = (node.value.get("sources") for node in parsed.walk() if isinstance(node.value, dict))
    lists = [names for names in cited if names and all(isinstance(name, str) for name in names)]
    return Counter(name for names in lists if not fresh & set(names) for name in names)


def _read(node: Node, day: date, today: date, resting: int) -> Fault:
    return node.fault("maintenance.stale", days=(today - day).days, day=day.isoformat(), number=resting)


def _unsourced(parsed: ParsedNorm, days: int, today: date) -> Iterator[Fault]:
    """The day of the norm, where our estimates and what was not found are older than that."""
    number = sum(_is_unsourced(node) for node in parsed.walk())
    for node in parsed.nodes("norm"):
        day = _day(node, "checked_on")
        if number and day and (today - day).days >= days:
            age = (today - day).days
            yield node.fault("maintenance.unsourced", "checked_on", days=age, day=day.isoformat(), number=number)


def _is_unsourced(node: Node) -> bool:
    """Whether something is said on no source: our own estimate, or that something was not found."""
    return isinstance(node.value, dict) and "standing" in node.value and not node.value.get("sources")
