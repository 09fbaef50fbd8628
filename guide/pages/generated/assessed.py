"""What the rules say of answers that stand in the norm itself, worked out while the pages are made."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment import assess
from assessment.audit_folder.situation import situation_section
from assessment.case import Case
from assessment.view import build_view
from assessment.view.builder import ViewBuilder
from guide.pages.model import Element, Norm
from guide.pages.page_context import PageContext

__all__ = ["Assessed", "answers_of_example", "assess_for_page"]

_Record = dict[str, Any]


@dataclass(frozen=True)
class Assessed:
    """What came of it.

    Attributes:
        on: The day that it holds for.
        answers: The answers that it follows from.
        report: The report of the rules.
        view: The report in words; a link in it names an element, as everywhere while pages are written.
        situation: The answers about the situation in words, by groups.
        case: What the rules read: tells whether an element certainly applies.
    """

    on: str
    answers: _Record
    report: _Record
    view: _Record
    situation: list[_Record]
    case: Case


def assess_for_page(context: PageContext, answers: _Record, on: str) -> Assessed:
    """Let the rules judge answers of the norm on a day, and put into words what they say."""
    links = {each: f"element:{each}" for each in context.index.shown()}
    builder = ViewBuilder(context.norm, context.wording.messages, links, context.wording.language)
    day = date.fromisoformat(on)
    report = assess(context.norm, answers, day)
    situation = situation_section(builder, answers)["nodes"]
    return Assessed(on, answers, report, build_view(builder, report), situation, Case.of(context.norm, answers, day))


def answers_of_example(norm: Norm, example: Element) -> _Record:
    """Return the answers of a worked example."""
    return _document(norm, example["answers"])


def _document(norm: Norm, answers: _Record) -> _Record:
    """Name the norm that the answers are given to, so that they come along when it changes."""
    return {**answers, "norm": {"id": norm["id"], "version": norm["version"]}}
