"""Figures that stay on one line with what they count."""

import re

__all__ = ["unbroken", "unbroken_html"]

# A year ends its date; it counts nothing.
_BEFORE_UNIT = re.compile(r"(?<=\d)(?<!\b(?:19|20)\d\d) (?=[^\W\d_]|%)")
# What is no text, or is text that a program reads.
_CLOSED = "code|option|pre|script|style|template|textarea"
_TAG = r"""<(?:[^>"']|"[^"]*"|'[^']*')*>"""
_NO_TEXT = re.compile(rf"(<(?:{_CLOSED})\b.*?</(?:{_CLOSED})>|{_TAG})", re.DOTALL)


def unbroken(text: str) -> str:
    """Return a text in which no line ends between a figure and the word or sign after it."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)


def unbroken_html(html: str) -> str:
    """Return a page's HTML in which no line ends there, with its tags and what programs read as they are.

    Args:
        html: Its HTML.
    """
    parts = _NO_TEXT.split(html)
    parts[::2] = map(unbroken, parts[::2])
    return "".join(parts)
