"""Matching: where phrases stand in a text. No step is ever taken back, so the work grows with the text alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from assessment.texts.figures import Figure
from assessment.texts.patterns import Element, Pattern, Phrase
from assessment.texts.structure import Place
from assessment.texts.tokens import Token

__all__ = ["Match", "Matcher"]

# As many places of one phrase in one sentence are looked at; a sentence of thousands of words is a table.
_MOST_IN_SENTENCE = 25
_MARKS = frozenset({",", ";"})
Places = dict[int, "Figure | None"]


class Match(NamedTuple):
    """Where something stands: its first token, the one behind its last, its figure, and whether a part stands above."""

    first: int
    end: int
    figure: Figure | None = None
    from_head: bool = False


class Matcher:
    """Looks for phrases in one text.

    Args:
        tokens: The text.
        figures: Its figures.
        sentences: The first token of each sentence and the one behind its last.
        places: What each sentence stands under; nothing, when not given.
        borders: Words at which a sentence goes on to something else; a comma and a semicolon do so as well.

    Attributes:
        steps: How often something was compared; a test holds it to the length of the text.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        figures: Iterable[Figure],
        sentences: Sequence[tuple[int, int]],
        places: Sequence[Place] | None = None,
        borders: frozenset[str] = frozenset(),
    ) -> None:
        self.tokens, self.sentences = tokens, sentences
        self.borders = borders | _MARKS
        self.places = places or [Place()] * len(sentences)
        self.steps = 0
        self._figures: dict[int, list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault(figure.first, []).append(figure)
        self._known: dict[Phrase, Mapping[int, list[Match]]] = {}

    def pattern(self, pattern: Pattern) -> Iterator[tuple[int, Match]]:
        """Yield every sentence in which a pattern stands, and where in it."""
        first, *later = (list(self._step(phrases)) for phrases in pattern)
        behind = [self._step_by_place(step) for step in later]
        for sentence, match in first:
            ends = [self._behind_in(step, sentence) for step in behind]
            if all(ends):
                yield sentence, match._replace(end=max([match.end, *(end or 0 for end in ends)]))

    def figures_of(self, kind: str, sentence: int) -> list[Figure]:
        """Return the figures of a kind in a sentence, in their order."""
        return self._by_place.get((kind, sentence), [])

    def _step(self, phrases: Sequence[Phrase]) -> Iterator[tuple[int, Match]]:
        """Each sentence that has all phrases; all but one may stand in what it goes on from."""
        found = [self.phrase(phrase) for phrase in phrases]
        for sentence in sorted(set().union(*found)):
            here = [some.get(sentence) for some in found]
            heads = self.places[sentence].heads
            if all(own or any(head in some for head in heads) for own, some in zip(here, found, strict=True)):
                own = [some for some in here if some]
                from_head = len(own) < len(found)
                yield from ((sentence, match._replace(from_head=from_head)) for match in _together(own))

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

    def _step_by_place(self, step: Iterable[tuple[int, Match]]) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
        """Where each sentence of a later step ends, and for each list the last item that has it."""
        ends: dict[int, int] = {}
        lists: dict[int, tuple[int, int]] = {}
        for sentence, match in step:
            place = self.places[sentence]
            ends.setdefault(sentence, match.end)
            if place.number:
                lists[place.list_of] = max(lists.get(place.list_of, (0, 0)), (place.number, match.end))
        return ends, lists

    def _behind_in(self, step: tuple[dict[int, int], dict[int, tuple[int, int]]], sentence: int) -> int | None:
        """Where a later step ends: a later item of the same list, or the next sentence if it says "then"."""
        ends, lists = step
        place = self.places[sentence]
        number, end = lists.get(place.list_of, (0, 0))
        if place.number and number > place.number:
            return end
        is_next = sentence + 1 < len(self.places) and self.places[sentence + 1].then
        return ends.get(sentence + 1) if is_next else None

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    @cached_property
    def _by_kind(self) -> dict[str, list[Figure]]:
        by_kind: dict[str, list[Figure]] = {}
        for _, some in sorted(self._figures.items()):
            for one in some:
                by_kind.setdefault(one.kind, []).append(one)
        return by_kind

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], list[Figure]]:
        by_place: dict[tuple[str, int], list[Figure]] = {}
        for kind, some in self._by_kind.items():
            for one in some:
                by_place.setdefault((kind, bisect_right(self._firsts, one.first) - 1), []).append(one)
        return by_place

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
            yield from (one.first for one in self._by_kind.get(element.figure, ()))
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
                    on.setdefault(behind, figure or met)
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
