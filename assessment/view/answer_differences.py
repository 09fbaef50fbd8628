"""The answers that differ between assessments, each under its question."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from assessment.case import Record
from assessment.normal_form import answer_at
from assessment.view.answer_text import answer_in_words, figure_in_words, score_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["differing_answers"]

Answers = Mapping[str, Any]


def differing_answers(builder: ViewBuilder, documents: Sequence[Answers]) -> list[Record]:
    """List what was not answered alike: by part and requirement, as a `label` and a cell in words for each document.

    Args:
        builder: Writes in the language that is wanted.
        documents: The answers documents, two or more.
    """
    compared = _Differences(builder, documents)
    groups = [
        {"title": builder.message("folder.situation.title"), "rows": list(compared.profile())},
        *(
            {"title": builder.text(each["title"]), "rows": list(compared.requirement(name, each))}
            for name, each in builder.norm["requirements"].items()
        ),
        {"title": builder.message("view.documents.title"), "rows": list(compared.documents())},
        {"title": builder.message("view.worth.title"), "rows": list(compared.worth())},
    ]
    return [group for group in groups if group["rows"]]


class _Differences:
    """The rows of some documents, each of a question by its name in the form."""

    def __init__(self, builder: ViewBuilder, documents: Sequence[Answers]) -> None:
        self._builder = builder
        self._documents = documents

    def profile(self) -> Iterator[Record]:
        for name, field in self._builder.norm["profile"]["fields"].items():
            label = self._builder.text(field["question"])
            yield from self._row(label, f"profile.{name}", partial(answer_in_words, self._builder, field))

    def requirement(self, name: str, requirement: Record) -> Iterator[Record]:
        yield from self._scan(name)
        for part in ("works", "shows"):
            label = self._builder.message(f"folder.requirements.{part}")
            yield from self._row(label, f"requirements.{name}.{part}", str)
        for check in requirement["checks"]:
            yield from self._check(check)

    def documents(self) -> Iterator[Record]:
        for name in self._builder.norm["documents"]:
            title = self._builder.title(name)
            yield from self._row(title, f"documents.{name}.state", self._state)
            for part, label in (("place", "documents.where"), ("owner", "documents.owner"), ("note", "checks.note")):
                yield from self._row(self._about(title, label), f"documents.{name}.{part}", str)

    def worth(self) -> Iterator[Record]:
        for name, field in self._builder.norm["worth"]["fields"].items():
            label = self._builder.text(field["question"])
            yield from self._row(label, f"worth.{name}", partial(figure_in_words, self._builder, field))

    def _scan(self, requirement: str) -> Iterator[Record]:
        for dimension, asked in self._builder.norm["scoring"]["scan"]["questions"].items():
            texts = {score: self._builder.text(answer) for score, answer in asked["answers"].items()}
            label = self._builder.message("folder.checks.scan", {"question": self._builder.text(asked["question"])})
            yield from self._row(label, f"scan.{requirement}.{dimension}", texts.__getitem__)

    def _check(self, check: str) -> Iterator[Record]:
        name, message = f"checks.{check}", self._builder.message
        point = self._builder.title(check)
        for dimension in self._builder.norm["scoring"]["dimensions"]:
            label = message("view.comparison.about", {"title": point, "part": self._builder.text(dimension["title"])})
            yield from self._row(label, f"{name}.{dimension['id']}", partial(score_in_words, self._builder))
        yield from self._row(self._about(point, "checks.reason"), f"{name}.not_applicable.reason", str)
        for part in ("note", "present"):
            yield from self._row(self._about(point, f"checks.{part}"), f"{name}.{part}", str)

    def _row(self, label: str, name: str, in_words: Callable[[Any], str]) -> Iterator[Record]:
        first, *others = given = [_given(document, name) for document in self._documents]
        if any(other != first for other in others):
            cells = [in_words(value) if key is None else self._builder.message(key) for value, key in given]
            yield {"label": label, "cells": cells}

    def _about(self, title: str, part: str) -> str:
        told = {"title": title, "part": self._builder.message(f"folder.{part}")}
        return self._builder.message("view.comparison.about", told)

    def _state(self, state: str) -> str:
        return self._builder.message(f"view.documents.state.{state}")


def _given(document: Answers, name: str) -> tuple[Any, str | None]:
    """Return an answer; where there is none, the message that says so."""
    value = answer_at(document, name)
    if value is not None:
        return value, None
    return None, "view.comparison.not_known" if name in document.get("unknown", ()) else "view.trace.unknown"
