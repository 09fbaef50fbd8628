"""The answers that differ between two assessments, each under its question."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.case import Record
from assessment.view.answer_text import answer_in_words, figure_in_words, score_in_words
from assessment.view.builder import Pen

__all__ = ["differing_answers"]

Answers = Mapping[str, Any]
_Put = Callable[[Pen, Any], str]


def differing_answers(pen: Pen, first: Answers, other: Answers) -> list[Record]:
    """List what was answered differently: by part and requirement, as `label`, `first` and `other` in words.

    Args:
        pen: Writes in the language that is wanted.
        first: The answers to hold the others against.
        other: The others.
    """
    groups = [
        {"title": pen.words.spell("folder.situation.title"), "rows": list(_profile(pen, first, other))},
        *(
            {"title": pen.words.text(each["title"]), "rows": list(_requirement(pen, name, each, first, other))}
            for name, each in pen.norm["requirements"].items()
        ),
        {"title": pen.words.spell("view.documents.title"), "rows": list(_documents(pen, first, other))},
        {"title": pen.words.spell("view.worth.title"), "rows": list(_worth(pen, first, other))},
    ]
    return [group for group in groups if group["rows"]]


def _profile(pen: Pen, first: Answers, other: Answers) -> Iterator[Record]:
    for name, field in pen.norm["profile"]["fields"].items():
        values = [_at(answers, "profile", *name.split(".")) for answers in (first, other)]

        def put(pen: Pen, value: Any, field: Record = field) -> str:
            return answer_in_words(pen, field, value)

        yield from _row(pen, pen.words.text(field["question"]), values, put)


def _requirement(pen: Pen, name: str, requirement: Record, first: Answers, other: Answers) -> Iterator[Record]:
    scanned = [_at(answers, "scan", name) for answers in (first, other)]
    yield from _row(pen, pen.words.spell("folder.checks.scan"), scanned, score_in_words)
    for check in requirement["checks"]:
        given = [_at(answers, "checks", check) or {} for answers in (first, other)]
        point = pen.words.spell("view.requirements.check", {"id": check, "title": pen.words.title(check)})
        for dimension in pen.norm["scoring"]["dimensions"]:
            scores = [answer.get(dimension["id"]) for answer in given]
            yield from _row(pen, _about(pen, point, pen.words.text(dimension["title"])), scores, score_in_words)
        reasons = [_at(answer, "not_applicable", "reason") for answer in given]
        yield from _row(pen, _about(pen, point, pen.words.spell("folder.checks.reason")), reasons, _as_it_is)
        for part in ("note", "present"):
            texts = [answer.get(part) for answer in given]
            yield from _row(pen, _about(pen, point, pen.words.spell(f"folder.checks.{part}")), texts, _as_it_is)


def _documents(pen: Pen, first: Answers, other: Answers) -> Iterator[Record]:
    for name in pen.norm["documents"]:
        given = [_at(answers, "documents", name) or {} for answers in (first, other)]
        title = pen.words.title(name)
        yield from _row(pen, title, [answer.get("state") for answer in given], _state)
        where = _about(pen, title, pen.words.spell("folder.documents.where"))
        yield from _row(pen, where, [answer.get("note") for answer in given], _as_it_is)


def _worth(pen: Pen, first: Answers, other: Answers) -> Iterator[Record]:
    for name, field in pen.norm["worth"]["fields"].items():

        def put(pen: Pen, value: Any, field: Record = field) -> str:
            return figure_in_words(pen, field, value)

        values = [_at(answers, "worth", name) for answers in (first, other)]
        yield from _row(pen, pen.words.text(field["question"]), values, put)


def _row(pen: Pen, label: str, values: list[Any], put: _Put) -> Iterator[Record]:
    if values[0] != values[1]:
        first, other = (pen.words.spell("view.trace.unknown") if value is None else put(pen, value) for value in values)
        yield {"label": label, "first": first, "other": other}


def _about(pen: Pen, title: str, part: str) -> str:
    return pen.words.spell("view.comparison.about", {"title": title, "part": part})


def _state(pen: Pen, state: str) -> str:
    return pen.words.spell(f"view.documents.state.{state}")


def _as_it_is(_pen: Pen, text: str) -> str:
    return text


def _at(value: Any, *path: str) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
