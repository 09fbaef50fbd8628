"""The folder for the audit (*auditmap*): everything answered and concluded, as one document tree of words.

Paper, DOCX, CSV and calendar are all made from this tree, so that they cannot say different things. It holds plain
text only, never markup.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from assessment.answers import is_empty
from assessment.audit_folder.appendix import appendix_section
from assessment.audit_folder.calendar import calendar
from assessment.audit_folder.checks import checks_section
from assessment.audit_folder.documents import documents_section
from assessment.audit_folder.nodes import section_of
from assessment.audit_folder.receipt import receipt_section
from assessment.audit_folder.result import actions_section, result_section
from assessment.audit_folder.sheets import sheets
from assessment.audit_folder.situation import situation_section
from assessment.audit_folder.sources import number_sources
from assessment.audit_folder.what_if import what_if_section
from assessment.audit_folder.worth import worth_section
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.cost import cost_section
from assessment.view.outcome import notice
from assessment.view.summary_section import summary_section
from assessment.view.timeline import timeline_section
from assessment.wording import Wording

__all__ = ["make_folder"]

_FILES = ("paper", "docx", "documents", "actions", "calendar")


def make_folder(report: Record, norm: Mapping[str, Any], answers: Mapping[str, Any], wording: Wording) -> Record:
    """Put a report and the answers that it rests on into one tree of words.

    Args:
        report: What `assess` returned for these answers.
        norm: The norm that it was made with.
        answers: The answers, as `parse_answers` returned them.
        wording: The words of the language to write in.

    Returns:
        `title`, `candidate`, `date`, `unverified`, `page` (how pages are numbered), `notice`, `empty` (the sentence
        that says so, or null), `sections` (trees of nodes), `sheets` (tables), `calendar` and `files` (a name for
        each kind).
    """
    builder = ViewBuilder(norm, wording.messages, {}, wording.language)
    empty = wording.message("folder.empty") if is_empty(answers) else None
    return {
        **_cover(report, answers, wording),
        "empty": empty,
        "sections": [*number_sources(builder, _sections(builder, report, answers)), receipt_section(builder, report)],
        "sheets": sheets(builder, report, answers, empty),
        "calendar": calendar(builder, report, answers, empty),
        "files": {kind: wording.message(f"folder.file.{kind}", {"date": report["date"]}) for kind in _FILES},
    }


def _cover(report: Record, answers: Mapping[str, Any], wording: Wording) -> Record:
    """What stands before the sections, and on every page."""
    return {
        "title": wording.message("folder.title"),
        "candidate": answers.get("title") or None,
        "date": wording.message("folder.date", {"date": report["date"]}),
        "unverified": wording.message("folder.unverified"),
        "page": _page(wording),
        "notice": notice(wording, report),
    }


def _sections(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> list[Record]:
    """The summary, then the sections in the order in which an auditor asks for them, without those that say nothing."""
    made = [
        section_of(summary_section(builder, report)),
        situation_section(builder, answers),
        result_section(builder, report),
        checks_section(builder, report, answers),
        documents_section(builder, report, answers),
        actions_section(builder, report),
        section_of(cost_section(builder, report)),
        section_of(timeline_section(builder, report)),
        worth_section(builder, report, answers),
        *what_if_section(builder, report, answers),
        appendix_section(builder, answers),
    ]
    return [section for section in made if section is not None]


def _page(wording: Wording) -> list[Record]:
    """Cut the sentence that numbers a page into texts, each with the number that follows it."""
    pieces = Formatter().parse(wording.messages["folder.page"])
    return [{"text": text, "field": field} for text, field, _, _ in pieces]
