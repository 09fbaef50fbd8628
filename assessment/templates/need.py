"""Whether a candidate has a use for a template: whether one of its documents is needed, or will be once registered."""

from collections.abc import Mapping
from typing import Any

from assessment.case import Case

__all__ = ["is_needed", "parts_of"]


def is_needed(case: Case, template: Mapping[str, Any]) -> bool:
    """Tell whether one of its documents is needed, or may be for all that is known."""
    return any(_document_holds(case, case.norm["documents"][name]) for name in template["documents"])


def parts_of(case: Case, template: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the parts that are about this candidate, or may be."""
    return [section for section in template["sections"] if case.applies(section) is not False]


def _document_holds(case: Case, document: Mapping[str, Any]) -> bool:
    if not case.in_force(document):
        return False
    keys = [key for key in ("needed_when", "later_when") if key in document]
    return any(case.holds(document[key]) is not False for key in keys)
