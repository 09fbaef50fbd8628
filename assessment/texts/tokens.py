"""Tokens: the words of a text, folded so that they compare, and the figures that some of them make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assessment.texts.numbers import HUNDREDTHS, number_in_digits, number_in_words

__all__ = ["Figure", "Token", "figures_in", "folded", "tokens_of"]

_TOKEN = re.compile(
    r"DV ?[.]? ?[OA0](?![a-z])[ .]{0,2}\d{4,8}(?!\d)"  # a registration number
    r"|\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[%€,;]",
    re.IGNORECASE,
)
_UNITS = {
    **dict.fromkeys(("%", "procent", "percent", "pct"), ("percent", 1)),
    **dict.fromkeys(("€", "euro", "eur", "euro's"), ("amount", 1)),
    **dict.fromkeys(("dag", "dagen", "dage", "kalenderdag", "kalenderdagen"), ("days", 1)),
    **dict.fromkeys(("werkdag", "werkdagen"), ("working_days", 1)),
    **dict.fromkeys(("week", "weken"), ("days", 7)),
    **dict.fromkeys(("maand", "maanden"), ("days", 30)),
}
# Two numbers with one of these between them, or nothing, share the unit behind the second.
_BETWEEN = frozenset({"a", "tot", "of", "en", "resp"})
_BEFORE_DAYS = frozenset({"volle", "hele", "opeenvolgende", "volgende"})
_PARTS = {
    ("helft",): 5000, ("half", "gratis"): 5000, ("halve", "prijs"): 5000, ("een", "derde"): 3333,
    ("twee", "derde"): 6667, ("een", "kwart"): 2500, ("drie", "kwart"): 7500, ("driekwart",): 7500,
}  # fmt: skip
_MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d{2})?(?![\d.,])")
_ENTERPRISE_NUMBER = re.compile(r"(?:BE ?)?[01]\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)", re.IGNORECASE)
_THOUSAND = 1000 * HUNDREDTHS


class Token(NamedTuple):
    """A word, a number or a mark, with its place in the readable text."""

    word: str
    start: int
    end: int


class Figure(NamedTuple):
    """A figure: what it counts (as `FIGURES` of the patterns says), how much in hundredths, and its tokens."""

    kind: str
    amount: int
    first: int
    end: int


def folded(text: str) -> str:
    """Return a text in lower case, without accents."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a text, or of a stretch of it; a hyphen parts words."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(folded(each[0]), each.start(), each.end()) for each in found]


def figures_in(tokens: Sequence[Token], text: str) -> Iterator[Figure]:
    """Yield every figure that the tokens make, in their order."""
    numbers = _numbers(tokens)
    unit_of: dict[int, tuple[str, int]] = {}
    for first, (_, end) in reversed(numbers.items()):
        unit = _unit_behind(tokens, end) or _unit_before(tokens, first, text) or _shared(tokens, end, unit_of)
        if unit:
            unit_of[first] = unit
    for first, (amount, end) in numbers.items():
        kind, times = unit_of.get(first, ("count", 1))
        yield Figure(kind, amount * times, first, _past_unit(tokens, end) if first in unit_of else end)
    yield from _fractions(tokens)
    yield from _dates(tokens, text)
    yield from _enterprise_numbers(tokens, text)
    yield from _registration_numbers(tokens)


def _numbers(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """Every number in hundredths and where it ends, by its first token."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(tokens):
        number = _number(tokens[at].word)
        if number is None:
            at += 1
            continue
        rest = _number(tokens[at + 1].word) if at + 1 < len(tokens) and number >= _THOUSAND else None
        is_one = rest is not None and rest < _THOUSAND and tokens[at].word.isalpha() and tokens[at + 1].word.isalpha()
        found[at] = (number + (rest or 0) if is_one else number, at + 1 + is_one)
        at += 1 + is_one
    return found


def _number(word: str) -> int | None:
    return number_in_digits(word) if word[:1].isdigit() else number_in_words(word)


def _unit_behind(tokens: Sequence[Token], end: int) -> tuple[str, int] | None:
    skipped = end + (end < len(tokens) and tokens[end].word in _BEFORE_DAYS)
    return _UNITS.get(tokens[skipped].word) if skipped < len(tokens) else None


def _unit_before(tokens: Sequence[Token], first: int, text: str) -> tuple[str, int] | None:
    if first and tokens[first - 1].word in {"€", "eur"}:
        return ("amount", 1)
    return ("amount", 1) if text[tokens[first].end : tokens[first].end + 2] in {",-", ".-"} else None


def _shared(tokens: Sequence[Token], end: int, unit_of: dict[int, tuple[str, int]]) -> tuple[str, int] | None:
    if end < len(tokens) and tokens[end].word in _BETWEEN:
        end += 1
    return unit_of.get(end)


def _past_unit(tokens: Sequence[Token], end: int) -> int:
    end += end < len(tokens) and tokens[end].word in _BEFORE_DAYS
    return end + (end < len(tokens) and tokens[end].word in _UNITS)


def _fractions(tokens: Sequence[Token]) -> Iterator[Figure]:
    """Percentages that are told as a part, such as `de helft`."""
    for at, token in enumerate(tokens):
        before = tokens[at - 1].word if at else ""
        for words, percent in _PARTS.items():
            if words in {(token.word,), (before, token.word)}:
                yield Figure("percent", percent, at + 1 - len(words), at + 1)


def _dates(tokens: Sequence[Token], text: str) -> Iterator[Figure]:
    """Days, such as `5 oktober` or `17/11/2026`."""
    for at, token in enumerate(tokens):
        if token.word in _MONTHS or _DATE.match(text, token.start):
            yield Figure("date", 0, at, at + 1)


def _enterprise_numbers(tokens: Sequence[Token], text: str) -> Iterator[Figure]:
    for at, token in enumerate(tokens):
        if _ENTERPRISE_NUMBER.match(text, token.start):
            yield Figure("enterprise_number", 0, at, at + 1)


def _registration_numbers(tokens: Sequence[Token]) -> Iterator[Figure]:
    kinds = {"o": "number_training", "a": "number_advice", "0": "number_zero"}
    for at, token in enumerate(tokens):
        if token.word.startswith("dv") and token.word[-1].isdigit():
            letter = token.word[2:].lstrip(" .")[0]
            yield Figure(kinds[letter], 0, at, at + 1)
