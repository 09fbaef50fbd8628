"""Marks: what a text shows by capitals, quotation marks and blanks: a name, a title, a place to fill in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assessment.texts.figures import Figure
from assessment.texts.tokens import Token
from assessment.texts.vocabulary import Vocabulary

__all__ = ["marks_in"]

# Possessive, so that a run of spaces is read once.
_BLANK = re.compile(r"[ \t]*+[)\]]?[ \t]*+:?[ \t]*+(?:[._…]{3}|_{2}|\[[ ]{0,3}\])|[ \t]*+[)\]]?:[ \t]*+(?:\n|$)")
_MARKS = frozenset(",;%€")
_QUOTES = frozenset("\"'")
# Between the words of a name stands a space, a hyphen, or the point of an initial.
_WITHIN_NAME = re.compile(r"[ .-]{1,2}")
# A sentence that goes on below a name, such as that of who gets a certificate.
_GOES_ON = re.compile(r"[ \t]*\n\s*[^\W\d_A-Z]")
_ENDS_LINE = re.compile(r"[ \t]*(?:\n|$)")
# As many words has a name at most. Longer words in capitals alone are titles.
_LONGEST_NAME = 6
_LONGEST_CAPITALS = 3


def marks_in(tokens: Sequence[Token], text: str, vocabulary: Vocabulary, firsts: Collection[int]) -> Iterator[Figure]:
    """Yield what a text marks, none of it with an amount; the first word of a sentence has a capital anyway."""
    for at, token in enumerate(tokens):
        if _BLANK.match(text, token.end):
            yield Figure("blank", 0, at, at + 1)
        if token.start and text[token.start - 1] in _QUOTES:
            yield Figure("quoted", 0, at, at + 1)
        if _is_capital(token, text):
            end = _end_of_name(tokens, at, text, vocabulary)
            if at not in firsts or end > at + 1:
                yield Figure("capital", 0, at, at + 1)
            if end > at + 1:
                yield Figure("name", 0, at, end)
            if end > at + 1 and _GOES_ON.match(text, tokens[end - 1].end):
                yield Figure("name_line", 0, at, end)
            if end > at + 1 and _begins_line(tokens, at, text) and _ENDS_LINE.match(text, tokens[end - 1].end):
                yield Figure("name_below", 0, at - 1, at)
        if text[token.start].isupper() and _begins_line(tokens, at, text):
            yield Figure("below", 0, at - 1, at)


def _end_of_name(tokens: Sequence[Token], at: int, text: str, vocabulary: Vocabulary) -> int:
    """Where a name ends that begins here: at its last capital, with small words of names between."""
    end = here = at + 1
    while here < min(len(tokens), at + _LONGEST_NAME) and _WITHIN_NAME.fullmatch(
        text, tokens[here - 1].end, tokens[here].start
    ):
        is_capital = _is_capital(tokens[here], text)
        if not is_capital and tokens[here].word not in vocabulary.within_names:
            break
        here += 1
        end = here if is_capital else end
    return end


def _begins_line(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a line goes on here that stopped before without a mark."""
    if not at or tokens[at - 1].word in _MARKS:
        return False
    gap = text[tokens[at - 1].end : tokens[at].start]
    return "\n" in gap and not gap.strip(" \t\n\"'")


def _is_capital(token: Token, text: str) -> bool:
    written = text[token.start : token.end]
    return written[0].isupper() and not (written.isupper() and len(written) > _LONGEST_CAPITALS)
