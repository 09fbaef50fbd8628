"""The lines of a section by group: those that follow each other under one heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

__all__ = ["groups_of"]


def groups_of(section: Mapping[str, Any]) -> Iterator[tuple[str | None, list[Mapping[str, Any]]]]:
    """Yield the heading of each group of lines, none for lines without a group, with the lines."""
    for heading, lines in groupby(section["lines"], key=lambda line: line.get("group_label")):
        yield heading, list(lines)
