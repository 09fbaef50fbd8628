"""Identifiers with check digits or a fixed form: enterprise number, IBAN and BIC.

python-stdnum is imported only when there is a number to check, so that starting the rules never waits for it.
"""

from collections.abc import Callable, Mapping

__all__ = ["is_valid_number"]


def _enterprise_number(number: str) -> bool:
    from stdnum.be import vat  # noqa: PLC0415 - see the module's docstring

    return bool(vat.is_valid(number))


def _iban(number: str) -> bool:
    from stdnum import iban  # noqa: PLC0415 - see the module's docstring

    return bool(iban.is_valid(number))


def _bic(number: str) -> bool:
    from stdnum import bic  # noqa: PLC0415 - see the module's docstring

    return bool(bic.is_valid(number))


_KINDS: Mapping[str, Callable[[str], bool]] = {"enterprise_number": _enterprise_number, "iban": _iban, "bic": _bic}


def is_valid_number(kind: str, number: str) -> bool:
    """Tell whether a number of this kind (`enterprise_number`, `iban`, `bic`) can be right.

    That a number can be right does not say that it exists, nor whose it is.
    """
    return _KINDS[kind](number)
