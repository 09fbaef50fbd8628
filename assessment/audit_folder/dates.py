"""De data: what is to come, who acts, and when."""

from collections.abc import Iterator

from assessment.audit_folder.nodes import node, table
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.lanes import lane_of
from assessment.view.timeline import timeline_section

__all__ = ["dates_section"]

_SHARES = {"what": 38, "who": 18, "when": 44}


def dates_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the deadlines and then the steps that are not done yet, in one table."""
    section = timeline_section(builder, report)
    rows = list(_rows(builder, report, section["lines"]))
    columns = {builder.message(f"folder.dates.{column}"): share for column, share in _SHARES.items()}
    title = builder.message("folder.dates.title")
    return node("dates", title, section["intro"], table=table("", columns, rows) if rows else None)


def _rows(builder: ViewBuilder, report: Record, lines: list[Record]) -> Iterator[list[str]]:
    timeline = report["timeline"]
    entries = [*timeline["deadlines"], *timeline["steps"], *timeline["contradictions"]]
    for entry, line in zip(entries, lines, strict=True):
        if entry.get("state") != "done":
            yield [line["title"], _who(builder, entry), line["text"]]


def _who(builder: ViewBuilder, entry: Record) -> str:
    if entry["id"] not in builder.norm["procedure"]["steps"]:
        return ""
    return builder.message(f"view.summary.who.{lane_of(builder.norm, entry)}")
