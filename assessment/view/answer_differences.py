"""The answers that differ between two assessments, each under its question."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.case import Record
from assessment.view.answer_text import answer_in_words, figure_in_words, score_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["differing_answers"]

Answers = Mapping[str, Any]
_InWords = Callable[[ViewBuilder, Any], str]


def differing_answers(builder: ViewBuilder, first: Answers, other: Answers) -> list[Record]:
    """List what was answered differently: by part and requirement, as `label`, `first` and `other` in words.

    Args:
        builder: Writes in the language that is wanted.
        first: The answers to hold the others against.
        other: The others.
    """
    groups = [
        {"title": builder.message("folder.situation.title"), "rows": list(_profile(builder, first, other))},
        *(
            {
                "title": builder.text(each["title"]),
                "rows": list(_requirement(builder, name, each, first, other)),
            }
            for name, each in builder.norm["requirements"].items()
        ),
        {"title": builder.message("view.documents.title"), "rows": list(_documents(builder, first, other))},
        {"title": builder.message("view.worth.title"), "rows": list(_worth(builder, first, other))},
    ]
    return [group for group in groups if group["rows"]]


def _profile(builder: ViewBuilder, first: Answers, other: Answers) -> Iterator[Record]:
    for name, field in builder.norm["profile"]["fields"].items():
        values = [_at(answers, "profile", *name.split(".")) for answers in (first, other)]

        def in_words(builder: ViewBuilder, value: Any, field: Record = field) -> str:
            return answer_in_words(builder, field, value)

        yield from _row(builder, builder.text(field["question"]), values, in_words)


def _requirement(
    builder: ViewBuilder, name: str, requirement: Record, first: Answers, other: Answers
) -> Iterator[Record]:
    yield from _scan(builder, name, first, other)
    for check in requirement["checks"]:
        given = [_at(answers, "checks", check) or {} for answers in (first, other)]
        point = builder.message("view.requirements.check", {"id": check, "title": builder.title(check)})
        for dimension in builder.norm["scoring"]["dimensions"]:
            scores = [answer.get(dimension["id"]) for answer in given]
            yield from _row(builder, _about(builder, point, builder.text(dimension["title"])), scores, score_in_words)
        reasons = [_at(answer, "not_applicable", "reason") for answer in given]
        yield from _row(builder, _about(builder, point, builder.message("folder.checks.reason")), reasons, _as_it_is)
        for part in ("note", "present"):
            texts = [answer.get(part) for answer in given]
            yield from _row(builder, _about(builder, point, builder.message(f"folder.checks.{part}")), texts, _as_it_is)


def _scan(builder: ViewBuilder, name: str, first: Answers, other: Answers) -> Iterator[Record]:
    for dimension, asked in builder.norm["scoring"]["scan"]["questions"].items():
        label = builder.message("folder.checks.scan", {"question": builder.text(asked["question"])})
        scanned = [_at(answers, "scan", name, dimension) for answers in (first, other)]

        def in_words(builder: ViewBuilder, score: str, answers: Record = asked["answers"]) -> str:
            return builder.text(answers[score])

        yield from _row(builder, label, scanned, in_words)


def _documents(builder: ViewBuilder, first: Answers, other: Answers) -> Iterator[Record]:
    for name in builder.norm["documents"]:
        given = [_at(answers, "documents", name) or {} for answers in (first, other)]
        title = builder.title(name)
        yield from _row(builder, title, [answer.get("state") for answer in given], _state)
        where = _about(builder, title, builder.message("folder.documents.where"))
        yield from _row(builder, where, [answer.get("note") for answer in given], _as_it_is)


def _worth(builder: ViewBuilder, first: Answers, other: Answers) -> Iterator[Record]:
    for name, field in builder.norm["worth"]["fields"].items():

        def in_words(builder: ViewBuilder, value: Any, field: Record = field) -> str:
            return figure_in_words(builder, field, value)

        values = [_at(answers, "worth", name) for answers in (first, other)]
        yield from _row(builder, builder.text(field["question"]), values, in_words)


def _row(builder: ViewBuilder, label: str, values: list[Any], in_words: _InWords) -> Iterator[Record]:
    if values[0] != values[1]:
        first, other = (
            builder.message("view.trace.unknown") if value is None else in_words(builder, value) for value in values
        )
        yield {"label": label, "first": first, "other": other}


def _about(builder: ViewBuilder, title: str, part: str) -> str:
    return builder.message("view.comparison.about", {"title": title, "part": part})


def _state(builder: ViewBuilder, state: str) -> str:
    return builder.message(f"view.documents.state.{state}")


def _as_it_is(_builder: ViewBuilder, text: str) -> str:
    return text


def _at(value: Any, *path: str) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
