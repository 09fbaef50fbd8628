"""Structure: what a sentence stands under, such as a question or the head of a table, and which step it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from assessment.texts.tokens import Token
from assessment.texts.vocabulary import Vocabulary

__all__ = ["Place", "places_of"]

# An item begins with a mark, a picture, a number, a letter, or a word with a number.
_ITEM = re.compile(
    r"[ \t]*(?:[-*•>~\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?|\(?\d{1,2}[.):](?!\d)|[a-z]\)|\w{3,6} \d{1,2}\b)"
    r"(?=\s|[:.)-])",
    re.IGNORECASE,
)
# A paragraph or an item that begins with a year tells of that year.
_YEAR = re.compile(r"[ \t]*(?:[-*•>~][ \t]*)?((?:19|20)\d\d)(?=[.:]|[ ]?[–-] )")
_NUMBER = re.compile(r"\D{0,9}(\d{1,2})\b")
_CELLS = re.compile(r"[|]|[ ]{3,}|\t+|[.]{4,}")
_LONGEST_TITLE = 70
# As many sentences answer a question; a bare yes or no is none of them.
_ANSWER = 2
_BARE = 2

Span = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """Where a sentence stands.

    Attributes:
        heads: The sentences that it goes on from: what introduces its list, its question, the first row of its table.
        list_of: The list that it is an item of, or -1.
        number: The number of that item, or 0.
        then: Whether it tells the next step.
        asks: Whether it is a question of which the answer is not yes.
        affirmed: Whether it is a question of which the answer is yes.
        answers: The question that it answers.
        denies: Whether the answer to that question is no, so that what it asks is not told.
        year: The year that its paragraph tells of, or 0.
        columns: In a row of a table: the tokens of the cell at the head, by each token of the column.
    """

    heads: tuple[int, ...] = ()
    list_of: int = -1
    number: int = 0
    then: bool = False
    asks: bool = False
    affirmed: bool = False
    answers: int | None = None
    denies: bool = False
    year: int = 0
    columns: Mapping[int, Span] = field(default_factory=dict)


def places_of(text: str, tokens: Sequence[Token], spans: Sequence[Span], vocabulary: Vocabulary) -> list[Place]:
    """Return where each sentence stands."""
    lines = [_Line(text, tokens, span, behind) for span, behind in zip_longest(spans, spans[1:])]
    then = [bool({each.word for each in tokens[first : first + 2]} & vocabulary.then) for first, _ in spans]
    affirmed = [_is_affirmed(lines, index, vocabulary) for index in range(len(lines))]
    asks = [
        line.is_question and not yes and not _only_tells(line, vocabulary)
        for line, yes in zip(lines, affirmed, strict=True)
    ]
    placed = zip(_lists(lines), _questions(lines), _tables(lines), _years(lines), strict=True)
    places = [
        replace(
            table,
            heads=(*some, *question, *table.heads),
            list_of=list_of,
            number=number,
            answers=next(iter(question), None),
            denies=any(_begins_with(lines[asked + 1], vocabulary.no) for asked in question),
            year=year,
        )
        for (list_of, number, some), question, table, year in placed
    ]
    told = zip(places, then, asks, affirmed, strict=True)
    return [replace(place, then=next_, asks=ask, affirmed=yes) for place, next_, ask, yes in told]


class _Line:
    """A sentence as it lies on the page."""

    def __init__(self, text: str, tokens: Sequence[Token], span: Span, behind: Span | None) -> None:
        self.span, self.tokens = span, tokens
        self.words = tuple(token.word for token in tokens[span[0] : span[1]])
        start, self.end = tokens[span[0]].start, tokens[span[1] - 1].end
        self.line_start = text.rfind("\n", 0, start) + 1
        before = text[self.line_start : start]
        self.text = text[start : self.end]
        self.starts_line = not any(each.isalnum() for each in before)
        follows = text[self.end : tokens[behind[0]].start] if behind else f"{text[self.end :][:20]}\n"
        self.is_question = "?" in follows[:4]
        self.introduces = ":" in follows[:4] or self.is_question
        self.ends_line = "\n" in follows
        is_open = self.starts_line and self.ends_line and not set(follows[:4]) & set(".!?;,")
        found = _ITEM.match(text[self.line_start : start + 12]) if self.starts_line else None
        self.is_item = found is not None
        number = _NUMBER.match(found[0]) if found else None
        self.number = int(number[1]) if number else 0
        self.is_title = is_open and not self.is_item and len(self.text) <= _LONGEST_TITLE
        self.blank_behind = follows.count("\n") > 1
        self.row = text[self.line_start : self.end].strip(" |")
        year = _YEAR.match(text, self.line_start) if self.starts_line else None
        self.year = int(year[1]) if year else 0
        self.is_row = self.starts_line and _CELLS.search(self.row) is not None


def _lists(lines: Sequence[_Line]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """For each sentence its list, its number in it, and what introduces the list."""
    current, inside, number = -1, False, 0
    heads: tuple[int, ...] = ()
    for index, line in enumerate(lines):
        if line.is_item:
            if not inside:
                before = lines[index - 1] if index else None
                current += 1
                heads = (index - 1,) if before and (before.introduces or before.is_title) else ()
            inside, number = True, line.number
        elif line.starts_line:
            inside = False
        yield (current, number, heads) if inside else (-1, 0, ())


def _questions(lines: Sequence[_Line]) -> Iterator[tuple[int, ...]]:
    """For each sentence the question that it answers."""
    asked, left = -1, 0
    for index, line in enumerate(lines):
        if line.is_question:
            yield ()
            asked, left = index, _ANSWER
            continue
        yield (asked,) if left else ()
        left = 0 if line.blank_behind else max(0, left - (len(line.words) > _BARE))


def _only_tells(line: _Line, vocabulary: Vocabulary) -> bool:
    """Whether a question tells something: by how it begins, or since it only asks to agree at its end."""
    begins = any(line.words[: len(words)] == words for words in vocabulary.tells)
    return begins or any(line.words[-len(words) :] == words for words in vocabulary.asides)


def _years(lines: Sequence[_Line]) -> Iterator[int]:
    """For each sentence the year that its paragraph tells of, or 0."""
    year = 0
    for line in lines:
        year = line.year or (0 if line.is_item else year)
        yield year
        year = 0 if line.blank_behind else year


def _begins_with(line: _Line, words: frozenset[str]) -> bool:
    return bool(set(line.words[:1]) & words)


def _is_affirmed(lines: Sequence[_Line], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence is a question that is answered with yes, so that it tells what it asks."""
    answer = lines[index + 1].words[:1] if index + 1 < len(lines) else ()
    return lines[index].is_question and bool(set(answer) & vocabulary.yes)


def _tables(lines: Sequence[_Line]) -> Iterator[Place]:
    """For each row of a table the row at its head, and what stands at the head of each column."""
    head: int | None = None
    for index, line in enumerate(lines):
        if not line.is_row:
            head = None
            yield Place()
        elif head is None:
            head = index
            yield Place()
        else:
            yield Place(heads=(head,), columns=_columns(lines[head], line))


def _columns(head: _Line, row: _Line) -> dict[int, Span]:
    """The head of each token's column; columns are counted from the right, since the first head is often empty."""
    heads, cells = (_cells(each) for each in (head, row))
    return {
        at: above
        for above, (first, end) in zip(reversed(heads), reversed(cells), strict=False)
        for at in range(first, end)
    }


def _cells(line: _Line) -> list[Span]:
    """The tokens of each cell."""
    ends = [found.start() + line.line_start for found in _CELLS.finditer(line.row)]
    shift = line.end - line.line_start - len(line.row)
    cells: list[Span] = []
    first = line.span[0]
    for stop in [*(each + shift for each in ends), line.end]:
        end = first
        while end < line.span[1] and line.tokens[end].start < stop:
            end += 1
        if end > first:
            cells.append((first, end))
        first = end
    return cells
