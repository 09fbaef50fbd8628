"""Tokens: the words of a text, folded so that they compare."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Token", "folded", "tokens_of"]

_TOKEN = re.compile(
    r"D[.]?V[ -]?[.]? ?[OA0]?(?![a-z])[ .-]{0,2}\d{2}(?:[ .]?\d){2,8}(?!\d)"  # a registration number
    r"|\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[%€,;]",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, a number or a mark, with its place in the readable text, and whether a colon follows."""

    word: str
    start: int
    end: int
    before_colon: bool = False


def folded(text: str) -> str:
    """Return a text in lower case, without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a text, or of a stretch of it; a hyphen parts words."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [
        Token(folded(each[0]), each.start(), each.end(), text[each.end() : each.end() + 1] == ":") for each in found
    ]
