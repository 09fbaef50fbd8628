"""Matching: where phrases stand in a text. No step is ever taken back, so the work grows with the text alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from assessment.texts.patterns import Element, Phrase
from assessment.texts.tokens import Figure, Token

__all__ = ["Match", "Matcher"]

# As many places of one phrase in one sentence are looked at; a sentence of thousands of words is a table.
_MOST_IN_SENTENCE = 25
Places = dict[int, "Figure | None"]


class Match(NamedTuple):
    """Where something stands: its first token, the one behind its last, and the figure that it has."""

    first: int
    end: int
    figure: Figure | None = None


class Matcher:
    """Looks for phrases in one text.

    Args:
        tokens: The text.
        figures: Its figures.
        sentences: The first token of each sentence and the one behind its last.

    Attributes:
        steps: How often something was compared; a test holds it to the length of the text.
    """

    def __init__(
        self, tokens: Sequence[Token], figures: Iterable[Figure], sentences: Sequence[tuple[int, int]]
    ) -> None:
        self.tokens, self.sentences = tokens, sentences
        self.steps = 0
        self._figures: dict[int, list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault(figure.first, []).append(figure)
        self._known: dict[Phrase, Mapping[int, list[Match]]] = {}

    def pattern(self, phrases: Sequence[Phrase]) -> Iterator[tuple[int, Match]]:
        """Yield every sentence that has all phrases of a pattern, and where in it."""
        found = [self.phrase(phrase) for phrase in phrases]
        for sentence in sorted(set(found[0]).intersection(*found[1:])):
            yield from ((sentence, match) for match in _together([some[sentence] for some in found]))

    def phrase(self, phrase: Phrase) -> Mapping[int, list[Match]]:
        """Return where a phrase stands, by the number of the sentence."""
        if phrase not in self._known:
            found: dict[int, list[Match]] = {}
            for start in self._starts(phrase):
                sentence = bisect_right(self._firsts, start) - 1
                some = found.setdefault(sentence, [])
                match = self._at(phrase, start, self.sentences[sentence][1])
                if match and len(some) < _MOST_IN_SENTENCE:
                    some.append(match)
            self._known[phrase] = {sentence: some for sentence, some in found.items() if some}
        return self._known[phrase]

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            by_word.setdefault(token.word, []).append(at)
        return by_word

    def _starts(self, phrase: Phrase) -> list[int]:
        """Every token that the phrase can begin with."""
        starts: set[int] = set()
        for element in phrase:
            starts.update(self._places_of(element))
            if not element.optional:
                break
        return sorted(starts)

    def _places_of(self, element: Element) -> Iterator[int]:
        if element.figure:
            yield from (at for at, some in self._figures.items() if any(one.kind == element.figure for one in some))
        by_first, opened = element.sorted_words
        for first in by_first:
            yield from self._by_word.get(first, ())
        for words in opened:
            self.steps += len(self._by_word)
            yield from (at for word, places in self._by_word.items() if _is_word(words[0], word) for at in places)

    def _at(self, phrase: Phrase, start: int, end: int) -> Match | None:
        """Where the phrase stands that begins with this token: as short as it comes."""
        places: Places = {start: None}
        for element in phrase:
            places = self._on(element, places, end)
        behind = min(places, default=start)
        return Match(start, behind, places[behind]) if behind > start else None

    def _on(self, element: Element, places: Places, end: int) -> Places:
        """Where one can be behind this element, coming from these places, with the figure met on the way."""
        on: Places = {}
        for place, figure in places.items():
            self.steps += 1
            if element.gap:
                on.update(
                    {behind: figure for behind in range(place, min(place + element.gap, end) + 1) if behind not in on}
                )
                continue
            if element.optional:
                on.setdefault(place, figure)
            for behind, met in self._behind(element, place):
                if behind <= end:
                    on.setdefault(behind, met or figure)
        return on

    def _behind(self, element: Element, place: int) -> Iterator[tuple[int, Figure | None]]:
        if element.figure:
            yield from ((one.end, one) for one in self._figures.get(place, ()) if one.kind == element.figure)
        elif place < len(self.tokens):
            by_first, opened = element.sorted_words
            for words in (*by_first.get(self.tokens[place].word, ()), *opened):
                if self._stand(words, place):
                    yield place + len(words), None

    def _stand(self, words: Sequence[str], place: int) -> bool:
        self.steps += 1
        there = self.tokens[place : place + len(words)]
        return len(there) == len(words) and all(
            _is_word(word, token.word) for word, token in zip(words, there, strict=True)
        )


def _together(found: Sequence[list[Match]]) -> Iterator[Match]:
    """Each place of the phrase that has the figure, or else of the first with the nearest of the others."""
    lead = next((index for index, some in enumerate(found) if some[0].figure), 0)
    for one in found[lead]:
        near = [one if some is found[lead] else _nearest(some, one) for some in found]
        if one.figure:
            yield one
        else:
            yield Match(min(each.first for each in near), max(each.end for each in near))


def _nearest(some: Sequence[Match], one: Match) -> Match:
    return min(some, key=lambda each: abs(each.first - one.first))


def _is_word(wanted: str, word: str) -> bool:
    if "*" not in wanted:
        return wanted == word
    bare = wanted.strip("*")
    if wanted[0] == wanted[-1]:
        return bare in word
    return word.endswith(bare) if wanted[0] == "*" else word.startswith(bare)
