"""What the rules say of a worked example, put into words while the pages are made."""

from datetime import date
from typing import Any

from assessment import assess
from assessment.normal_form import in_normal_form
from assessment.view import build_view
from assessment.view.builder import ViewBuilder
from guide.pages.model import Element, Norm
from guide.pages.page_context import PageContext

__all__ = ["answers_of_example", "view_of_example"]

_Record = dict[str, Any]


def view_of_example(context: PageContext, example: Element) -> _Record:
    """Let the rules judge an example on its day, and put into words what they say.

    A link in it names an element, as everywhere while pages are written.
    """
    links = {each: f"element:{each}" for each in context.index.shown()}
    builder = ViewBuilder(context.norm, context.wording.messages, links, context.wording.language)
    answers = answers_of_example(context.norm, example)
    return build_view(builder, assess(context.norm, answers, date.fromisoformat(example["date"])))


def answers_of_example(norm: Norm, example: Element) -> _Record:
    """Return the answers of a worked example, which name the norm, so that they come along when it changes."""
    return {**in_normal_form(example["answers"]), "norm": {"id": norm["id"], "version": norm["version"]}}
