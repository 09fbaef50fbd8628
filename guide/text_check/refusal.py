"""Why a file is not read; each reason has its sentence. The page refuses by the same names."""

from __future__ import annotations

__all__ = ["REFUSALS", "RefusedError"]

REFUSALS = {
    "empty": "check.text_empty",
    "too_large": "check.text_too_large",
    "not_text": "check.text_not_text",
    "old_word": "check.text_old_word",
    "other_kind": "check.text_other_kind",
    "protected": "check.text_protected",
    "scanned": "check.text_scanned",
    "broken": "check.text_broken",
}
"""The message of each reason."""


class RefusedError(Exception):
    """Told by a reader that cannot go on; its text is one of `REFUSALS`."""
