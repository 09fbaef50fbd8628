"""Sentences that are too long to keep in mind."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text, words_of

__all__ = ["long_sentences"]

# How much of a sentence the message shows.
_SHOWN = 6


def long_sentences(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """Sentences of more words than a reader keeps in mind; a quotation counts as one word."""
    for sentence in text.sentences:
        words = words_of(sentence)
        if len(words) > bounds.max_words:
            begin = " ".join(sentence.split()[:_SHOWN])
            yield Finding("long", (("begin", begin), ("most", str(bounds.max_words)), ("number", str(len(words)))))
