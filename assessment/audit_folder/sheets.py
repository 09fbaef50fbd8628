"""Tables for a spreadsheet: the documents to gather, and the plan of what to do first."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.view import actions, documents
from assessment.view.builder import Pen

__all__ = ["sheets"]

_DOCUMENTS = ("ready", "document", "state", "needed", "where", "why", "contents", "remedy", "standing")
_ACTIONS = ("rank", "about", "action", "kind", "reason", "remedy", "standing")


def sheets(pen: Pen, report: Record, answers: Mapping[str, Any], empty: str | None) -> Record:
    """Make both tables; one without rows says so, and so does one that rests on no answer."""
    listed = documents.documents_section(pen, report)["lines"]
    ranked = actions.actions_section(pen, report)["lines"][: len(report["actions"]["ranked"])]
    needed = [_document(pen, line, entry, answers) for line, entry in zip(listed, report["documents"], strict=True)]
    return {
        "documents": _sheet(pen, "documents", _DOCUMENTS, needed, empty),
        "actions": _sheet(pen, "actions", _ACTIONS, [_action(pen, *each) for each in enumerate(ranked, 1)], empty),
    }


def _sheet(pen: Pen, name: str, columns: Sequence[str], rows: Sequence[list[str]], empty: str | None) -> Record:
    none = [] if rows else [pen.words.spell(f"folder.sheet.{name}.none")]
    said = [[sentence] + [""] * (len(columns) - 1) for sentence in (empty, *none) if sentence]
    notice = [[pen.words.spell("folder.unverified")] + [""] * (len(columns) - 1)]
    return {
        "columns": [pen.words.spell(f"folder.sheet.{name}.{column}") for column in columns],
        "rows": [*said, *rows, *notice],
    }


def _document(pen: Pen, line: Record, entry: Record, answers: Mapping[str, Any]) -> list[str]:
    element = pen.norm["documents"][line["id"]]
    yes, no = pen.words.spell("view.trace.yes"), pen.words.spell("view.trace.no")
    return [
        yes if entry["state"] == "ready" else no,
        line["title"],
        line["state_label"],
        yes if entry["needed"] else pen.words.spell("folder.sheet.maybe"),
        answers.get("documents", {}).get(line["id"], {}).get("note", ""),
        pen.words.text(element["why"]),
        " ".join(pen.words.text(each["text"]) for each in element.get("contents", [])),
        pen.words.text(element["remedy"]),
        line["standing_label"],
    ]


def _action(pen: Pen, rank: int, line: Record) -> list[str]:
    remedies = [detail["text"] for detail in line["details"] if detail["label"] == pen.words.spell("view.remedy")]
    return [
        str(rank),
        line["id"] or "",
        line["title"],
        line["state_label"],
        line["text"],
        " ".join(remedies),
        line["standing_label"] or "",
    ]
