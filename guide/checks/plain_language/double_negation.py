"""Double negations, which readers must turn round twice."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["double_negations"]


def double_negations(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """Two denials in one clause."""
    for match in bounds.double.finditer(text.bare):
        yield Finding("negation", (("words", " ".join(match[0].split())),))
