"""Which questions need no answer: what hangs on them is not asked of this candidate."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record
from assessment.rules.scope import MAY_BE_AUDITED

__all__ = ["unneeded_questions"]


def unneeded_questions(norm: Mapping[str, Any], requirements: list[Record], documents: list[Record]) -> list[str]:
    """Name each question that needs no answer, as `checks.ID`, `scan.ID` or `documents.ID`.

    Args:
        norm: The checked norm.
        requirements: The report's requirements.
        documents: Its documents.
    """
    needed = {entry["id"] for entry in documents}
    unneeded = [name for entry in requirements for name in _unneeded(entry)]
    return [*unneeded, *(f"documents.{name}" for name in norm["documents"] if name not in needed)]


def _unneeded(requirement: Record) -> Iterator[str]:
    looked_at = requirement["scope"] in MAY_BE_AUDITED
    for check in requirement["checks"]:
        if not looked_at or check["state"] == "not_asked":
            yield f"checks.{check['id']}"
    if not looked_at:
        yield f"scan.{requirement['id']}"
