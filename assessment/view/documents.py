"""Documenten: what must lie ready, why, and how far it is."""

from assessment.case import Record, key_of
from assessment.view.builder import Pen

__all__ = ["documents_section"]

_TONES = {"ready": "good", "in_progress": "attention", "missing": "bad", "unknown": "neutral"}


def documents_section(pen: Pen, report: Record) -> Record:
    """Show each document that is or may be needed."""
    return pen.section("documents", [pen.recall(_line, entry, about=entry["id"]) for entry in report["documents"]])


def _line(pen: Pen, entry: Record) -> Record:
    document = pen.norm["documents"][entry["id"]]
    details = [
        pen.detail("view.why", pen.words.text(document["why"])),
        pen.detail("view.documents.proves", pen.words.several(entry["proves"])),
    ]
    contents = [pen.words.text(statement["text"]) for statement in document.get("contents", [])]
    if contents:
        details.append(pen.detail("view.documents.contents", " ".join(contents)))
    if entry["state"] in {"missing", "in_progress"}:
        details.append(pen.detail("view.remedy", pen.words.text(document["remedy"])))
    details += pen.note(document)
    return pen.line(
        entry["id"],
        pen.words.text(document["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("documents", entry["state"], _TONES[entry["state"]]),
        why=key_of("document", entry["id"]),
        asks=f"documents.{entry['id']}" if entry["state"] != "ready" else None,
        details=details,
    )
