"""Words that readers stumble over: English ones, stiff ones, and a familiar tone."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["unplain_words"]


def unplain_words(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """Words for which there is a plainer one, or a more polite one."""
    for word in dict.fromkeys(match[1] for match in bounds.avoiding.finditer(bounds.naming.sub("", text.bare))):
        rule, instead = bounds.avoided[word.lower()]
        yield Finding(rule, (("instead", instead), ("word", word)))
