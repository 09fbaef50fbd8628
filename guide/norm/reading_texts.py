"""Texts of the readings: the bars that a text names by their place, so that text and rules cannot differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["PLACE", "as_read", "bars_of", "with_bars"]

PLACE = re.compile(r"\{(?P<bar>[a-z]\w*(?:\.\w+)+)(?::(?P<one>[^{}|]*)\|(?P<more>[^{}|]*))?\}")
"""A bar in a text, such as `{sufficient.better}` or `{deliberation.points_at_most:punt|punten}`."""

_PARTS = ("sufficient", "passed", "deliberation", "verdicts")
_TEXTS = ("text", "rationale")

Data = dict[str, Any]


def bars_of(reading: Mapping[str, Any]) -> dict[str, int | str]:
    """The numbers and scores that a reading goes by, each under its place: `verdicts.positive.failed_at_most`.

    Args:
        reading: A reading as it stands in the file.
    """
    return {place: bar for part in _PARTS for place, bar in _bars(reading.get(part), part)}


def _bars(value: Any, place: str) -> Iterator[tuple[str, int | str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _bars(inner, f"{place}.{name}")
    elif isinstance(value, (int, str)):
        yield place, value


def as_read(text: str) -> str:
    """A text with the words that stand behind its bars, as a reader may get it."""
    return PLACE.sub(lambda place: place[0] if place["more"] is None else f"2 {place['more']}", text)


def with_bars(reading: Data, scale: Mapping[str, Data]) -> Data:
    """A reading whose texts say its bars.

    Args:
        reading: The reading as it stands in the file.
        scale: The scores by id.
    """
    bars = bars_of(reading)
    texts = {key: reading[key] for key in _TEXTS if key in reading}
    filled = {key: {name: _filled(text[name], bars, scale, name) for name in text} for key, text in texts.items()}
    return {**reading, **filled}


def _filled(text: str, bars: Mapping[str, int | str], scale: Mapping[str, Data], language: str) -> str:
    def said(place: re.Match[str]) -> str:
        bar = bars[place["bar"]]
        if isinstance(bar, str):
            title: str = scale[bar]["title"][language]
            return title[:1].lower() + title[1:]
        return f"{bar} {place['one'] if bar == 1 else place['more']}" if place["one"] is not None else str(bar)

    return PLACE.sub(lambda place: said(place) if place["bar"] in bars else place[0], text)
