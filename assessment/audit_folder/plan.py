"""Het werkplan: for the candidate alone, what is left to do, when, and what it costs."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.appendix import appendix_section
from assessment.audit_folder.cover import paper
from assessment.audit_folder.dates import dates_section
from assessment.audit_folder.grounds import grounds_section
from assessment.audit_folder.nodes import section_of
from assessment.audit_folder.notes import notes_section
from assessment.audit_folder.tasks import tasks_section
from assessment.audit_folder.what_if import what_if_section
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.cost import cost_section
from assessment.view.outcome import notice
from assessment.view.summary_section import summary_section

__all__ = ["plan_paper"]


def plan_paper(builder: ViewBuilder, report: Record, answers: Mapping[str, Any], *, with_grounds: bool) -> Record:
    """Put the summary on the first page, then the plan, and what all rests on where that is asked for."""
    parts = [
        section_of(summary_section(builder, report)),
        tasks_section(builder, report, answers) | {"new_page": True},
        dates_section(builder, report),
        section_of(cost_section(builder, report), []),
        notes_section(builder, answers),
        *what_if_section(builder, report, answers),
        appendix_section(builder, answers),
        grounds_section(builder, report, answers) if with_grounds else None,
    ]
    sections = [section for section in parts if section is not None]
    made = {"answers_sha256": report["answers_sha256"], "grounds": with_grounds}
    return paper(builder, "plan", report, answers, sections, **made) | {"notice": notice(builder, report)}
