"""Indentation inside brackets and quotes, which YAML 1.2 asks for and the parser, which is of YAML 1.1, does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from guide.documents.document import Place

__all__ = ["outdented_lines"]


def outdented_lines(events: Sequence[Any], text: str) -> Iterator[tuple[Place, int]]:
    """Lines inside brackets or quotes that are indented no further than the block that these stand in.

    Args:
        events: The parser's events.
        text: What it parsed.

    Yields:
        The place where such a line begins, and the line where the bracket or the quote opened.
    """
    lines = text.split("\n")
    for start, end, column in _spans(events):
        for number in range(start.line + 1, end.line + 1):
            line = lines[number]
            bare = line.lstrip(" ")
            indent = len(line) - len(bare)
            is_closing = number == end.line and bare[:1] in {"]", "}"} and indent == column
            if bare and indent <= column and not is_closing:
                yield Place(number + 1, indent + 1), start.line + 1


def _spans(events: Sequence[Any]) -> Iterator[tuple[Any, Any, int]]:
    """Yield where each outermost bracket and each quote outside of brackets begins and ends, and its block's column."""
    blocks: list[int] = []
    opened: list[Any] = []
    for event in events:
        start: Any = event.start_mark
        if isinstance(event, yaml.CollectionStartEvent):
            if opened or event.flow_style:
                opened.append(event)
            else:
                blocks.append(start.column)
        elif isinstance(event, yaml.CollectionEndEvent):
            if not opened:
                blocks.pop()
                continue
            outer = opened.pop()
            if not opened and blocks:
                yield outer.start_mark, event.end_mark, blocks[-1]
        elif isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'} and blocks and not opened:
            yield start, event.end_mark, blocks[-1]
