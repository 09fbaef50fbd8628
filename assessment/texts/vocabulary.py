"""Vocabulary: the words of a language that figures and the order of steps are read by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from assessment.texts.tokens import tokens_of

__all__ = ["Unit", "Vocabulary", "Words"]

Words = tuple[str, ...]
Unit = tuple[str, int]
"""What a figure counts, and how much of that one of the unit is: a week is seven days."""


class Vocabulary:
    """The words by which a text is read, as they stand under `reading` in the rules of the norm.

    Args:
        data: These words; a language without them has no numbers but digits.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Numbers below a hundred that are one word."""
        return _folded(self._data.get("numbers", {}))

    @cached_property
    def scales(self) -> Mapping[str, int]:
        """What a number before it is multiplied by, the largest first: a hundred, a thousand."""
        scales = _folded(self._data.get("scales", {}))
        return dict(sorted(scales.items(), key=lambda each: -each[1]))

    @cached_property
    def joint(self) -> str:
        """What joins ones and tens within a word."""
        return str(self._data.get("joint", ""))

    @cached_property
    def units(self) -> Mapping[Words, Unit]:
        """The words of each unit."""
        return {
            words: (unit["kind"], unit["times"])
            for unit in self._data.get("units", ())
            for words in _phrases(unit["words"])
        }

    @cached_property
    def parts(self) -> Mapping[Words, int]:
        """Parts of a whole that are told in words, in hundredths of a percent."""
        return {words: part["hundredths"] for part in self._data.get("parts", ()) for words in _phrases(part["words"])}

    @cached_property
    def denominators(self) -> Mapping[str, int]:
        """What a number before it is divided by: two thirds."""
        return _folded(self._data.get("denominators", {}))

    @cached_property
    def of_each(self) -> frozenset[Words]:
        """What stands before an amount of which another amount is a part: of every hundred euro, fifty."""
        return frozenset(_phrases(self._data.get("of_each", ())))

    @cached_property
    def months(self) -> frozenset[str]:
        """Names of months."""
        return self._words("months")

    @cached_property
    def short_months(self) -> frozenset[str]:
        """Names of months that are other words too, unless a number stands before them."""
        return self._words("short_months")

    @cached_property
    def between(self) -> frozenset[str]:
        """What can stand between two numbers that share the unit behind the second."""
        return self._words("between")

    @cached_property
    def before_unit(self) -> frozenset[str]:
        """What can stand between a number and its unit."""
        return self._words("before_unit")

    @cached_property
    def borders(self) -> frozenset[str]:
        """Words behind which a sentence goes on to something else."""
        return self._words("borders")

    @cached_property
    def then(self) -> frozenset[str]:
        """Words with which the next step is told."""
        return self._words("then")

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words behind which a point ends no sentence."""
        return frozenset(self._data.get("abbreviations", ()))

    @cached_property
    def within_names(self) -> frozenset[str]:
        """Words without a capital that stand within names."""
        return self._words("within_names")

    @cached_property
    def yes(self) -> frozenset[str]:
        """Words by which a question is answered with yes."""
        return self._words("yes")

    @cached_property
    def no(self) -> frozenset[str]:
        """Words by which a question is answered with no."""
        return self._words("no")

    @cached_property
    def tells(self) -> frozenset[Words]:
        """How a question begins that tells something, such as `did you`."""
        return frozenset(_phrases(self._data.get("tells", ())))

    @cached_property
    def asides(self) -> frozenset[Words]:
        """How a sentence ends that tells something and only asks to agree, such as `right`."""
        return frozenset(_phrases(self._data.get("asides", ())))

    def _words(self, name: str) -> frozenset[str]:
        return frozenset(word for words in _phrases(self._data.get(name, ())) for word in words)


def _phrases(several: Iterable[str]) -> list[Words]:
    return [tuple(token.word for token in tokens_of(each)) for each in several]


def _folded(numbers: Mapping[str, int]) -> dict[str, int]:
    return {words[0]: number for words, number in zip(_phrases(numbers), numbers.values(), strict=True)}
