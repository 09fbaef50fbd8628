"""Normal form of an answers document: one way to write what may be written in several.

Files of earlier versions gave the quick scan one score per requirement. It means that score for both of the norm's
questions. The names of what the candidate does not know stand in order, and none is left that has an answer after all.
"""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.fields import DIMENSIONS, path_of

__all__ = ["answer_at", "in_normal_form"]


def in_normal_form(document: Mapping[str, Any]) -> Record:
    """Return a document in normal form; what has not the shape of answers stays, for the parser to tell."""
    normal = dict(document)
    if isinstance(document.get("scan"), dict):
        normal["scan"] = {name: _both(answer) for name, answer in document["scan"].items()}
    names = normal.pop("unknown", [])
    still = _still_unknown(names, normal) if _are_texts(names) else names
    return normal | {"unknown": still} if still or not _are_texts(names) else normal


def answer_at(document: Any, name: str) -> Any:
    """Return the answer that a name in the form leads to, such as `checks.1.1.conformity`; nothing where none is."""
    for part in path_of(name):
        document = document.get(part) if isinstance(document, Mapping) else None
    return document


def _both(answer: Any) -> Any:
    return dict.fromkeys(DIMENSIONS, answer) if isinstance(answer, str) else answer


def _are_texts(names: Any) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def _still_unknown(names: list[str], document: Record) -> list[str]:
    return sorted({name for name in names if answer_at(document, name) is None})
