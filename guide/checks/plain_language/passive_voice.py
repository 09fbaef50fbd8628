"""Passive sentences: who does it stays unsaid. One helps now and then; two in one text make it a decree."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language.settings import Bounds
from guide.checks.plain_language.texts import Finding, Text

__all__ = ["is_passive", "passives"]

MAX_PASSIVES = 1
# How much of a sentence the message shows.
_SHOWN = 6


def passives(text: Text, bounds: Bounds) -> Iterator[Finding]:
    """A text with more than one passive sentence."""
    found = [sentence for sentence in text.sentences if is_passive(sentence, bounds)]
    twice = [sentence for sentence in found if len(bounds.auxiliary.findall(sentence)) > MAX_PASSIVES]
    if len(found) > MAX_PASSIVES or twice:
        yield Finding("passive", (("begin", " ".join(found[-1].split()[:_SHOWN])),))


def is_passive(sentence: str, bounds: Bounds) -> bool:
    """Whether something is done in a sentence and it does not say by whom."""
    if bounds.auxiliary.search(sentence) is None:
        return False
    return bounds.participle.search(bounds.auxiliary.sub("", sentence.lower())) is not None
