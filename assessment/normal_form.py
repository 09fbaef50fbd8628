"""Normal form of an answers document: one way to write what may be written in several.

Files of earlier versions gave the quick scan one score per requirement. It means that score for both of the norm's
questions.
"""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.rules.scoring import Point

__all__ = ["in_normal_form"]


def in_normal_form(document: Mapping[str, Any]) -> Record:
    """Return a document in normal form; what has not the shape of answers stays, for the parser to tell."""
    normal = dict(document)
    if isinstance(document.get("scan"), dict):
        normal["scan"] = {name: _both(answer) for name, answer in document["scan"].items()}
    return normal


def _both(answer: Any) -> Any:
    return dict.fromkeys(Point._fields, answer) if isinstance(answer, str) else answer
