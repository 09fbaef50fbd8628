"""What an audit or a requirement ends in at least or at most; the last step of a scale has nothing beyond it."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from assessment.outcomes import NOT_REQUIRED, RESULTS, UNJUDGED, verdicts_of

__all__ = ["BOUND_KINDS", "title_in"]


class _Words(Protocol):
    """What is needed of `Wording`, which knows these kinds and so cannot be known here."""

    norm: Mapping[str, Any]

    def text(self, texts: Mapping[str, str]) -> str: ...

    def message(self, name: str, values: Mapping[str, Any] | None = None) -> str: ...


_Kind = Callable[[_Words, str, str], str]


def title_in(table: str) -> _Kind:
    """Put the name of a step of the scale, a result or a verdict, in the middle of a sentence."""

    def kind(wording: _Words, name: str, _terms: str) -> str:
        title = wording.text(next(entry["title"] for entry in wording.norm["scoring"][table] if entry["id"] == name))
        return title[:1].lower() + title[1:]

    return kind


def _bounded(table: str, message: str, last: int) -> _Kind:
    """Say that it is this or beyond, unless nothing is: who is at most not passed is simply not passed."""
    named = title_in(table)

    def kind(wording: _Words, name: str, terms: str) -> str:
        title = named(wording, name, terms)
        return title if name == _scale(wording, table)[last] else wording.message(message, {"bound": title})

    return kind


def _scale(wording: _Words, table: str) -> list[str]:
    """List what an audit can end in, from worst to best."""
    known = verdicts_of(wording.norm) if table == "verdicts" else RESULTS
    return [name for name in known if name not in {NOT_REQUIRED, *UNJUDGED}]


BOUND_KINDS = {
    "result_at_most": _bounded("requirement_results", "words.bound_most", 0),
    "result_at_least": _bounded("requirement_results", "words.bound_least", -1),
    "verdict_at_most": _bounded("verdicts", "words.bound_most", 0),
    "verdict_at_least": _bounded("verdicts", "words.bound_least", -1),
}
