"""The practice test's questions, with every figure filled in, for the template of its page."""

from functools import partial
from typing import Any

from markupsafe import Markup

from assessment.validity import state_in_force
from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.quiz_figures import Figures, fill

__all__ = ["quiz"]

# How many questions a short test has, besides all of them.
LENGTHS = (10, 20)
NOTHING: dict[str, str] = {}


def quiz(context: PageContext) -> dict[str, Any]:
    """Return what the template needs: the topics with their questions, and the script's sentences."""
    topics = [_topic(context, topic) for topic in context.norm["quiz"]]
    count = sum(len(topic["questions"]) for topic in topics)
    return {
        "topics": topics,
        "count": count,
        "lengths": [length for length in LENGTHS if length < count],
        "sentences": {key: text for key, text in context.wording.messages.items() if key.startswith("quiz.")},
    }


def _topic(context: PageContext, topic: Element) -> Element:
    groups = {group["id"]: group for group in context.norm["scheme"]["groups"]}
    read = groups.get(topic["read"]) or context.element(topic["read"])
    questions = [_question(context, question) for question in topic["questions"]]
    title = context.wording.text(topic["title"])
    # No element of the norm, so not an anchor that the context knows.
    heading = context.heading(2, title) + Markup(" {{ #quiz-{} }}").format(topic["topic"])
    return {"id": topic["topic"], "title": title, "heading": heading, "read": read["id"], "questions": questions}


def _question(context: PageContext, question: Element) -> Element:
    today = context.norm["checked_on"]
    find = context.index.elements.get
    put = partial(_filled, context, Figures(find, today, question.get("given", {})))
    options = [
        {"text": put(each["text"]), "right": each.get("right", False), "reason": put(each.get("reason", NOTHING))}
        for each in question.get("options", [])
    ]
    return {
        "id": question["id"],
        "kind": question["kind"],
        "text": put(question["text"]),
        "options": options or _truth(context, is_true=question["answer"]),
        "reason": put(question["reason"]),
        "grounds": [_ground(context, name) for name in question["rests_on"]],
    }


def _filled(context: PageContext, figures: Figures, text: dict[str, str]) -> str:
    """Put a text into words, with its figures as they are today."""

    def put(kind: str, name: str) -> str:
        figure = dict(figures.figure(kind, name))
        return context.wording.date(figure["date"]) if "date" in figure else context.wording.value(figure)

    return fill(text.get(context.wording.language, ""), put)


def _truth(context: PageContext, *, is_true: bool) -> list[Element]:
    return [
        {"text": context.wording.message(f"pages.quiz.truth.{name}"), "right": right == is_true, "reason": ""}
        for name, right in (("right", True), ("wrong", False))
    ]


def _ground(context: PageContext, name: str) -> Element:
    """Return an element with what holds of it today: its standing, its sources and since when."""
    element = context.element(name)
    return {"id": name, "state": dict(state_in_force(element, context.norm["checked_on"]) or {})}
