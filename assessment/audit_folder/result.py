"""Het resultaat with its reasons, and what to do first."""

from assessment.audit_folder.nodes import node, node_of, section_of
from assessment.case import Record
from assessment.view import actions, eligibility, outcome, readiness, scope, warnings
from assessment.view.builder import ViewBuilder

__all__ = ["actions_section", "result_section"]

_SECTIONS = (
    outcome.outcome_section,
    warnings.warnings_section,
    eligibility.eligibility_section,
    scope.scope_section,
    readiness.readiness_section,
)


def result_section(builder: ViewBuilder, report: Record) -> Record:
    """Show what is left to do in one sentence, then what our model makes of it and what it rests on."""
    text = " ".join([outcome.headline(builder, report), *outcome.remarks(builder, report)])
    made = (section(builder, report) for section in _SECTIONS)
    parts = [section_of(section) for section in made if section is not None]
    return node("result", builder.message("folder.result.title"), text, nodes=parts)


def actions_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the ranked actions with their rank, then the shortest ways to a positive outcome."""
    section = actions.actions_section(builder, report)
    nodes = [node_of(line) for line in section["lines"]]
    tasks = (entry for entry, line in zip(nodes, section["lines"], strict=True) if "group" in line)
    for rank, entry in enumerate(tasks, start=1):
        entry["title"] = builder.message("folder.actions.rank", {"rank": str(rank), "title": entry["title"]})
    return section_of(section, nodes)
