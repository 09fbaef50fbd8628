"""What a candidate takes along, in words: two papers, two tables and a calendar.

The folder for the auditor (*auditmap*) and the plan for the candidate (*werkplan*) have different readers: see
`auditor.py` and `plan.py`. Print and DOCX are made from the same trees, so that they cannot say different things. These
hold plain text only, never markup.
"""

from collections.abc import Mapping
from typing import Any

from assessment.answers import is_empty
from assessment.audit_folder.auditor import auditor_paper
from assessment.audit_folder.calendar import calendar
from assessment.audit_folder.plan import plan_paper
from assessment.audit_folder.sheets import sheets
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.wording import Wording

__all__ = ["make_folder"]

_FILES = ("documents", "actions", "calendar")


def make_folder(
    report: Record,
    norm: Mapping[str, Any],
    answers: Mapping[str, Any],
    wording: Wording,
    *,
    with_grounds: bool = False,
) -> Record:
    """Put a report and the answers that it rests on into words to take along.

    Args:
        report: What `assess` returned for these answers.
        norm: The norm that it was made with.
        answers: The answers, as `parse_answers` returned them.
        wording: The words of the language to write in.
        with_grounds: Whether the plan has an appendix with all answers, calculations and sources.

    Returns:
        `empty` (the sentence that nothing was answered, or null), `papers` (`auditor` and `plan`, see `cover.paper`),
        `sheets` (tables), `calendar` and `files` (a name for each kind of file that is no paper).
    """
    builder = ViewBuilder(norm, wording.messages, {}, wording.language)
    builder.speak_to(report)
    empty = wording.message("folder.empty") if is_empty(answers) else None
    return {
        "empty": empty,
        "papers": {
            "auditor": auditor_paper(builder, report, answers),
            "plan": plan_paper(builder, report, answers, with_grounds=with_grounds),
        },
        "sheets": sheets(builder, report, answers, empty),
        "calendar": calendar(builder, report, answers, empty),
        "files": {kind: wording.message(f"folder.file.{kind}", {"date": report["date"]}) for kind in _FILES},
    }
