"""Spans: where each key and value of a YAML file begins and ends in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guide.documents.document import Path

__all__ = ["Entry", "Span", "entries_of"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Span:
    """From one character of a text up to another."""

    start: int
    end: int


@dataclass(frozen=True)
class Entry:
    """A value, with its key if it has one.

    Attributes:
        path: Where it stands in the data.
        key: The key, in a map.
        value: The value, up to the end of the last that stands in it.
        is_flow: Whether it stands between brackets, so that several may share a line.
        children: How many entries it has itself, or None where it is a text or a number.
    """

    path: Path
    key: Span | None
    value: Span
    is_flow: bool
    children: int | None = None

    @property
    def start(self) -> int:
        """Where the entry begins: its key, or its value without one."""
        return self.key.start if self.key else self.value.start


class _Lines:
    """Turns a mark of the parser into a place in the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def place(self, mark: Any) -> int:
        line: int = min(mark.line, len(self._starts) - 1)
        return min(self._starts[line] + int(mark.column), len(self._text))

    def content_end(self, node: Any) -> int:
        """Where the last of a node stands: what comes after it up to the next, such as comments, is not its own."""
        if isinstance(node, yaml.ScalarNode):
            end = self.place(node.end_mark)
            return len(self._text[:end].rstrip()) if node.style in {"|", ">"} else end
        if node.flow_style or not node.value:
            return self.place(node.end_mark)
        last = node.value[-1]
        return self.content_end(last[1] if isinstance(last, tuple) else last)


def entries_of(text: str) -> dict[Path, Entry]:
    """Every value of a YAML text by its path, parents first.

    Args:
        text: A text that `guide.documents.yaml_reader` finds nothing wrong with.
    """
    root = yaml.compose(text, Loader=_LOADER)
    if root is None:
        return {}
    lines = _Lines(text)
    return {entry.path: entry for entry in _entries(lines, (), None, root, is_flow=False)}


def _entries(lines: _Lines, path: Path, key: Any, node: Any, *, is_flow: bool) -> Iterator[Entry]:
    own = Span(lines.place(key.start_mark), lines.place(key.end_mark)) if key is not None else None
    count = None if isinstance(node, yaml.ScalarNode) else len(node.value)
    yield Entry(path, own, Span(lines.place(node.start_mark), lines.content_end(node)), is_flow, count)
    if isinstance(node, yaml.MappingNode):
        for inner, value in node.value:
            yield from _entries(lines, (*path, inner.value), inner, value, is_flow=bool(node.flow_style))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _entries(lines, (*path, index), None, value, is_flow=bool(node.flow_style))
