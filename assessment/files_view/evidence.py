"""The counts of a list as evidence: which check point each speaks for, and the note that somebody can take along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.wording import Wording

__all__ = ["evidence_notes"]


def evidence_notes(report: Mapping[str, Any], wording: Wording) -> list[dict[str, str]]:
    """Return each count in words, with its check point and what a note there says of it.

    Args:
        report: What was found in a list.
        wording: The words of the norm and the catalogue.
    """
    day = wording.date(report["date"])
    return [
        {
            "check": each["check"],
            "point": wording.display_name(each["check"]),
            "text": each["text"],
            "note": wording.message("files.note_of_count", {"text": each["text"], "date": day}),
        }
        for each in report["evidence"]
    ]
