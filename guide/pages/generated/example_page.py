"""The page of one worked example: its story, what was answered, and all that the rules make of it."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from guide.pages.generated.assessed import answers_of_example, assess_for_page
from guide.pages.generated.quotes import Quoting
from guide.pages.generated.share_link import fragment_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["example_whole"]

# Sections of the result that are read first; the others are longer, and wait in folds.
_AT_ONCE = ("outcome", "warnings", "requirements", "actions")


def example_whole(context: PageContext, example: Element) -> Markup:
    """Show a worked example whole, with the result worked out for its own day."""
    answers = answers_of_example(context.norm, example)
    assessed = assess_for_page(context, answers, example["date"])
    return context.render(
        "example.md",
        example=example,
        on=example["date"],
        situation=assessed.situation,
        points=_points(context, answers),
        view=assessed.view,
        at_once=_AT_ONCE,
        teaches=[Quoting(context).quote(each) for each in example["teaches"]],
        link=fragment_of(answers),
    )


def _points(context: PageContext, answers: Mapping[str, Any]) -> list[Element]:
    """Return the check points that were answered, each with its scores and with what was noted beside it."""
    return [
        {"id": name, "title": context.element(name)["title"], "note": answer.get("note", ""), **_scores(answer)}
        for name, answer in answers.get("checks", {}).items()
    ]


def _scores(answer: Mapping[str, str]) -> dict[str, str]:
    return {dimension: answer.get(dimension, "") for dimension in ("conformity", "demonstrability")}
