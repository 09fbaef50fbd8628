"""Figures that stay on one line with what they count."""

import re

__all__ = ["unbroken"]

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[^\W\d_]|%)")


def unbroken(text: str) -> str:
    """Return a text in which no line ends between a figure and the word or sign after it."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)
