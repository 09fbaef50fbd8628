"""Texts for as long as the norm's own points or thresholds are not known: once they are, these are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assessment.names import is_official
from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["check_now_official", "outdated_prose"]

KEY = "until_official"
# In a hand-written page, a comment before what says it: {# until_official: checks #}
_MARK = re.compile(rf"{{#-?\s*{KEY}:\s*(\w+)\s*-?#}}")


def check_now_official(parsed: ParsedNorm) -> Iterator[Fault]:
    """Elements that say that something is not known which stands in the norm as official."""
    official = {
        "checks": is_official([node.value for node in parsed.nodes("requirement", "checks", "*")]),
        "readings": is_official([node.value for node in parsed.nodes("scoring", "readings", "*")]),
    }
    for node in parsed.walk():
        if node.path[-1:] == (KEY,):
            for part in (part for part in node.value if official[part]):
                yield node.fault(f"check.now_official_{part}")


def outdated_prose(file: Path, parts: Mapping[str, Any]) -> Iterator[Fault]:
    """Hand-written sentences that say the same of a part of the norm."""
    text = file.read_text(encoding="utf-8")
    for mark in _MARK.finditer(text):
        if is_official(parts.get(mark[1], [])):
            line = text.count("\n", 0, mark.start()) + 1
            column = mark.start() - text.rfind("\n", 0, mark.start())
            yield Fault(file.as_posix(), line, column, KEY, f"check.now_official_{mark[1]}", ())
