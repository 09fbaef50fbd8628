"""Wat als: the scenarios beside today, as a small table with what each supposes."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.nodes import node
from assessment.case import Record
from assessment.side_by_side import compare_scenarios
from assessment.view.builder import ViewBuilder

__all__ = ["what_if_section"]


def what_if_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> list[Record]:
    """Show what each scenario supposes, and what follows from it; nothing without scenarios."""
    compared = compare_scenarios(builder, report, answers)
    if compared is None:
        return []
    nodes = [_scenario(builder, number, scenario) for number, scenario in enumerate(compared["scenarios"], 1)]
    message = builder.message
    return [
        node(
            "what-if",
            message("view.what_if.title"),
            message("view.what_if.text"),
            table=_table(compared["table"]),
            nodes=nodes,
        )
    ]


def _scenario(builder: ViewBuilder, number: int, scenario: Record) -> Record:
    facts = [_changed(builder, row) for group in scenario["changes"] for row in group["rows"]]
    text = "" if facts else builder.message("folder.what_if.none")
    return node(f"scenario-{number}", scenario["title"], text, facts=facts)


def _changed(builder: ViewBuilder, row: Record) -> Record:
    first, other = row["cells"]
    return {"label": row["label"], "text": builder.message("folder.what_if.change", {"first": first, "other": other})}


def _table(table: Record) -> Record:
    """Turn the comparison into a small table of texts: what differs, with each difference said in its cell."""
    shown = [row for group in table["groups"] for row in group["rows"] if not row["same"]]
    rows = [[row["label"], *(_cell(cell) for cell in row["cells"])] for row in shown]
    columns = [table["corner"], *table["columns"]]
    none = {"shares": None, "ticked": None, "total": None}
    return {"caption": table["caption"], "columns": columns, "rows": rows, **none}


def _cell(cell: Record) -> str:
    return f"{cell['text']} ({cell['change']})" if cell["change"] else cell["text"]
