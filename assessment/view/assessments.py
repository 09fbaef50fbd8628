"""Whole assessments side by side: what follows from each, and what was answered differently."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.case import Record
from assessment.comparison import compare
from assessment.report import assess
from assessment.view.comparison import comparison_table
from assessment.view.differing import differing_answers
from assessment.view.lines import Pen

__all__ = ["compared_assessments"]


def compared_assessments(pen: Pen, assessments: Sequence[Mapping[str, Any]], on: date) -> Record:
    """Compare answers that were parsed before.

    Args:
        pen: Writes in the language that is wanted.
        assessments: Two to four answers documents, the one that the others are held against first.
        on: The date that all of them are judged for.

    Returns:
        `table` (the comparison in words) and `differing` (the answers that differ between the first two).
    """
    names = [answers.get("title", "").strip() or pen.words.spell("view.untitled") for answers in assessments]
    reports = [assess(pen.norm, answers, on) for answers in assessments]
    return {
        "table": comparison_table(pen, compare(reports), names),
        "differing": differing_answers(pen, *assessments[:2]),
    }
