"""Readable text: what a person reads of a file, with the place in the file where each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Readable", "joined", "read_markdown", "read_plain"]

# Characters that nobody sees: soft hyphen, zero-width characters, byte order mark.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\f\v\r", " ")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("•·▪◦‣●○✓✔➜→", "•")
)
# What marks up a Markdown text: emphasis, code, the hashes of a heading, the address of a link, the rule under the
# head of a table. The bars of a table stay: they say where its cells are.
_MARKUP = re.compile(r"[*_`]+|(?m:^#{1,6} )|\]\([^()\s]{0,500}\)|\[|(?m:^[ |:-]{3,200}\n)")
_BULLET = re.compile(r"(?m)^[ ]{0,8}[*+][ ]")


class Readable(NamedTuple):
    """A text as it is read.

    Attributes:
        text: The text; quotes, dashes and spaces are the plain ones, and unseen characters are gone.
        offsets: For each character the place in the file where it stands, and behind them the end of the file.
    """

    text: str
    offsets: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands in the file."""
        last = self.offsets[end - 1] + 1 if end > start else self.offsets[start]
        return self.offsets[start], last


def joined(pieces: Iterator[tuple[str, int]], length: int) -> Readable:
    """Return the text of pieces that each begin at a place of the file; a piece of one place may be longer than that.

    Args:
        pieces: Each character or run of characters with the place where it stands.
        length: How long the file is.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for piece, place in pieces:
        for step, character in enumerate(piece):
            if ord(character) not in _UNSEEN:
                characters.append(character.translate(_PLAIN))
                offsets.append(min(place + step, length))
    return Readable("".join(characters), (*offsets, length))


def read_plain(source: str) -> Readable:
    """Return plain text as it is read."""
    return joined(iter([(source, 0)]), len(source))


def read_markdown(source: str) -> Readable:
    """Return Markdown as it is read: without the marks of emphasis, headings and links."""
    return joined(_without_marks(_BULLET.sub(_dash, source)), len(source))


def _dash(found: re.Match[str]) -> str:
    return found[0].replace("*", "-").replace("+", "-")


def _without_marks(source: str) -> Iterator[tuple[str, int]]:
    past = 0
    for mark in _MARKUP.finditer(source):
        yield source[past : mark.start()], past
        past = mark.end()
    yield source[past:], past
