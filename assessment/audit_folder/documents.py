"""De documenten: a list to tick off, with what each must hold and where it is kept."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.checks import with_standing
from assessment.audit_folder.nodes import fact, node, node_of, section_of
from assessment.case import Record
from assessment.view import documents
from assessment.view.builder import Pen

__all__ = ["documents_section"]


def documents_section(pen: Pen, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show each document that is or may be needed, then those that were answered all the same."""
    given = answers.get("documents", {})
    section = documents.documents_section(pen, report)
    needed = [_needed(pen, line, given.get(line["id"], {})) for line in section["lines"]]
    listed = {line["id"] for line in section["lines"]}
    others = [_other(pen, name, answer) for name, answer in given.items() if name not in listed and answer]
    taken = section_of(section, [*needed, *others])
    return taken if taken["nodes"] else taken | {"text": pen.words.spell("folder.documents.none")}


def _needed(pen: Pen, line: Record, answer: Mapping[str, Any]) -> Record:
    contents = pen.words.spell("view.documents.contents")
    facts = [detail for detail in line["details"] if detail["label"] != contents]
    points = [with_standing(pen, each) for each in pen.norm["documents"][line["id"]].get("contents", [])]
    lists = [{"label": contents, "points": points}] if points else []
    where = fact(pen, "documents.where", answer.get("note") or pen.words.spell("folder.documents.nowhere"))
    entry = node_of(line, facts=[where, *facts], lists=lists, ticked=line["state"] == "ready")
    entry["labels"] += _review(pen, answer)
    return entry


def _other(pen: Pen, name: str, answer: Mapping[str, Any]) -> Record:
    state = answer.get("state", "unknown")
    facts = [fact(pen, "documents.where", answer["note"])] if answer.get("note") else []
    return node(
        name,
        pen.words.title(name),
        pen.words.spell("folder.documents.not_needed"),
        labels=[pen.words.spell(f"view.documents.state.{state}"), *_review(pen, answer)],
        facts=facts,
        ticked=state == "ready",
    )


def _review(pen: Pen, answer: Mapping[str, Any]) -> list[str]:
    return [pen.words.spell("folder.checks.review")] if answer.get("review") else []
