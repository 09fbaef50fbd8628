"""Ids in hand-written pages: in what a page asks of the norm, in links, and check points in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide.editing.yaml_text import stands_out, word

__all__ = ["ProsePlace", "places_in_prose", "renamed_prose"]

_ASKED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


class ProsePlace(NamedTuple):
    """Where a page names an id."""

    file: Path
    line: int
    start: int


def places_in_prose(folder: Path, name: str) -> Iterator[ProsePlace]:
    """Every place in the pages of a folder that names an id."""
    for file in sorted(folder.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        for start in _starts(text, name):
            yield ProsePlace(file, text.count("\n", 0, start) + 1, start)


def renamed_prose(text: str, old: str, new: str) -> str:
    """A page with one id in the place of another."""
    for start in sorted(_starts(text, old), reverse=True):
        text = text[:start] + new + text[start + len(old) :]
    return text


def _starts(text: str, name: str) -> Iterator[int]:
    asked = [match.span() for match in _ASKED.finditer(text)]
    for match in word(name).finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        is_quoted = before in {'"', "'"} and before == after
        is_asked = is_quoted and any(start < match.start() < end for start, end in asked)
        is_linked = re.search(r"(element|letter|situation):\Z", text[: match.start()][-10:])
        if is_asked or is_linked or stands_out(name):
            yield match.start()
