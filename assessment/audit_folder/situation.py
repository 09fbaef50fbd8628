"""Uw situatie: each answered question with its answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.audit_folder.nodes import node
from assessment.case import Case, Record
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["situation_section"]


def situation_section(builder: ViewBuilder, answers: Mapping[str, Any]) -> Record:
    """Show the answers about the situation, by the groups in which they were asked."""
    facts = Case.of(builder.norm, answers, date.min).facts
    groups = [_group(builder, group, facts) for group in builder.norm["profile"]["groups"]]
    shown = [group for group in groups if group["facts"]]
    text = "" if shown else builder.message("folder.situation.none")
    return node("situation", builder.message("folder.situation.title"), text, nodes=shown)


def _group(builder: ViewBuilder, group: Mapping[str, Any], facts: Mapping[str, Any]) -> Record:
    fields = builder.norm["profile"]["fields"].items()
    answered = [
        {"label": builder.text(field["question"]), "text": answer_in_words(builder, field, facts[name])}
        for name, field in fields
        if field["group"] == group["id"] and facts.get(name) is not None
    ]
    return node(group["id"], builder.text(group["title"]), facts=answered)
