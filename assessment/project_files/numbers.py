"""Numbers that are kept in hundredths, as they are written."""

from __future__ import annotations

from assessment.wording import Wording

__all__ = ["number_of"]

_HUNDREDTHS = 100


def number_of(hundredths: int, wording: Wording) -> str:
    """Return a number in hundredths as it is written, without a fraction that is nothing."""
    whole, rest = divmod(hundredths, _HUNDREDTHS)
    written = wording.grouped(whole)
    return f"{written}{wording.messages['words.decimal_mark']}{rest:02}".rstrip("0") if rest else written
