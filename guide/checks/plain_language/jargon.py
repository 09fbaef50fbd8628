"""Words of the trade and abbreviations that the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["unexplained"]

_CAPITALS = re.compile(r"(?<![\w.@/-])[A-Z]{2,6}(?![\w@/])")


def unexplained(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """Abbreviations and words of the trade that nobody explains."""
    for word in dict.fromkeys(_CAPITALS.findall(bounds.naming.sub("", text.bare))):
        if word.lower() not in bounds.explained_words:
            yield Finding("abbreviation", (("word", word),))
    for word in dict.fromkeys(bounds.dotted.findall(text.bare)):
        yield Finding("shortened", (("word", word),))
    for word in dict.fromkeys(match[1].lower() for match in bounds.explaining.finditer(text.bare)):
        if word not in bounds.explained:
            yield Finding("term", (("word", word),))
