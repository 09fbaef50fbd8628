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
    """Put the index of documents before a page for each requirement that the auditor looks at."""
    written = answers.get("requirements", {})
    names = [name for name in builder.norm["requirements"] if _has_page(name, report, written)]
    filed = filed_documents(builder, report, answers)
    pages = [_requirement(builder, name, written.get(name, {}), filed) for name in names]
    made = paper(builder, "auditor", report, answers, [index_section(builder, names, filed), *pages])
    contents = builder.message("folder.auditor.contents")
    return made | {"about": about_candidate(builder, answers), "contents": contents}


def _has_page(name: str, report: Record, written: Mapping[str, Any]) -> bool:
    """Tell whether the auditor looks at a requirement, or may; what was written about one is never left out."""
    return name in audited_in(report["scope"]) or any(_own(written.get(name, {}), part) for part in _PARTS)


def _requirement(builder: ViewBuilder, name: str, written: Mapping[str, Any], filed: list[Filed]) -> Record:
    belonging = [builder.message("folder.index.entry", each._asdict()) for each in filed if name in each.requirements]
    label = builder.message("folder.index.belongs")
    return node(
        name,
        builder.title(name),
        lists=[{"label": label, "points": belonging}] if belonging else [],
        nodes=[_part(builder, name, part, written) for part in _PARTS],
        new_page=True,
    )


def _part(builder: ViewBuilder, name: str, part: str, written: Mapping[str, Any]) -> Record:
    text = _own(written, part) or builder.message("folder.requirements.unwritten")
    return node(f"{name}-{part}", builder.message(f"folder.requirements.{part}"), text)


def _own(written: Mapping[str, Any], part: str) -> str:
    return str(written.get(part, "")).strip()
