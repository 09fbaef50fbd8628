"""Words torn in two, as happens when a long text is folded at a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["torn_words"]


def torn_words(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """A hyphen with white space after it that is not half of a pair."""
    for match in bounds.torn.finditer(text.bare):
        yield Finding("torn", (("whole", f"{match[1]}-{match[2]}"), ("words", f"{match[1]}- {match[2]}")))
