"""Texts that are still to be written: whoever begins an element marks them, and they reach no reader."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["MARK", "check_unwritten"]

MARK = "???"
"""How a text begins that only says what is to be written there."""


def check_unwritten(parsed: ParsedNorm) -> Iterator[Fault]:
    """Texts that begin with the mark, also where something else is still to be filled in."""
    for node in parsed.written():
        if isinstance(node.value, str) and node.value.startswith(MARK):
            yield node.fault("check.unwritten", what=node.value.removeprefix(MARK).strip())
