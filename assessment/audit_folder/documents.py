"""De documenten: a list to tick off, with what each must hold and where it is kept."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.checks import with_standing
from assessment.audit_folder.nodes import fact, node, node_of, section_of
from assessment.case import Record
from assessment.view import documents
from assessment.view.builder import ViewBuilder

__all__ = ["documents_section"]


def documents_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show each document that is or may be needed, then those that were answered all the same."""
    given = answers.get("documents", {})
    section = documents.documents_section(builder, report)
    needed = [_needed(builder, line, given.get(line["id"], {})) for line in section["lines"]]
    listed = {line["id"] for line in section["lines"]}
    others = [_other(builder, name, answer) for name, answer in given.items() if name not in listed and answer]
    taken = section_of(section, [*needed, *others])
    return taken if taken["nodes"] else taken | {"text": builder.message("folder.documents.none")}


def _needed(builder: ViewBuilder, line: Record, answer: Mapping[str, Any]) -> Record:
    contents = builder.message("view.documents.contents")
    facts = [detail for detail in line["details"] if detail["label"] != contents]
    points = [with_standing(builder, each) for each in builder.norm["documents"][line["id"]].get("contents", [])]
    lists = [{"label": contents, "points": points}] if points else []
    place = answer.get("place") or builder.message("folder.documents.nowhere")
    kept = _kept(builder, {**answer, "place": place})
    told = {**line, "text": _sentence(line["group_label"]), "group_label": None}
    entry = node_of(told, facts=[*kept, *facts], lists=lists, ticked=line["state"] == "ready")
    entry["labels"] += _review(builder, answer)
    return entry


def _sentence(heading: str) -> str:
    return heading if heading.endswith("?") else f"{heading}."


def _other(builder: ViewBuilder, name: str, answer: Mapping[str, Any]) -> Record:
    state = answer.get("state", "unknown")
    return node(
        name,
        builder.title(name),
        builder.message("folder.documents.not_needed"),
        labels=[builder.message(f"view.documents.state.{state}"), *_review(builder, answer)],
        facts=_kept(builder, answer),
        ticked=state == "ready",
    )


def _kept(builder: ViewBuilder, answer: Mapping[str, Any]) -> list[Record]:
    """Show what the candidate wrote beside a document: where it lies, who sees to it, and the notes."""
    labels = {"place": "documents.where", "owner": "documents.owner", "note": "checks.note"}
    return [fact(builder, label, answer[part]) for part, label in labels.items() if answer.get(part)]


def _review(builder: ViewBuilder, answer: Mapping[str, Any]) -> list[str]:
    return [builder.message("folder.checks.review")] if answer.get("review") else []
