"""Texts of the norm: their placeholders stand for figures that are there."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Any

from guide.catalogue import LANGUAGE
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_texts"]

# Texts that an answer is put into.
_CLAUSES = ("clause", "clause_not")


def check_texts(draft: Draft) -> Iterator[Fault]:
    """Placeholders that cannot be filled in, and figures that their own text does not use."""
    questions = {id(document) for document in draft.documents("quiz")}
    for spot in draft.walk():
        if id(spot.document) in questions and spot.path[:1] == ("questions",):
            continue  # the practice test has placeholders of its own
        if _is_text(spot):
            for language in spot.value:
                yield from _placeholders(draft, Spot(spot.document, (*spot.path, language)))
        elif isinstance(spot.value, dict) and _is_figure(spot.value.get("value")):
            yield from _unused(spot)


def _is_text(spot: Spot) -> bool:
    return isinstance(spot.value, dict) and isinstance(spot.value.get(LANGUAGE), str)


def _is_figure(value: Any) -> bool:
    return isinstance(value, dict) and "unit" in value


def _placeholders(draft: Draft, spot: Spot) -> Iterator[Fault]:
    try:
        parts = list(Formatter().parse(spot.value))
    except ValueError:
        yield spot.fault("check.brace")
        return
    for _, name, kind, _ in parts:
        if name is not None:
            yield from _placeholder(draft, spot, name, kind or "")


def _placeholder(draft: Draft, spot: Spot, name: str, kind: str) -> Iterator[Fault]:
    if name == "answer" and not kind and spot.path[-2] in _CLAUSES:
        return
    if name == "value" and not kind:
        yield from _own_figure(spot)
    elif name == "fact" and kind:
        yield from dangling(draft, spot, kind, "fact")
        yield from _figure_of(draft, spot, kind)
    else:
        shown = f"{name}:{kind}" if kind else name
        yield spot.fault("check.placeholder_unknown", placeholder=f"{{{shown}}}")


def _own_figure(spot: Spot) -> Iterator[Fault]:
    owner = spot.document.at(spot.path[:-2])
    if not (isinstance(owner, dict) and _is_figure(owner.get("value"))):
        yield spot.fault("check.placeholder_no_value")


def _figure_of(draft: Draft, spot: Spot, name: str) -> Iterator[Fault]:
    fact = draft.ids("fact").get(name)
    if fact and "value" not in fact.value:
        yield spot.fault("check.fact_no_value", fact=name)


def _unused(spot: Spot) -> Iterator[Fault]:
    for language, text in spot.value.get("text", {}).items():
        if "{value}" not in text:
            yield spot.fault("check.value_unused", "text", language)
