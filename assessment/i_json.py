"""Reading of JSON that means the same to every reader: I-JSON, as RFC 7493 calls it.

Plain JSON lets a key stand there twice, a number be larger than a program can hold and a text hold half a character, or
the character with number nought, at which other programs take a text to end. JavaScript and Python take these each in
its own way, or fall over them later; here each is a fault.
"""

import json
import math
import re
from collections import Counter
from typing import Any

from assessment.faults import Fault, shorten

__all__ = ["MAX_INTEGER", "read_i_json"]

MAX_INTEGER = 2**53 - 1
"""The largest whole number that JavaScript holds exactly."""

# Far more than the largest number has; beyond it, reading one takes time that grows with the square of its length.
_MAX_DIGITS = 300
# After a whole number of backslashes that stand for themselves.
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


class _RefusedError(ValueError):
    """The text is JSON that readers do not agree on."""

    def __init__(self, message: str, **values: str) -> None:
        self.message = message
        self.values_told = values
        super().__init__(message)


def read_i_json(text: str) -> tuple[Any, list[Fault]]:
    """Read a text as I-JSON.

    Args:
        text: The whole text.

    Returns:
        What it says and no faults, or nothing and what is wrong.
    """
    try:
        document = json.loads(
            text, parse_int=_integer, parse_float=_decimal, parse_constant=_constant, object_pairs_hook=_map
        )
        # Half a character has no bytes; it stands in the text itself, or behind an escape.
        (json.dumps(document, ensure_ascii=False) if "\\u" in text else text).encode()
        if _NUL.search(text):
            return None, [Fault((), "answers.nul_character", {})]
    except _RefusedError as refused:
        return None, [Fault((), refused.message, dict(refused.values_told))]
    except (ValueError, RecursionError):
        return None, [Fault((), "answers.not_json", {})]
    return document, []


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS or not -MAX_INTEGER <= (number := int(digits)) <= MAX_INTEGER:
        raise _RefusedError("answers.number_too_large")
    return number


def _decimal(digits: str) -> float:
    if len(digits) > _MAX_DIGITS or not math.isfinite(number := float(digits)):
        raise _RefusedError("answers.number_too_large")
    return number


def _constant(_word: str) -> float:
    """Refuse `NaN` and `Infinity`, which are no JSON though Python reads them."""
    raise _RefusedError("answers.not_json")


def _map(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise _RefusedError("answers.duplicate_key", key=shorten(twice))
    return entries
