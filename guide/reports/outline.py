"""An outline: a title, what it comes to, and sections of items with lines below; for a terminal or as Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guide.faults import one_line
from guide.reports.escaping import plain_markdown

__all__ = ["Item", "Outline", "Section", "outline_text", "value_text"]


@dataclass(frozen=True)
class Item:
    """Something that is told, with what belongs to it.

    Attributes:
        head: What it is about.
        lines: What there is to say of it.
    """

    head: str
    lines: Sequence[str] = ()


@dataclass(frozen=True)
class Section:
    """Items under one heading."""

    title: str
    items: Sequence[Item]


@dataclass(frozen=True)
class Outline:
    """What is told.

    Attributes:
        title: What it is about.
        intro: What it comes to.
        sections: All of it; what is empty is left out.
    """

    title: str
    intro: Sequence[str]
    sections: Sequence[Section] = field(default_factory=tuple)


def outline_text(outline: Outline, form: str) -> str:
    """Write an outline.

    Args:
        outline: What to tell.
        form: `text` or `md`.
    """
    return "\n".join(_FORMS[form](outline)).rstrip("\n") + "\n"


def value_text(value: Any) -> str:
    """A value of a document as it is told: a text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _as_text(outline: Outline) -> Iterator[str]:
    yield from (one_line(outline.title), "", *map(one_line, outline.intro))
    for section in _filled(outline):
        yield from ("", one_line(section.title), "─" * len(section.title))
        for item in section.items:
            yield one_line(item.head)
            yield from (f"  {one_line(line)}" for line in item.lines)


def _as_markdown(outline: Outline) -> Iterator[str]:
    yield f"# {plain_markdown(outline.title)}"
    for line in outline.intro:
        yield from ("", plain_markdown(line))
    for section in _filled(outline):
        yield from ("", f"## {plain_markdown(section.title)}", "")
        for item in section.items:
            yield f"- **{plain_markdown(item.head)}**"
            yield from (f"  - {plain_markdown(line)}" for line in item.lines)


def _filled(outline: Outline) -> list[Section]:
    return [section for section in outline.sections if section.items]


_FORMS: Mapping[str, Callable[[Outline], Iterator[str]]] = {"text": _as_text, "md": _as_markdown}
