"""Whether the candidate answered anything, and how the folder labels it."""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.view.lines import Pen

__all__ = ["fact", "is_empty"]


def is_empty(answers: Mapping[str, Any]) -> bool:
    """Tell whether nothing at all was answered."""
    return not any(_has_leaf(answers.get(part)) for part in ("profile", "scan", "checks", "documents", "worth"))


def _has_leaf(value: Any) -> bool:
    return any(_has_leaf(inner) for inner in value.values()) if isinstance(value, dict) else value is not None


def fact(pen: Pen, label: str, text: str) -> Record:
    """Make a labelled text; the label is a message of the folder."""
    return {"label": pen.words.spell(f"folder.{label}"), "text": text}
