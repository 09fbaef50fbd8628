"""Tables for a spreadsheet: the documents to gather, and the plan of what to do first."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.view import actions, documents
from assessment.view.builder import ViewBuilder

__all__ = ["sheets"]

_DOCUMENTS = ("ready", "document", "state", "needed", "where", "owner", "note", "why", "contents", "remedy", "standing")
_ACTIONS = ("rank", "action", "kind", "reason", "remedy", "standing")


def sheets(builder: ViewBuilder, report: Record, answers: Mapping[str, Any], empty: str | None) -> Record:
    """Make both tables; one without rows says so, and so does one that rests on no answer."""
    listed = documents.documents_section(builder, report)["lines"]
    ranked = [line for line in actions.actions_section(builder, report)["lines"] if "group" in line]
    entries = {entry["id"]: entry for entry in report["documents"]}
    needed = [_document(builder, line, entries[line["id"]], answers) for line in listed]
    return {
        "documents": _sheet(builder, "documents", _DOCUMENTS, needed, empty),
        "actions": _sheet(
            builder, "actions", _ACTIONS, [_action(builder, *each) for each in enumerate(ranked, 1)], empty
        ),
    }


def _sheet(
    builder: ViewBuilder, name: str, columns: Sequence[str], rows: Sequence[list[str]], empty: str | None
) -> Record:
    none = [] if rows else [builder.message(f"folder.sheet.{name}.none")]
    sentences = [[sentence] + [""] * (len(columns) - 1) for sentence in (empty, *none) if sentence]
    notice = [[builder.message("folder.unverified")] + [""] * (len(columns) - 1)]
    return {
        "columns": [builder.message(f"folder.sheet.{name}.{column}") for column in columns],
        "rows": [*sentences, *rows, *notice],
    }


def _document(builder: ViewBuilder, line: Record, entry: Record, answers: Mapping[str, Any]) -> list[str]:
    element = builder.norm["documents"][line["id"]]
    yes, no = builder.message("view.trace.yes"), builder.message("view.trace.no")
    return [
        yes if entry["state"] == "ready" else no,
        line["title"],
        line["state_label"],
        yes if entry["needed"] else builder.message("folder.sheet.maybe"),
        *(answers.get("documents", {}).get(line["id"], {}).get(part, "") for part in ("place", "owner", "note")),
        builder.text(element["why"]),
        " ".join(builder.text(each["text"]) for each in element.get("contents", [])),
        builder.text(element["remedy"]),
        line["standing_label"] or builder.message("view.standing.official"),
    ]


def _action(builder: ViewBuilder, rank: int, line: Record) -> list[str]:
    remedies = [detail["text"] for detail in line["details"] if detail["label"] == builder.message("view.remedy")]
    return [
        str(rank),
        line["title"],
        line["state_label"],
        line["text"],
        " ".join(remedies),
        line["standing_label"] or "",
    ]
