"""One word for one thing: variants of the words that this guide has chosen, and quotation marks of other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["other_quotes", "other_words"]

# A straight one inside a tag of HTML or of an attribute list belongs to a machine.
_TAG = re.compile(r"<[^>]*>|\{[^{}]*\}")
_QUOTES = re.compile(r"[„“”\"«»]")


def other_words(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """Words for what is called something else everywhere; what stands between quotation marks is somebody else's."""
    kept = bounds.kept.sub("", text.bare)
    for word in dict.fromkeys(match[1].lower() for match in bounds.varying.finditer(kept)):
        yield Finding("word", (("instead", bounds.variants[word]), ("word", word)))


def other_quotes(text: Text, _bounds: Bounds) -> Iterator[Finding]:
    """Quotation marks of another kind than the one that we use."""
    mark = _QUOTES.search(_TAG.sub("", text.words))
    if mark:
        yield Finding("quotes", (("mark", mark[0]),))
