"""The folder for the audit (*auditmap*): everything answered and concluded, as one tree of words.

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
from assessment.view.builder import Pen
from assessment.view.cost import cost_section
from assessment.view.timeline import timeline_section
from assessment.wording import Words

__all__ = ["make_folder"]

_FILES = ("paper", "docx", "documents", "actions", "calendar")


def make_folder(report: Record, norm: Mapping[str, Any], answers: Mapping[str, Any], words: Words) -> Record:
    """Put a report and the answers that it rests on into one tree of words.

    Args:
        report: What `assess` returned for these answers.
        norm: The norm that it was made with.
        answers: The answers, as `parse_answers` returned them.
        words: The words of the language to write in.

    Returns:
        `title`, `candidate`, `date`, `unverified`, `page` (how pages are numbered), `notice`, `empty` (the sentence
        that says so, or null), `sections` (trees of nodes), `sheets` (tables), `calendar` and `files` (a name for
        each kind).
    """
    pen = Pen(norm, words.messages, {}, words.language)
    empty = words.spell("folder.empty") if is_empty(answers) else None
    return {
        **_cover(report, answers, words),
        "empty": empty,
        "sections": [*number_sources(pen, _sections(pen, report, answers)), receipt_section(pen, report)],
        "sheets": sheets(pen, report, answers, empty),
        "calendar": calendar(pen, report, answers, empty),
        "files": {kind: words.spell(f"folder.file.{kind}", {"date": report["date"]}) for kind in _FILES},
    }


def _cover(report: Record, answers: Mapping[str, Any], words: Words) -> Record:
    """What stands before the sections, and on every page."""
    return {
        "title": words.spell("folder.title"),
        "candidate": answers.get("title") or None,
        "date": words.spell("folder.date", {"date": report["date"]}),
        "unverified": words.spell("folder.unverified"),
        "page": _page(words),
        "notice": words.spell("view.notice"),
    }


def _sections(pen: Pen, report: Record, answers: Mapping[str, Any]) -> list[Record]:
    """The sections in the order in which an auditor asks for them; those that have nothing to say are not there."""
    appendix = appendix_section(pen, answers)
    return [
        situation_section(pen, answers),
        result_section(pen, report),
        checks_section(pen, report, answers),
        documents_section(pen, report, answers),
        actions_section(pen, report),
        section_of(cost_section(pen, report)),
        section_of(timeline_section(pen, report)),
        worth_section(pen, report, answers),
        *what_if_section(pen, report, answers),
        *([appendix] if appendix else []),
    ]


def _page(words: Words) -> list[Record]:
    """Cut the sentence that numbers a page into texts, each with the number that follows it."""
    pieces = Formatter().parse(words.messages["folder.page"])
    return [{"text": text, "field": field} for text, field, _, _ in pieces]
