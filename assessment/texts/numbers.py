"""Numbers as people write them: `7.500`, `7 500,00`, `zevenduizend vijfhonderd`."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["HUNDREDTHS", "number_in_digits", "number_in_words"]

HUNDREDTHS = 100
_ONES: Mapping[str, int] = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS: Mapping[str, int] = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_SCALES = (("duizend", 1000), ("honderd", 100))
_LONGEST_WORD = 60
_LONGEST_NUMBER = 20
_FRACTION = re.compile(r"(.+)[.,](\d{1,2})")


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


def number_in_words(word: str) -> int | None:
    """Return a number that is one word, in hundredths; None for any other word."""
    number = _whole(word) if len(word) <= _LONGEST_WORD else None
    return None if number is None else number * HUNDREDTHS


def _whole(word: str) -> int | None:
    for scale, size in _SCALES:
        before, found, after = word.partition(scale)
        if found:
            times = _whole(before) if before else 1
            rest = _whole(after.removeprefix("en") if after not in _ONES else after) if after else 0
            return None if times is None or rest is None else times * size + rest
    return _below_hundred(word)


def _below_hundred(word: str) -> int | None:
    if word in _ONES or word in _TENS:
        return _ONES.get(word) or _TENS[word]
    for ten, number in _TENS.items():
        one = word.removesuffix(ten).removesuffix("en")
        if word.endswith(f"en{ten}") and one in _ONES:
            return number + _ONES[one]
    return None
