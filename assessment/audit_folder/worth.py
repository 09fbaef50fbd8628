"""Is het de moeite: the calculation, with the candidate's own figures."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.nodes import node, node_of, section_of
from assessment.case import Record
from assessment.view import worth
from assessment.view.answer_text import figure_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["worth_section"]


def worth_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show what was filled in, and what follows from it."""
    section = worth.worth_section(builder, report)
    given = answers.get("worth", {})
    figures = builder.norm["worth"]["fields"].items()
    facts = [
        {"label": builder.text(field["question"]), "text": figure_in_words(builder, field, given[name])}
        for name, field in figures
        if given.get(name) is not None
    ]
    own = [node("worth-own", builder.message("folder.worth.own"), facts=facts)] if facts else []
    return section_of(section, [*own, *(node_of(line) for line in section["lines"])])
