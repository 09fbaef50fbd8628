"""Figures: what the numbers of a text count, and what else is read as one: parts, days, registration numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from assessment.texts.numbers import HUNDREDTHS, numbers_in
from assessment.texts.tokens import Token
from assessment.texts.vocabulary import Unit, Vocabulary

__all__ = ["Figure", "figures_in"]

_MARKS_OF_MONEY = frozenset({"€", "eur"})
_WHOLE_EUROS = {",-", ".-"}
# What joins two numbers that share the unit behind the second, besides a word.
_JOINED = re.compile(r"[ ]?[-/][ ]?")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d{2})?(?![\d.,%])")
_SLASHED = re.compile(r"([1-9])/([2-9]|10)(?![\d/.,-])")
_ENTERPRISE_NUMBER = re.compile(r"(?:BE ?)?[01]\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)", re.IGNORECASE)
_REGISTERED = re.compile(r"d[.]?v[ -]?[.]? ?([oa0]?)[ .-]*([\d .]+)")
_KINDS = {"o": "number_training", "a": "number_advice", "0": "number_zero"}
_DIGITS = 6
_PER_WHOLE = 100 * HUNDREDTHS
# As many tokens lie at most between an amount and what of it comes back.
_REACH = 14


class Figure(NamedTuple):
    """A figure: what it counts (as `FIGURES` of the patterns says), how much in hundredths, and its tokens."""

    kind: str
    amount: int
    first: int
    end: int


def figures_in(tokens: Sequence[Token], text: str, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Yield every figure that the tokens make."""
    counted = list(_Counting(tokens, text, vocabulary, numbers_in(tokens, vocabulary)).figures())
    yield from counted
    yield from _parts(tokens, vocabulary)
    yield from _shares_of_each(tokens, counted, vocabulary)
    yield from _dates(tokens, text, vocabulary)
    yield from _slashed(tokens, text)
    yield from _enterprise_numbers(tokens, text)
    yield from _registration_numbers(tokens)


@dataclass(frozen=True)
class _Counting:
    """Numbers with what they count: a unit behind them, before them, or shared with the next number."""

    tokens: Sequence[Token]
    text: str
    vocabulary: Vocabulary
    numbers: Mapping[int, tuple[int, int]]

    def figures(self) -> Iterator[Figure]:
        units: dict[int, tuple[Unit, int]] = {}
        for first, (_, end) in reversed(list(self.numbers.items())):
            unit = self._behind(end) or self._before(first, end) or self._shared(end, units)
            if unit:
                units[first] = unit
        for first, (amount, end) in self.numbers.items():
            (kind, times), past = units.get(first, (("count", 1), end))
            yield Figure(kind, amount * times, first - self._is_marked(first), max(past, end))

    def _behind(self, end: int) -> tuple[Unit, int] | None:
        at = end
        while at < len(self.tokens) and self.tokens[at].word in self.vocabulary.before_unit:
            at += 1
        for length in (2, 1):
            words = tuple(token.word for token in self.tokens[at : at + length])
            unit = self.vocabulary.units.get(words)
            if unit:
                return unit, at + len(words)
        return None

    def _before(self, first: int, end: int) -> tuple[Unit, int] | None:
        last = self.tokens[end - 1].end
        if (
            self.tokens[end - 1].word in self.vocabulary.scales
            and end - first > 1
            and len(self.tokens[end - 1].word) == 1
        ):
            return ("amount", 1), end
        return (("amount", 1), end) if self._is_marked(first) or self.text[last : last + 2] in _WHOLE_EUROS else None

    def _is_marked(self, first: int) -> bool:
        """Whether a mark of money stands before the number, and not behind the one before that."""
        is_behind = first > 1 and self.tokens[first - 2].word[:1].isdigit()
        return first > 0 and self.tokens[first - 1].word in _MARKS_OF_MONEY and not is_behind

    def _shared(self, end: int, units: Mapping[int, tuple[Unit, int]]) -> tuple[Unit, int] | None:
        if end >= len(self.tokens):
            return None
        is_word = self.tokens[end].word in self.vocabulary.between
        is_mark = _JOINED.fullmatch(self.text, self.tokens[end - 1].end, self.tokens[end].start)
        unit = units.get(end + is_word) if is_word or is_mark else None
        return (unit[0], end) if unit else None


def _parts(tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Figure]:
    """Percentages that are told as a part, such as `de helft` or `zes tienden`."""
    lengths = {len(words) for words in vocabulary.parts}
    for at, token in enumerate(tokens):
        for length in lengths:
            hundredths = vocabulary.parts.get(tuple(each.word for each in tokens[at : at + length]))
            if hundredths and at + length <= len(tokens):
                yield Figure("percent", hundredths, at, at + length)
        number = vocabulary.numbers.get(token.word, 0)
        under = vocabulary.denominators.get(tokens[at + 1].word, 0) if at + 1 < len(tokens) else 0
        if 0 < number < under:
            yield Figure("percent", round(number * _PER_WHOLE / under), at, at + 2)


def _shares_of_each(tokens: Sequence[Token], counted: Sequence[Figure], vocabulary: Vocabulary) -> Iterator[Figure]:
    """Percentages that are told in money: `van elke honderd euro betaalt de overheid er vijftig`."""
    for one, other in pairwise(counted):
        if other.first - one.end > _REACH:
            continue
        for whole, part in ((one, other), (other, one)):
            is_part = part.kind in {"amount", "count"} and 0 < part.amount < whole.amount
            if is_part and whole.kind == "amount" and _is_each(tokens, whole, vocabulary):
                yield Figure("percent", round(part.amount * _PER_WHOLE / whole.amount), one.first, other.end)


def _is_each(tokens: Sequence[Token], amount: Figure, vocabulary: Vocabulary) -> bool:
    before = (tokens[max(0, amount.first - length) : amount.first] for length in (1, 2, 3))
    return any(tuple(each.word for each in words) in vocabulary.of_each for words in before)


def _dates(tokens: Sequence[Token], text: str, vocabulary: Vocabulary) -> Iterator[Figure]:
    """Days, such as `5 oktober` or `17/11/2026`."""
    for at, token in enumerate(tokens):
        is_short = bool(at) and token.word in vocabulary.short_months and tokens[at - 1].word.isdigit()
        if token.word in vocabulary.months or is_short or _DATE.match(text, token.start):
            yield Figure("date", 0, at, at + 1)


def _slashed(tokens: Sequence[Token], text: str) -> Iterator[Figure]:
    """Parts that are written with a slash, such as `1/3`; the two numbers are two tokens."""
    for at, token in enumerate(tokens):
        found = _SLASHED.match(text, token.start) if token.word[:1].isdigit() else None
        if found and int(found[1]) < int(found[2]):
            yield Figure("percent", round(int(found[1]) * _PER_WHOLE / int(found[2])), at, at + 2)


def _enterprise_numbers(tokens: Sequence[Token], text: str) -> Iterator[Figure]:
    for at, token in enumerate(tokens):
        if _ENTERPRISE_NUMBER.match(text, token.start):
            yield Figure("enterprise_number", 0, at, at + 1)


def _registration_numbers(tokens: Sequence[Token]) -> Iterator[Figure]:
    """Registration numbers by their service; one with a zero for its letter, or without six digits, is its own kind."""
    for at, token in enumerate(tokens):
        found = _REGISTERED.fullmatch(token.word)
        if found:
            digits = sum(each.isdigit() for each in found[2])
            yield Figure(_KINDS.get(found[1], "number_odd"), 0, at, at + 1)
            if found[1] in {"o", "a"} and digits != _DIGITS:
                yield Figure("number_odd", 0, at, at + 1)
