"""Who asks for a document: what its group, its reason and its place on a page hang on."""

from collections.abc import Mapping
from typing import Any

__all__ = ["ASKERS", "asker_of"]

ASKERS = ("official", "bureau", "advised")
"""Who may ask for a document, in the order in which they are told: the authority, a bureau, or only who advises."""


def asker_of(document: Mapping[str, Any]) -> str:
    """Tell who asks for a document: its `asked_by`, or else by its standing; an adviser only where nobody asks."""
    asker: str = document.get("asked_by", document["standing"])
    return asker if asker in ASKERS else "advised"
