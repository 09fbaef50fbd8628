"""Slips of the pen that an eye passes over: an article that does not go with its noun, and a word that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["doubled_words", "wrong_articles"]


def wrong_articles(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """A noun behind a word for the other gender, such as "de loket"."""
    for found in dict.fromkeys(match[0].lower() for match in bounds.misgendered.finditer(text.bare)):
        yield Finding("article", (("words", found),))


def doubled_words(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """A word that stands twice in a row, as happens when a sentence is mended."""
    for match in bounds.doubled.finditer(text.words):
        yield Finding("doubled", (("word", match[1]),))
