"""Identifiers with check digits or a fixed form: enterprise number, IBAN, BIC and the number of a registration.

python-stdnum is imported only when there is a number to check, so that starting the rules never waits for it.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping

from assessment.registration_numbers import number_remark, plain_number

__all__ = ["is_valid_number", "normalised_number", "remark_on_number"]

# Digits with marks between them, and around them words without a digit: `BTW BE 0403.170.701, RPR Gent`.
_ENTERPRISE = re.compile(r"(?P<before>[^0-9]*)(?P<number>[0-9][0-9\W_]*[0-9])[^0-9]*")
# Two letters just before a number name a country; these are of Belgium, or say "number".
_OF_BELGIUM = frozenset({"BE", "NR", "NO", "ON"})
_COUNTRY_LETTERS = 2
_LABELS = re.compile(r"(?:IBAN|BIC|SWIFT)(?:\W|_)+|(?:\W|_)+")


def is_valid_number(kind: str, number: str) -> bool:
    """Tell whether a number of this kind (`enterprise_number`, `iban`, `bic`, `registration_number`) can be right.

    That a number can be right does not say that it exists, nor whose it is.
    """
    return normalised_number(kind, number) is not None


def normalised_number(kind: str, number: str) -> str | None:
    """Return a number as it is written without marks, labels and blanks, or nothing if it cannot be right.

    Args:
        kind: `enterprise_number` (ten digits), `iban`, `bic` or `registration_number`.
        number: The number as somebody typed or pasted it.
    """
    return _KINDS[kind](_visible(number))


def remark_on_number(kind: str, number: str, services: Collection[str] | None) -> str | None:
    """Name what is odd about a number, as the ending of a message; nothing where it can be right or none was given.

    Args:
        kind: As for `normalised_number`.
        number: The number as somebody typed or pasted it.
        services: What the candidate is or wants to be registered for, if that is known.
    """
    if not number.strip():
        return None
    if kind == "registration_number":
        remark = number_remark(_visible(number), services)
        return remark and f"{kind}.{remark}"
    return None if is_valid_number(kind, number) else kind


def _visible(number: str) -> str:
    """Return the capitals and digits of a text, without the invisible marks that come along from chats and contacts."""
    plain = unicodedata.normalize("NFKC", number)
    return "".join(mark for mark in plain if unicodedata.category(mark) != "Cf").strip().upper()


def _enterprise_number(number: str) -> str | None:
    from stdnum.be import vat  # noqa: PLC0415 - see the module's docstring

    found = _ENTERPRISE.fullmatch(number)
    if found is None or not _is_belgian(found["before"]):
        return None
    digits = re.sub(r"\D", "", found["number"])
    return vat.compact(digits) if vat.is_valid(digits) else None


def _is_belgian(before: str) -> bool:
    words = re.findall(r"[A-Z]+", before)
    return not words or len(words[-1]) != _COUNTRY_LETTERS or words[-1] in _OF_BELGIUM


def _iban(number: str) -> str | None:
    from stdnum import iban  # noqa: PLC0415 - see the module's docstring

    compact = _LABELS.sub("", number)
    # Length and check digits only: which codes belong to a bank changes from year to year.
    return compact if iban.is_valid(compact, check_country=False) else None


def _bic(number: str) -> str | None:
    from stdnum import bic  # noqa: PLC0415 - see the module's docstring

    compact = _LABELS.sub("", number)
    return compact if bic.is_valid(compact) else None


_KINDS: Mapping[str, Callable[[str], str | None]] = {
    "enterprise_number": _enterprise_number,
    "iban": _iban,
    "bic": _bic,
    "registration_number": plain_number,
}
