"""Is het de moeite: the calculation, with the candidate's own figures."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.nodes import node, node_of, section_of
from assessment.case import Record
from assessment.view import worth
from assessment.view.answer_text import figure_in_words
from assessment.view.builder import Pen

__all__ = ["worth_section"]


def worth_section(pen: Pen, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show what was filled in, and what follows from it."""
    section = worth.worth_section(pen, report)
    given = answers.get("worth", {})
    figures = pen.norm["worth"]["fields"].items()
    facts = [
        {"label": pen.words.text(field["question"]), "text": figure_in_words(pen, field, given[name])}
        for name, field in figures
        if given.get(name) is not None
    ]
    own = [node("worth-own", pen.words.spell("folder.worth.own"), facts=facts)] if facts else []
    return section_of(section, [*own, *(node_of(line) for line in section["lines"])])
