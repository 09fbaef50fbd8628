"""Wat als: the scenarios beside today, as a small table with what each supposes."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.nodes import node
from assessment.case import Record
from assessment.side_by_side import tell_scenarios
from assessment.view.builder import Pen

__all__ = ["what_if_section"]


def what_if_section(pen: Pen, report: Record, answers: Mapping[str, Any]) -> list[Record]:
    """Show what each scenario supposes, and what follows from it; nothing without scenarios."""
    told = tell_scenarios(pen, report, answers)
    if told is None:
        return []
    nodes = [_scenario(pen, number, scenario) for number, scenario in enumerate(told["scenarios"], 1)]
    spell = pen.words.spell
    return [
        node(
            "what-if", spell("view.what_if.title"), spell("view.what_if.text"), table=_table(told["table"]), nodes=nodes
        )
    ]


def _scenario(pen: Pen, number: int, scenario: Record) -> Record:
    facts = [
        {"label": row["label"], "text": pen.words.spell("folder.what_if.change", row)}
        for group in scenario["changes"]
        for row in group["rows"]
    ]
    text = "" if facts else pen.words.spell("folder.what_if.none")
    return node(f"scenario-{number}", scenario["title"], text, facts=facts)


def _table(table: Record) -> Record:
    """Turn the comparison into a small table of texts: what differs, with each difference said in its cell."""
    shown = [row for group in table["groups"] for row in group["rows"] if not row["same"]]
    rows = [[row["label"], *(_cell(cell) for cell in row["cells"])] for row in shown]
    return {"caption": table["caption"], "columns": [table["corner"], *table["columns"]], "rows": rows, "total": None}


def _cell(cell: Record) -> str:
    return f"{cell['text']} ({cell['change']})" if cell["change"] else cell["text"]
