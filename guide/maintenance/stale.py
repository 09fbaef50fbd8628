"""Sources that nobody read for long."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guide.faults import Fault
from guide.norm.files import read_files
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["stale_sources"]


def stale_sources(folder: Path, days: int, today: date) -> list[Fault]:
    """Return the sources that were not read for so many days, those not read for the longest first.

    A source that does not say when it was read last was read when the norm was last gone through.

    Args:
        folder: The folder of a norm without faults.
        days: How many days are too many.
        today: The day up to which they count.
    """
    parsed = ParsedNorm(read_files(folder)[0])
    (whole,) = parsed.nodes("norm", "checked_on")
    read = [(date.fromisoformat(node.value.get("seen_on", whole.value)), node) for node in _sources(parsed)]
    stale = [(day, node) for day, node in read if (today - day).days >= days]
    return [_told(node, day, today) for day, node in sorted(stale, key=lambda each: each[0])]


def _sources(parsed: ParsedNorm) -> list[Node]:
    return list(parsed.nodes("sources", "sources", "*"))


def _told(node: Node, day: date, today: date) -> Fault:
    return node.fault("maintenance.stale", days=(today - day).days, day=day.isoformat())
