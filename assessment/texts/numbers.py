"""Numbers as people write them: `7.500`, `7 500,00`, `7,5k`, `zevenduizend vijfhonderd`, `dertien honderd`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assessment.texts.tokens import Token
from assessment.texts.vocabulary import Vocabulary

__all__ = ["HUNDREDTHS", "number_in_digits", "number_in_words", "numbers_in"]

HUNDREDTHS = 100
_LONGEST_WORD = 60
_LONGEST_NUMBER = 20
_FRACTION = re.compile(r"(.+)[.,](\d{1,2})")
_TEN, _HUNDRED = 10, 100
# Numbers that follow each other are one only as long as each is smaller than what the last one was counted in.
_MOST_PARTS = 4


def number_in_digits(written: str) -> int | None:
    """Return a number in hundredths; a mark before three digits parts thousands, before one or two a fraction."""
    if len(written) > _LONGEST_NUMBER:
        return None
    fraction = _FRACTION.fullmatch(written)
    whole, part = (fraction[1], fraction[2].ljust(2, "0")) if fraction else (written, "00")
    groups = re.split(r"[., ]", whole)
    if any(len(group) != 3 for group in groups[1:]):  # noqa: PLR2004 - thousands go by three digits
        return None
    return int("".join(groups) + part)


def number_in_words(word: str, vocabulary: Vocabulary) -> int | None:
    """Return a number that is one word, in hundredths; None for any other word."""
    number = _whole(word, vocabulary) if len(word) <= _LONGEST_WORD else None
    return None if number is None else number * HUNDREDTHS


def numbers_in(tokens: Sequence[Token], vocabulary: Vocabulary) -> Mapping[int, tuple[int, int]]:
    """Return every number in hundredths and where it ends, by its first token."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(tokens):
        number = _number(tokens[at].word, vocabulary)
        if number is None:
            at += 1
            continue
        found[at] = _with_the_next(tokens, at, number, vocabulary)
        at = found[at][1]
    return found


def _with_the_next(tokens: Sequence[Token], at: int, number: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """A number with the numbers behind it that belong to it: a scale, and then smaller ones."""
    end = at + 1
    for _ in range(_MOST_PARTS):
        if end >= len(tokens):
            break
        scale = _scale(tokens, end, vocabulary)
        if scale and number < scale * HUNDREDTHS:
            number, end = number * scale, end + 1
            continue
        smaller = _number(tokens[end].word, vocabulary) if tokens[end].word.isalpha() else None
        if smaller is None or not tokens[at].word.isalpha() or not 0 < smaller < _counted_in(number):
            break
        number, end = number + smaller, end + 1
    return number, end


def _scale(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> int | None:
    """What multiplies the number before; a single letter must stand against it, as in `7,5k`."""
    word = tokens[at].word
    apart = tokens[at - 1].end < tokens[at].start
    return None if len(word) == 1 and apart else vocabulary.scales.get(word)


def _counted_in(number: int) -> int:
    """What a number is counted in, in hundredths: thousands, hundreds, or ones, which nothing follows."""
    for size in (1000 * HUNDREDTHS, 100 * HUNDREDTHS):
        if number >= size and number % size == 0:
            return size
    return 0


def _number(word: str, vocabulary: Vocabulary) -> int | None:
    return number_in_digits(word) if word[:1].isdigit() else number_in_words(word, vocabulary)


def _whole(word: str, vocabulary: Vocabulary) -> int | None:
    for scale, size in vocabulary.scales.items():
        before, found, after = word.partition(scale) if len(scale) > 1 else (word, "", "")
        if found:
            times = _whole(before, vocabulary) if before else 1
            rest = _rest(after, vocabulary) if after else 0
            return None if times is None or rest is None else times * size + rest
    return _below_hundred(word, vocabulary)


def _rest(after: str, vocabulary: Vocabulary) -> int | None:
    is_number = after in vocabulary.numbers
    return _whole(after if is_number else after.removeprefix(vocabulary.joint), vocabulary)


def _below_hundred(word: str, vocabulary: Vocabulary) -> int | None:
    known = vocabulary.numbers
    if word in known:
        return known[word]
    before, found, ten = word.partition(vocabulary.joint) if vocabulary.joint else ("", "", "")
    while found:
        if before in known and ten in known and known[before] < _TEN < known[ten] < _HUNDRED:
            return known[ten] + known[before]
        more, found, ten = ten.partition(vocabulary.joint)
        before = f"{before}{vocabulary.joint}{more}"
    return None
