"""A text cut at what was found in it, so that whoever shows it needs to know nothing of places in files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from assessment.text_view.findings import CheckedText
from assessment.texts import FORMS

__all__ = ["pieces_of"]

_Span = tuple[int, int]


def pieces_of(checked: CheckedText) -> list[dict[str, Any]]:
    """Return the text as it is read, in pieces: each with the numbers of the findings that it is part of, from 0."""
    text, spans = _readable(checked)
    cuts = sorted({0, len(text), *(place for span in spans.values() for place in span)})
    pieces = ({"text": text[start:end], "findings": list(_over(spans, start, end))} for start, end in pairwise(cuts))
    return [piece for piece in pieces if piece["text"]]


def _readable(checked: CheckedText) -> tuple[str, dict[int, _Span]]:
    """The text without what marks it up, and where in it each finding stands that has a place."""
    placed = {
        number: (finding["start"], finding["end"])
        for number, finding in enumerate(checked.findings)
        if finding["end"] > finding["start"]
    }
    if checked.form == "plain":
        return checked.source, placed
    readable = FORMS[checked.form](checked.source)
    found = {number: _within(readable.offsets, start, end) for number, (start, end) in placed.items()}
    return readable.text, found


def _within(offsets: tuple[int, ...], start: int, end: int) -> _Span:
    return bisect_left(offsets, start), bisect_left(offsets, end)


def _over(spans: Mapping[int, _Span], start: int, end: int) -> Iterator[int]:
    for number, (first, last) in spans.items():
        if first <= start and end <= last:
            yield number
