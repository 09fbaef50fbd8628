"""The rules of the text check, read once: their patterns, and what must or must not stand around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.texts.patterns import Pattern, Phrase, pattern_of, phrases_of

__all__ = ["AROUND", "TextRule", "text_rules"]

AROUND = (
    "unless", "unless_in_sentence", "near", "unless_near", "in_text", "not_in_text", "belongs_to", "rather_than",
    "despite", "unless_rest", "lacks_twice",
)  # fmt: skip
"""What a rule asks of the words around a claim, in the order of the attributes below."""


@dataclass(frozen=True)
class TextRule:
    """One rule.

    Attributes:
        data: The rule as it stands in the norm.
        patterns: What it looks for; a rule about what is missing has none.
        lacks: Of these, one must stand somewhere in the text.
        unless: What makes it another claim, close by in the same sentence.
        unless_in_sentence: What makes it another claim, anywhere in the sentence.
        near: Of these, one must stand in the sentence or near it.
        unless_near: None of these stands in the sentence or near it.
        in_text: Of these, one must stand somewhere in the text.
        not_in_text: None of these stands anywhere in the text.
        belongs_to: What the figure must be about, of what stands in its sentence.
        rather_than: What else it can be about; without the former, what makes it another claim in the same clause.
        unless_rest: With these in its sentence, a figure that leaves the right one is the rest of it.
        lacks_twice: One of these standing twice does as well, such as a number of each party.
        despite: Nearer than what makes it another claim in the whole sentence, these make it the claim after all.
    """

    data: Mapping[str, Any]
    patterns: tuple[Pattern, ...] = ()
    lacks: tuple[Pattern, ...] = ()
    unless: tuple[Phrase, ...] = ()
    unless_in_sentence: tuple[Phrase, ...] = ()
    near: tuple[Phrase, ...] = ()
    unless_near: tuple[Phrase, ...] = ()
    in_text: tuple[Phrase, ...] = ()
    not_in_text: tuple[Phrase, ...] = ()
    belongs_to: tuple[Phrase, ...] = ()
    rather_than: tuple[Phrase, ...] = ()
    despite: tuple[Phrase, ...] = ()
    unless_rest: tuple[Phrase, ...] = ()
    lacks_twice: tuple[Phrase, ...] = ()

    @property
    def compares(self) -> bool:
        """Whether it is about figures, each of which is a claim of its own."""
        return "compare" in self.data.get("held_to", {})

    def is_for(self, kind: str) -> bool:
        """Whether it is for texts of this kind."""
        return kind in self.data.get("kinds", [kind])


def text_rules(texts: Mapping[str, Any]) -> list[TextRule]:
    """Return the rules of a norm.

    Args:
        texts: The lists of words and the rules of the norm.

    Raises:
        PatternError: A pattern cannot be read.
    """
    reader = _Reader(texts["words"])
    return [reader.rule(rule) for rule in texts["rules"].values()]


class _Reader:
    """Reads rules; what several of them ask for is one phrase, which is then looked for once."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def rule(self, data: Mapping[str, Any]) -> TextRule:
        patterns, lacks = (
            tuple(pattern_of(each, self._lists) for each in data.get(key, ())) for key in ("patterns", "lacks")
        )
        around = (tuple(self._phrases(data.get(key, ()))) for key in AROUND)
        return TextRule(data, patterns, lacks, *around)

    def _phrases(self, written: Iterable[str]) -> Iterator[Phrase]:
        for each in written:
            if each not in self._known:
                self._known[each] = phrases_of(each, self._lists)
            yield from self._known[each]
