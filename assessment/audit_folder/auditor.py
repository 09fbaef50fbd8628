"""De auditmap: what a candidate lays before the auditor, and nothing else.

How candidates judge themselves is none of the auditor's business: no score, no result, no estimate, no note and nothing
that is still to be done gets in here. Only what they are, what they wrote for the auditor, and where things lie.
"""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.cover import about_candidate, paper
from assessment.audit_folder.index import Filed, filed_documents, index_section
from assessment.audit_folder.nodes import node
from assessment.case import Record
from assessment.rules.scope import audited_in
from assessment.view.builder import ViewBuilder

__all__ = ["auditor_paper"]

_PARTS = ("works", "shows")


def auditor_paper(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Put the index of documents before each requirement that the candidate wrote about; what is empty is left out."""
    written = answers.get("requirements", {})
    told = [name for name in builder.norm["requirements"] if _parts(builder, name, written.get(name, {}))]
    filed = filed_documents(builder, report, answers)
    parts = [_requirement(builder, name, written[name], filed) for name in told]
    index = index_section(builder, _listed(builder, report, told), filed) | {"new_page": bool(parts)}
    made = paper(builder, "auditor", report, answers, [index, *parts])
    contents = builder.message("folder.auditor.contents") if parts else None
    return made | {"about": about_candidate(builder, answers), "contents": contents}


def _listed(builder: ViewBuilder, report: Record, told: list[str]) -> list[str]:
    """Name the requirements under which documents stand: what the auditor looks at, and what was written about."""
    audited = audited_in(report["scope"])
    return [name for name in builder.norm["requirements"] if name in audited or name in told]


def _requirement(builder: ViewBuilder, name: str, written: Mapping[str, Any], filed: list[Filed]) -> Record:
    belonging = [builder.message("folder.index.entry", each._asdict()) for each in filed if name in each.requirements]
    label = builder.message("folder.index.belongs")
    return node(
        name,
        builder.title(name),
        lists=[{"label": label, "points": belonging}] if belonging else [],
        nodes=_parts(builder, name, written),
    )


def _parts(builder: ViewBuilder, name: str, written: Mapping[str, Any]) -> list[Record]:
    """Show what the candidate wrote about a requirement."""
    told = {part: _own(written, part) for part in _PARTS}
    return [
        node(f"{name}-{part}", builder.message(f"folder.requirements.{part}"), text)
        for part, text in told.items()
        if text
    ]


def _own(written: Mapping[str, Any], part: str) -> str:
    return str(written.get(part, "")).strip()
