"""Patterns of words: how a rule says what it looks for, read once.

subsidie ... {percent}            words in this order, with up to eight others where the dots stand
(krijgt|ontvangt een) steun?      one of several words or phrases; a question mark: may be missing
subsidie* *plafond                words that begin or end so
[support]                         a list of words that rules share; alone around a claim, it may hold phrases
{percent} & [support]             both in one sentence, in any order; all but one may stand in what it goes on from
[applying] >> [enrolling]         the second in a later step: of the same numbered list, or of the next sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from assessment.texts.tokens import tokens_of

__all__ = ["FIGURES", "Element", "Pattern", "PatternError", "Phrase", "pattern_of", "phrase_of", "phrases_of"]

FIGURES = frozenset(
    {
        "percent", "amount", "days", "working_days", "count", "date", "enterprise_number",
        "number_training", "number_advice", "number_zero", "number_odd", "name", "capital", "quoted", "blank",
        "below", "name_below", "name_line",
    }
)  # fmt: skip
"""What a pattern can ask for besides words: figures (`count` has no unit), registration numbers, and marks in a text: a
name of several words, a word with a capital, the begin of a quotation, what has a blank to fill in behind it, and
the end of a line that goes on below with a capital, or with a line that is a name, and a name at the end of a line from
which the sentence goes on."""

Words = tuple[str, ...]
Lists = Mapping[str, Sequence[str]]

_GAP = 8
_ELEMENT = re.compile(r"\.\.\.|\{[^}]*\}\??|\[[^\]]*\]\??|\([^)]*\)\??|[^\s(\[{]+")
_DEEPEST = 4
# A letter that no Dutch word has, in the place of the star, which is none.
_OPEN = "\u0436"


class PatternError(ValueError):
    """A pattern cannot be read.

    Attributes:
        wrong: What is wrong: `bounds`, `empty`, an unknown `figure` or `list`, or `phrases` where words should stand.
        what: The part that is wrong.
    """

    def __init__(self, wrong: str, what: str) -> None:
        super().__init__(wrong, what)
        self.wrong = wrong
        self.what = what


@dataclass(frozen=True, eq=False)
class Element:
    """One step of a phrase: words, a figure, or a few other words.

    Attributes:
        words: The words or phrases of which one must stand here; the first and last letters may be open (`*`).
        figure: The kind of figure that must stand here.
        gap: As many other words may stand here.
        optional: Whether it may be missing.
    """

    words: frozenset[Words] = frozenset()
    figure: str = ""
    gap: int = 0
    optional: bool = False

    @cached_property
    def sorted_words(self) -> tuple[dict[str, list[Words]], list[Words]]:
        """The phrases by their first word, and those of which the first word is open."""
        by_first: dict[str, list[Words]] = {}
        for each in sorted(self.words):
            by_first.setdefault(each[0] if "*" not in each[0] else "", []).append(each)
        return by_first, by_first.pop("", [])


Phrase = tuple[Element, ...]
"""Elements in the order in which they must stand."""
Pattern = tuple[tuple[Phrase, ...], ...]
"""Steps in the order in which they must be told; a sentence has all phrases of its step."""


def pattern_of(written: str, lists: Lists) -> Pattern:
    """Return the steps of a pattern; nearly all have one.

    Raises:
        PatternError: It is no pattern, or names a list that is not there.
    """
    steps = written.split(" >> ")
    return tuple(tuple(phrase_of(part, lists) for part in step.split(" & ")) for step in steps)


def phrase_of(written: str, lists: Lists) -> Phrase:
    """Return one phrase.

    Raises:
        PatternError: It is no phrase, or names a list that is not there.
    """
    phrase = tuple(_elements(written, lists))
    if not phrase or phrase[0].gap or phrase[-1].gap or all(each.optional for each in phrase):
        raise PatternError("bounds", written)
    return phrase


def phrases_of(written: str, lists: Lists) -> tuple[Phrase, ...]:
    """Return one phrase, or each phrase of the list that stands alone between square brackets.

    Raises:
        PatternError: It is no phrase, or names a list that is not there.
    """
    name = written[1:-1]
    is_list = written == f"[{name}]" and name in lists
    return tuple(phrase_of(each, lists) for each in (lists[name] if is_list else [written]))


def _elements(written: str, lists: Lists) -> Iterator[Element]:
    for found in _ELEMENT.finditer(written):
        part = found[0]
        optional = part.endswith("?")
        bare = part.removesuffix("?")
        if bare == "...":
            yield Element(gap=_GAP)
        elif bare.startswith("{"):
            yield Element(figure=_figure(bare[1:-1]), optional=optional)
        elif bare.startswith(("[", "(")):
            yield Element(words=frozenset(_alternatives(bare, lists, _DEEPEST)), optional=optional)
        else:
            yield from _plain(bare, optional=optional)


def _figure(name: str) -> str:
    if name not in FIGURES:
        raise PatternError("figure", name)
    return name


def _plain(word: str, *, optional: bool) -> Iterator[Element]:
    """A word of which hyphens make several is as many steps."""
    for each in _words(word):
        yield Element(words=frozenset({(each,)}), optional=optional)


def _alternatives(written: str, lists: Lists, depth: int) -> Iterator[Words]:
    name = written[1:-1]
    if written.startswith("["):
        if name not in lists or not depth:
            raise PatternError("list", name)
        several = list(lists[name])
    else:
        several = name.split("|")
    for each in several:
        inner = each.strip()
        if "{" in inner or "(" in inner or "..." in inner:
            raise PatternError("phrases", inner)
        if inner.startswith("["):
            yield from _alternatives(inner, lists, depth - 1)
        else:
            yield _words(inner)


@cache  # of the words in the rules of a norm, which are written again and again
def _words(written: str) -> Words:
    """The words of a phrase as they compare; `*` stays where letters are open."""
    words = tuple(token.word.replace(_OPEN, "*") for token in tokens_of(written.replace("*", _OPEN)))
    if not words:
        raise PatternError("empty", written)
    return words
