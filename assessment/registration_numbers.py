"""Numbers of registered providers: what is odd about one, as a remark and never a verdict.

No official text gives their form; it is what providers print. `DV.O` with six digits is one for training, `DV.A` one
for advice, and a zero is often printed in the place of the letter O.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

__all__ = ["LETTERS", "number_remark", "plain_number"]

LETTERS = {"O": "training", "A": "advice"}
"""The letter of each service."""

_SEEN_DIGITS = 6
_NUMBER = re.compile(r"DV[\W_]*(?P<letter>[A-Z0])[\W_]*(?P<digits>[0-9](?:[\W_]*[0-9])*)?(?P<rest>\w*)")
# What to look at first: whoever mends that may be done.
_ORDER = ("form", "zero", "digits", "service", "blank")


class _Number(NamedTuple):
    letter: str
    digits: str
    has_blank: bool
    is_whole: bool


def number_remark(number: str, services: Collection[str] | None) -> str | None:
    """Name what is odd about a number, the gravest first; nothing if all is as it is seen elsewhere.

    Args:
        number: The number as somebody typed it, in capitals and without invisible marks; several may stand in one text.
        services: What the candidate is registered for, if that is known.

    Returns:
        `form` (no such number), `zero` (in the place of the letter), `digits` (not six), `service` (that of another
        one) or `blank` (inside of it).
    """
    found = [remark for each in _numbers(number) for remark in _remarks(each, services)] if "DV" in number else ["form"]
    return min(found, key=_ORDER.index, default=None)


def plain_number(number: str) -> str | None:
    """Return a number about which nothing is odd, or nothing."""
    return None if number_remark(number, None) else number


def _numbers(text: str) -> list[_Number]:
    matches = list(_NUMBER.finditer(text))
    found = [_number(each) for each in matches]
    return found if len(found) == text.count("DV") else [*found, _Number("", "", has_blank=False, is_whole=False)]


def _number(match: re.Match[str]) -> _Number:
    digits = match["digits"] or ""
    written = match[0].removesuffix(match["rest"])
    return _Number(match["letter"], re.sub(r"\D", "", digits), bool(re.search(r"\s", written)), not match["rest"])


def _remarks(number: _Number, services: Collection[str] | None) -> Iterator[str]:
    if number.letter == "0":
        yield "zero"
    elif number.letter not in LETTERS:
        yield "form"
    elif services is not None and LETTERS[number.letter] not in services:
        yield "service"
    if not number.is_whole or len(number.digits) != _SEEN_DIGITS:
        yield "digits"
    if number.has_blank:
        yield "blank"
