"""What the answers fill in: the text of a field, the values that a column may take; and what the files are called."""

import re
from collections.abc import Mapping
from typing import Any

from assessment.case import Case
from assessment.fields import options_of
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["column_options", "file_name", "filled_in"]

_NAME = "title"
"""What is no question of the profile: what the candidate calls the assessment, which is mostly the enterprise."""


def filled_in(builder: ViewBuilder, case: Case, field: Mapping[str, Any]) -> str:
    """Return what a field holds already; nothing where the candidate has not said it."""
    name = field.get("filled_from", "")
    if name == _NAME:
        return str(case.answers.get("title", "")).strip()
    value = case.facts.get(name)
    return answer_in_words(builder, builder.norm["profile"]["fields"][name], value) if value else ""


def column_options(builder: ViewBuilder, case: Case, column: Mapping[str, Any]) -> list[str]:
    """Return the only values that a column takes; none where it takes any. What was chosen leaves no other choice."""
    if "options_of" not in column:
        return [builder.text(each) for each in column.get("options", [])]
    known = options_of(builder.norm["profile"]["fields"][column["options_of"]], builder.norm)
    chosen = case.facts.get(column["options_of"]) or []
    return [builder.text(each["title"]) for each in known if not chosen or each["id"] in chosen]


def file_name(builder: ViewBuilder, template: Mapping[str, Any]) -> str:
    """Return what the files of a template are called, without an ending."""
    words = re.findall(r"\w+", builder.text(template["title"]).lower())
    return builder.message("templates.file", {"name": "-".join(words)})
