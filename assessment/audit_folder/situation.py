"""Uw situatie: each answered question with its answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.audit_folder.nodes import node
from assessment.case import Case, Record
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import Pen

__all__ = ["situation_section"]


def situation_section(pen: Pen, answers: Mapping[str, Any]) -> Record:
    """Show the answers about the situation, by the groups in which they were asked."""
    facts = Case.of(pen.norm, answers, date.min).facts
    groups = [_group(pen, group, facts) for group in pen.norm["profile"]["groups"]]
    shown = [group for group in groups if group["facts"]]
    text = "" if shown else pen.words.spell("folder.situation.none")
    return node("situation", pen.words.spell("folder.situation.title"), text, nodes=shown)


def _group(pen: Pen, group: Mapping[str, Any], facts: Mapping[str, Any]) -> Record:
    fields = pen.norm["profile"]["fields"].items()
    told = [
        {"label": pen.words.text(field["question"]), "text": answer_in_words(pen, field, facts[name])}
        for name, field in fields
        if field["group"] == group["id"] and facts.get(name) is not None
    ]
    return node(group["id"], pen.words.text(group["title"]), facts=told)
