"""Why a file is not read; each reason has its sentence. The page refuses by the same names."""

from __future__ import annotations

__all__ = ["REFUSALS", "RefusedError"]

REFUSALS = ("empty", "too_large", "not_text", "old_word", "other_kind", "protected", "scanned", "broken")


class RefusedError(Exception):
    """Told by a reader that cannot go on; its text is one of `REFUSALS`."""
