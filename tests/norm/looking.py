"""What the tests of worked examples and of first-hand cases share: all of them, and a place in a report by its path."""

from typing import Any

from guide.disk_cache import Cache
from guide.loader import load_norm
from tests.assessment.cases import Record
from tests.norms import REAL_NORM

__all__ = ["collected", "look_up"]


def collected(part: str) -> Record:
    """A part of the norm while tests are collected; a norm with faults has none, which other tests tell."""
    norm = load_norm(REAL_NORM, Cache()).norm
    return norm[part] if norm else {}


def look_up(document: Any, path: str) -> Any:
    """Follow a dotted path; a step into a list names the id of one of its entries."""
    for step in path.split("."):
        if isinstance(document, list):
            document = next(entry for entry in document if entry["id"] == step)
        else:
            document = document[step]
    return document
