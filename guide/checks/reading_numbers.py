"""Readings in words: a number in the text of a reading is one of the numbers that the rules go by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["check_reading_numbers"]

_WORD = re.compile(r"[^\W_]+")
_TEXTS = frozenset({"title", "text", "note", "rationale"})
_ACCENTS = str.maketrans("éó", "eo")


def check_reading_numbers(parsed: ParsedNorm) -> Iterator[Fault]:
    """Numbers that the text of a reading says, in figures or in words, more often than its bars have them."""
    words: dict[str, int] = {}
    for node in parsed.nodes("texts", "reading", "numbers"):
        words |= node.value
    for reading in parsed.nodes("scoring", "readings", "*"):
        known = Counter(_numbers(reading.value))
        for language, text in reading.value["text"].items():
            for number in sorted((Counter(_said(text, words)) - known).keys()):
                yield reading.fault("check.reading_number", "text", language, number=number, known=sorted(known))


def _said(text: str, words: Mapping[str, int]) -> Iterator[int]:
    """Each number of a text. A word that is an article as well is a number only with its accents."""
    for word in _WORD.findall(text):
        if word.isdecimal():
            yield int(word)
        elif (plain := word.lower().translate(_ACCENTS)) in words and (words[plain] > 1 or plain != word.lower()):
            yield words[plain]


def _numbers(value: Any, key: str = "") -> Iterator[int]:
    """The bars of a reading; that one at least must pass goes without saying."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in _TEXTS:
                yield from _numbers(inner, name)
    elif isinstance(value, int) and not isinstance(value, bool) and not (value == 1 and key.endswith("_at_least")):
        yield value
