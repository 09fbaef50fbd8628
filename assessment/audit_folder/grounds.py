"""De bijlage van het werkplan: all answers, every conclusion with its reason, the calculations and the sources."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.checks import checks_section
from assessment.audit_folder.documents import documents_section
from assessment.audit_folder.nodes import node, section_of
from assessment.audit_folder.receipt import receipt_section
from assessment.audit_folder.result import actions_section, result_section
from assessment.audit_folder.situation import situation_section
from assessment.audit_folder.sources import number_sources
from assessment.audit_folder.worth import worth_section
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.cost import cost_section
from assessment.view.timeline import timeline_section

__all__ = ["grounds_section"]


def grounds_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show what the plan rests on, with each source by its number."""
    sections = [
        situation_section(builder, answers),
        result_section(builder, report),
        checks_section(builder, report, answers),
        documents_section(builder, report, answers),
        actions_section(builder, report),
        section_of(cost_section(builder, report)),
        section_of(timeline_section(builder, report)),
        worth_section(builder, report, answers),
    ]
    nodes = [*number_sources(builder, sections), receipt_section(builder, report)]
    title, text = (builder.message(f"folder.grounds.{part}") for part in ("title", "text"))
    return node("grounds", title, text, nodes=nodes, new_page=True)
