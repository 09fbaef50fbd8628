"""The report in words: one tree of sections and lines that every product renders as it stands.

The terminal, Markdown, HTML and the browser all show this tree, so that they cannot say different things. It holds
plain text only, never markup.
"""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.view.actions import actions_section
from assessment.view.caution import warnings_section
from assessment.view.cost import cost_section
from assessment.view.documents import documents_section
from assessment.view.eligibility import eligibility_section
from assessment.view.lines import Pen
from assessment.view.outcome import headline, outcome_section, remarks
from assessment.view.readiness import next_questions, readiness_section
from assessment.view.requirements import requirements_section
from assessment.view.scope import scope_section
from assessment.view.timeline import timeline_section
from assessment.view.trace import trace_section
from assessment.view.worth import worth_section

__all__ = ["present"]

_SECTIONS = (
    outcome_section,
    actions_section,
    warnings_section,
    eligibility_section,
    scope_section,
    requirements_section,
    readiness_section,
    documents_section,
    cost_section,
    timeline_section,
    worth_section,
    trace_section,
)


def present(
    report: Record,
    norm: Mapping[str, Any],
    messages: Mapping[str, str],
    links: Mapping[str, str],
    language: str = "nl",
) -> Record:
    """Put a report into words.

    Args:
        report: What `assess` returned.
        norm: The norm that it was made with.
        messages: The message catalogue of the language.
        links: Where the guide shows each element: address by element id. May be empty.
        language: The language of the norm's texts to show.

    Returns:
        `title`, `date`, `headline`, `remarks`, `notice`, `norm`, `sections` and `next` (the questions to answer next).
    """
    pen = Pen(norm, messages, links, language)
    return {
        "title": pen.words.spell("view.title"),
        "date": pen.words.date(report["date"]),
        "headline": headline(pen, report),
        "remarks": remarks(pen, report),
        "notice": pen.words.spell("view.notice"),
        "norm": report["norm"],
        "sections": [section(pen, report) for section in _SECTIONS],
        "next": next_questions(pen, report),
    }
