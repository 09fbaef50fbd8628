"""Readings in words: what the text of a reading says of its bars, it takes from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm
from guide.norm.reading_texts import PLACE, bars_of

__all__ = ["check_reading_numbers"]

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = str.maketrans("éó", "eo")
# One of them stands for both as long as they are the same.
_BOTH_SCORES = ("sufficient.better", "sufficient.lesser")
# Texts that can take a bar.
_TEXTS = ("text", "rationale")


def check_reading_numbers(parsed: ParsedNorm) -> Iterator[Fault]:
    """Numbers that are typed, places that are none, and bars of which the text says nothing."""
    words: dict[str, int] = {}
    for node in parsed.nodes("texts", "reading", "numbers"):
        words |= node.value
    readings = list(parsed.nodes("scoring", "readings", "*"))
    told = {part for reading in readings for text in reading.value["text"].values() for part in _parts(text)}
    for reading in readings:
        bars = bars_of(reading.value)
        for text in (reading.at(key, name) for key in _TEXTS for name in reading.value.get(key, ())):
            yield from _misplaced(text, bars)
            yield from _typed(text, bars, words)
        for language in reading.value["text"]:
            yield from _unsaid(reading.at("text", language), bars, told)


def _misplaced(text: Node, bars: Mapping[str, Any]) -> Iterator[Fault]:
    """Places within braces that are no bars of the reading, or not written as places are."""
    for written in re.findall(r"\{[^{}]*\}", text.value):
        place = PLACE.fullmatch(written)
        if "." in written.partition(":")[0] and not (place and place["bar"] in bars):
            yield text.fault("check.reading_place", written=written, known=sorted(bars))


def _typed(text: Node, bars: Mapping[str, Any], words: Mapping[str, int]) -> Iterator[Fault]:
    """Numbers that stand in the text itself, where they stay as they are when a bar changes."""
    for number in sorted(set(_said(re.sub(r"\{[^{}]*\}", " ", text.value), words))):
        known = [place for place, bar in bars.items() if bar == number] or sorted(bars)
        yield text.fault("check.reading_number", number=number, known=known)


def _said(text: str, words: Mapping[str, int]) -> Iterator[int]:
    """Each number of a text. A word that is an article as well is a number only with its accents."""
    for word in _WORD.findall(text):
        if word.isdecimal():
            yield int(word)
        elif (plain := word.lower().translate(_ACCENTS)) in words and (words[plain] > 1 or plain != word.lower()):
            yield words[plain]


def _unsaid(text: Node, bars: Mapping[str, Any], told: set[str]) -> Iterator[Fault]:
    """Parts of a reading that matter and that its text does not name, though that of another reading does."""
    matters = {_part(place) for place, bar in bars.items() if _matters(place, bar)}
    for part in sorted(matters & told - _parts(text.value)):
        yield text.fault("check.reading_unsaid", part=part, known=[place for place in bars if _part(place) == part])
    named = {place["bar"] for place in PLACE.finditer(text.value)} & set(_BOTH_SCORES)
    if len({bars[place] for place in _BOTH_SCORES}) > 1 and len(named) == 1:
        (other,) = {*_BOTH_SCORES} - named
        yield text.fault("check.reading_unsaid", part=other, known=[other])


def _parts(text: str) -> set[str]:
    return {_part(place["bar"]) for place in PLACE.finditer(text)}


def _part(place: str) -> str:
    return place.rpartition(".")[0]


def _matters(place: str, bar: object) -> bool:
    """Whether a bar is worth a word: none at most and one at least go without, and the lowest score with its points."""
    is_one = bar == 1 and place.endswith("_at_least")
    return bool(bar) and not is_one and not (isinstance(bar, str) and not place.startswith("sufficient."))
