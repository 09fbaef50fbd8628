"""De notities: what the candidate wrote for later, beside points and documents. Nobody else sees them."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.audit_folder.nodes import node, table
from assessment.case import Record
from assessment.view.builder import ViewBuilder

__all__ = ["notes_section"]

_SHARES = {"about": 36, "note": 64}
_MARKS = ("flagged", "review")


def notes_section(builder: ViewBuilder, answers: Mapping[str, Any]) -> Record | None:
    """Show each note beside what it is about; nothing where there is none."""
    rows = [row for part in ("checks", "documents") for row in _rows(builder, answers.get(part, {}))]
    if not rows:
        return None
    title, text = (builder.message(f"folder.notes.{part}") for part in ("title", "text"))
    columns = {builder.message(f"folder.notes.{column}"): share for column, share in _SHARES.items()}
    return node("notes", title, text, table=table("", columns, rows))


def _rows(builder: ViewBuilder, given: Mapping[str, Any]) -> Iterator[list[str]]:
    for name, answer in given.items():
        noted = list(_noted(builder, answer))
        if noted:
            yield [builder.title(name), "\n".join(noted)]


def _noted(builder: ViewBuilder, answer: Mapping[str, Any]) -> Iterator[str]:
    if answer.get("note"):
        yield answer["note"]
    if answer.get("present"):
        yield builder.message("folder.notes.present", answer)
    if "not_applicable" in answer:
        yield builder.message("folder.notes.reason", answer["not_applicable"])
    for mark in _MARKS:
        if answer.get(mark):
            yield builder.message(f"folder.notes.{mark}")
