"""What the candidate answered, in words."""

from collections.abc import Mapping
from typing import Any

from assessment.view.builder import Pen

__all__ = ["answer_in_words", "figure_in_words", "score_in_words"]

_CENTS = 100


def answer_in_words(pen: Pen, field: Mapping[str, Any], value: Any) -> str:
    """Put the answer to a question of the profile into words."""
    if isinstance(value, bool):
        return pen.words.spell("view.trace.yes" if value else "view.trace.no")
    if isinstance(value, list):
        titles = [_option(pen, field, item) for item in value]
        return pen.words.several(titles) if titles else pen.words.spell("folder.none_of_these")
    if field["kind"] == "choice":
        return _option(pen, field, value)
    if field["kind"] == "date":
        return pen.words.date(value)
    return value.replace(".", pen.words.messages["words.decimal_mark"]) if field["kind"] == "decimal" else str(value)


def _option(pen: Pen, field: Mapping[str, Any], value: str) -> str:
    tables = {"requirements": pen.norm["requirements"], "themes": pen.norm["scheme"]["themes"]}
    if "options_from" in field:
        return pen.words.text(tables[field["options_from"]][value]["title"])
    return next(pen.words.text(option["title"]) for option in field["options"] if option["id"] == value)


def score_in_words(pen: Pen, score: str | None) -> str:
    """Put a step of the scale into words, or say that there is none yet."""
    if score is None:
        return pen.words.spell("view.requirements.no_score")
    title = next(pen.words.text(step["title"]) for step in pen.norm["scoring"]["scale"] if step["id"] == score)
    return pen.words.spell("view.requirements.score", {"id": score, "title": title})


def figure_in_words(pen: Pen, field: Mapping[str, Any], value: Any) -> str:
    """Put a figure of the calculator into words."""
    if field["kind"] == "money":
        return pen.words.money(value * _CENTS)
    if field["kind"] == "percent":
        return pen.words.value({"amount": value, "unit": "percent"})
    return answer_in_words(pen, field, value)
