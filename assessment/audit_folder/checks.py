"""De aandachtspunten: every point with its two scores, its note, its evidence and who must be there."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.audit_folder.nodes import fact, node_of, section_of
from assessment.case import Record
from assessment.rules.scoring import Point
from assessment.view.answer_text import score_in_words
from assessment.view.builder import ViewBuilder
from assessment.view.requirements import requirements_section, why_tip

__all__ = ["checks_section", "with_standing"]


def checks_section(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show how each requirement stands, and under it every check point."""
    section = requirements_section(builder, report)
    return section_of(section, [_requirement(builder, line, answers) for line in section["lines"]])


def _requirement(builder: ViewBuilder, line: Record, answers: Mapping[str, Any]) -> Record:
    scanned = answers.get("scan", {}).get(line["id"], {})
    scan = [scan_fact(builder, name, scanned[name]) for name in Point._fields if name in scanned]
    given = answers.get("checks", {})
    nodes = [_check(builder, line["id"], check, given.get(check["id"], {})) for check in line["lines"]]
    own = list(_auditor_text(builder, answers.get("requirements", {}).get(line["id"], {})))
    return node_of(line, facts=[*own, *line["details"], *scan], nodes=nodes)


def _auditor_text(builder: ViewBuilder, given: Mapping[str, Any]) -> Iterator[Record]:
    """Show the candidate's own text for the auditor: how they work, and how they show it."""
    for part in ("works", "shows"):
        if given.get(part, "").strip():
            yield fact(builder, f"requirements.{part}", given[part])


def scan_fact(builder: ViewBuilder, dimension: str, score: str) -> Record:
    """Show an answer of the quick scan under its question."""
    texts = builder.scan_texts(dimension, score)
    return {"label": builder.message("folder.checks.scan", texts), "text": texts["answer"]}


def _check(builder: ViewBuilder, requirement: str, line: Record, answer: Mapping[str, Any]) -> Record:
    element = builder.norm["requirements"][requirement]["checks"][line["id"]]
    asked = line["state"] != "not_asked"
    entry = node_of(
        line, facts=[*_scores(builder, answer, asked=asked), *_remarks(builder, answer), *_notes(builder, element)]
    )
    entry["labels"] += [builder.message(f"folder.checks.{mark}") for mark in ("flagged", "review") if answer.get(mark)]
    if asked:
        entry["facts"] += _documents(builder, element)
        points = [with_standing(builder, each) for each in element["evidence"]]
        entry["lists"] = [{"label": builder.message("folder.checks.evidence"), "points": points}]
    return entry


def _scores(builder: ViewBuilder, answer: Mapping[str, Any], *, asked: bool) -> Iterator[Record]:
    for dimension in builder.norm["scoring"]["dimensions"]:
        score = answer.get(dimension["id"])
        if score or asked:
            yield {"label": builder.text(dimension["title"]), "text": score_in_words(builder, score)}


def _remarks(builder: ViewBuilder, answer: Mapping[str, Any]) -> Iterator[Record]:
    if "not_applicable" in answer:
        yield fact(builder, "checks.reason", answer["not_applicable"]["reason"])
    for key in ("note", "present"):
        if answer.get(key):
            yield fact(builder, f"checks.{key}", answer[key])


def _notes(builder: ViewBuilder, element: Mapping[str, Any]) -> list[Record]:
    return [*why_tip(builder, element), *builder.note(element)]


def _documents(builder: ViewBuilder, element: Mapping[str, Any]) -> Iterator[Record]:
    if element.get("documents"):
        names = [builder.display_name(name) for name in element["documents"]]
        yield fact(builder, "checks.documents", builder.several(names))


def with_standing(builder: ViewBuilder, statement: Mapping[str, Any]) -> str:
    """Put a statement of the norm into words, with whose word it is where it is not official."""
    text = builder.text(statement["text"])
    mark = builder.grounds(statement)["standing_label"]
    if mark is None or _names_its_source(builder, text):
        return text
    return builder.message("folder.statement", {"text": text.removesuffix("."), "standing": mark})


def _names_its_source(builder: ViewBuilder, text: str) -> bool:
    """Tell whether a text says itself, between brackets, whose word it is."""
    return any(f"({builder.message(f'folder.named.{kind}')}" in text for kind in ("source", "note"))
