"""Texts that Markdown shows as they are."""

from __future__ import annotations

import re

__all__ = ["plain_markdown"]

# What Markdown would read as markup, anywhere in a line.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# What it would read as a list, a quote or a heading at the start of a line.
_START = re.compile(r"^(\s*)([-+=>]|\d+[.)])(?=\s|$)")


def plain_markdown(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    one_line = " ".join(text.split())
    return _START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", one_line))
