"""What the candidate answered, in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.fields import options_of
from assessment.view.builder import ViewBuilder

__all__ = ["answer_in_words", "figure_in_words", "score_in_words"]

_CENTS = 100


def answer_in_words(builder: ViewBuilder, field: Mapping[str, Any], value: Any) -> str:
    """Put the answer to a question of the profile into words."""
    if isinstance(value, bool):
        return builder.message("view.trace.yes" if value else "view.trace.no")
    if isinstance(value, list):
        return _listed(builder, field, value) if value else builder.message("folder.none_of_these")
    if field["kind"] == "choice":
        return _option(builder, field, value)
    if field["kind"] == "date":
        return builder.date(value)
    return value.replace(".", builder.messages["words.decimal_mark"]) if field["kind"] == "decimal" else str(value)


def _listed(builder: ViewBuilder, field: Mapping[str, Any], chosen: Sequence[str]) -> str:
    """Put what was chosen into words, in the order of the question; what has commas of its own is kept apart."""
    titles = [builder.text(option["title"]) for option in options_of(field, builder.norm) if option["id"] in chosen]
    if any("," in title for title in titles):
        return builder.messages["words.apart"].join(titles)
    return builder.several([*titles[:1], *(_running(title) for title in titles[1:])])


def _running(title: str) -> str:
    """Put a title behind others; a name of capitals keeps them."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title


def _option(builder: ViewBuilder, field: Mapping[str, Any], value: str) -> str:
    return next(builder.text(option["title"]) for option in options_of(field, builder.norm) if option["id"] == value)


def score_in_words(builder: ViewBuilder, score: str | None) -> str:
    """Put a step of the scale into words, or say that there is none yet."""
    if score is None:
        return builder.message("view.requirements.no_score")
    title = next(builder.text(step["title"]) for step in builder.norm["scoring"]["scale"] if step["id"] == score)
    return builder.message("view.requirements.score", {"id": score, "title": title})


def figure_in_words(builder: ViewBuilder, field: Mapping[str, Any], value: Any) -> str:
    """Put a figure of the calculator into words."""
    if field["kind"] == "money":
        return builder.money(value * _CENTS)
    if field["kind"] == "percent":
        return builder.value({"amount": value, "unit": "percent"})
    return answer_in_words(builder, field, value)
