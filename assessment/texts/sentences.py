"""Sentences: where one ends, in running text, in lists and in lines that end early."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from assessment.texts.tokens import Token
from assessment.texts.vocabulary import Vocabulary

__all__ = ["sentence_spans"]

# A sentence begins with a capital, a number or a picture.
_STOP = re.compile(
    r"[.!?]{1,9}[\"')]{0,3}\s{1,20}(?=[\"'(]{0,3}[^\W_a-z]|[\u2190-\u2bff\U0001f000-\U0001faff])|\n|•|[?!](?=\s)"
)
_LAST_WORD = re.compile(r"[\w.]{1,12}$")
_BULLET = re.compile(
    r"[ \t]*(?:[-*•>~\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?|\(?\d{1,2}[.)]|[a-z]\))[ ]|[ \t]*\n|[ \t]*$"
)
# Cells of a table: each row is a sentence of its own.
_ROW = re.compile(r"[ \t]*[|]|[^\n]*\S(?:[ ]{3,99}|\t{1,9}|[ ]{0,3}[|][ ]{0,99}|[ ]?[.]{4,99}[ ]?)[^\s.]")
# The number of an item ends no sentence.
_NUMBER = re.compile(r"(?:^|\n)[ \t(]{0,9}\d{1,2}$")
# A line that begins with what it is about, such as `Prijs: …`.
_LABEL = re.compile(r"[ ]*[A-Z][^\n:.]{0,40}:")
# A line that only has a figure belongs to the line above, as in a table that was pasted.
_CELL = re.compile(r"[ \t]*€?[ ]?\d{1,3}(?:[., ]?\d{3})?[ ]?(%|€|[^\W\d_]{2,10})[ ]*(?:\n|$)")
# A line that could have held its next word did not end for want of room.
_LINE = 62
_LOOK_BACK = 12


def sentence_spans(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the first token of each sentence and the one behind its last.

    Args:
        text: The readable text.
        tokens: Its tokens.
        vocabulary: The words of its language: units, and abbreviations behind which a point ends no sentence.
    """
    starts = [token.start for token in tokens]
    first = 0
    for stop in [*_stops(text, vocabulary), len(text)]:
        end = bisect_left(starts, stop)
        if end > first:
            yield first, end
            first = end


def _stops(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    for found in _STOP.finditer(text):
        if _is_stop(text, found, vocabulary):
            yield found.end()


def _is_stop(text: str, found: re.Match[str], vocabulary: Vocabulary) -> bool:
    mark = found[0]
    if mark == "\n":
        return _ends_line(text, found.start(), vocabulary)
    if mark.startswith("."):
        before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        last = _LAST_WORD.search(before)
        return not _NUMBER.search(before) and not (last and last[0].lower() in vocabulary.abbreviations)
    return True


def _ends_line(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence ends with this line, and does not run on in the next."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    cell = _CELL.match(text, at + 1)
    if cell and (cell[1].lower(),) in vocabulary.units:
        return False
    if _BULLET.match(text, at + 1) or _LABEL.match(text, at + 1) or line.endswith(":"):
        return True
    if _ROW.match(line) or _ROW.match(text, at + 1):
        return True
    follows = text[at + 1 : at + 200].lstrip()
    return len(line) < _LINE and not follows[:1].islower()
