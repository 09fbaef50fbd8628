"""Het plan: the tasks in their groups, to tick off, each with who sees to it and by when as far as that is known."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from assessment.audit_folder.nodes import node, table
from assessment.case import Record
from assessment.view.actions import reason_line
from assessment.view.builder import ViewBuilder
from assessment.view.lanes import lane_of
from assessment.view.urgent_task import urgent_task

__all__ = ["tasks_section"]

_SHARES = {"what": 64, "who": 16, "by": 20}
_SHOWN_TO_AUDITOR = ("raise", "refine", "document")


def tasks_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show a table for each group of tasks, in the order of the rules."""
    visit = _visit(builder, report)
    groups = _rows(builder, report, visit, answers)
    text = "folder.tasks.text" if visit else "folder.tasks.text_undated"
    intro = builder.message(text) if groups else builder.message("view.actions.none")
    nodes = [_group(builder, name, rows) for name, rows in groups.items()]
    return node("tasks", builder.message("folder.tasks.title"), intro, nodes=nodes)


def _rows(
    builder: ViewBuilder, report: Record, visit: str | None, answers: Mapping[str, Any]
) -> dict[str, list[list[str]]]:
    """Make the rows of each group that has any; what presses comes before all that is ranked."""
    is_audited = report["scope"]["audit_required"] is not False
    urgent = urgent_task(builder, report["timeline"]) if is_audited else ()
    rows = [(line["group"], ["\n".join((line["title"], line["text"])), "", ""]) for line in urgent]
    rows += [(task["group"], _row(builder, task, visit, answers)) for task in report["actions"]["ranked"]]
    return {name: [row for _, row in found] for name, found in groupby(rows, itemgetter(0))}


def _visit(builder: ViewBuilder, report: Record) -> str | None:
    """Say when the auditor comes: the first day on which a bureau acts, if that is still to come."""
    steps = (entry for entry in report["timeline"]["steps"] if entry["state"] != "done")
    found = next((entry for entry in steps if lane_of(builder.norm, entry) == "bureau"), None)
    if found is None or report["scope"]["audit_required"] is False:
        return None
    start = found["start"]
    is_certain = start["earliest"] == start["latest"]
    day = builder.date(start["likely"]) if is_certain else builder.around(start["likely"])
    return builder.message("folder.tasks.before", {"day": day})


def _group(builder: ViewBuilder, name: str, rows: list[list[str]]) -> Record:
    columns = {builder.message(f"folder.tasks.{column}"): share for column, share in _SHARES.items()}
    title = builder.message(f"view.actions.group.{name}")
    return node(f"tasks-{name}", title, table=table("", columns, rows, ticked=[False] * len(rows)))


def _row(builder: ViewBuilder, task: Record, visit: str | None, answers: Mapping[str, Any]) -> list[str]:
    owner = answers.get("documents", {}).get(task["about"], {}).get("owner", "") if task["kind"] == "document" else ""
    by = visit if visit and task["kind"] in _SHOWN_TO_AUDITOR else ""
    return ["\n".join(_what(builder, task)), owner, by]


def _what(builder: ViewBuilder, task: Record) -> Iterator[str]:
    """Say what to do and how; the effort only where the rules know that it is little."""
    main = task["reasons"][0]
    line = reason_line(builder, main)
    yield line["title"]
    remedies = [each["text"] for each in line["details"] if each["label"] == builder.message("view.remedy")]
    yield from remedies or [line["text"]]
    if main.get("quick_win"):
        yield builder.message("folder.tasks.quick")
