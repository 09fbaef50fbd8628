"""De controlepunten: every point with its two scores, its note, its evidence and who must be there."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.audit_folder.nodes import fact, node_of, section_of
from assessment.case import Record
from assessment.view.answer_text import score_in_words
from assessment.view.builder import Pen
from assessment.view.requirements import requirements_section

__all__ = ["checks_section", "with_standing"]


def checks_section(pen: Pen, report: Record, answers: Mapping[str, Any]) -> Record:
    """Show each requirement with its result, and under it every check point."""
    section = requirements_section(pen, report)
    return section_of(section, [_requirement(pen, line, answers) for line in section["lines"]])


def _requirement(pen: Pen, line: Record, answers: Mapping[str, Any]) -> Record:
    scanned = answers.get("scan", {}).get(line["id"])
    scan = [fact(pen, "checks.scan", score_in_words(pen, scanned))] if scanned else []
    given = answers.get("checks", {})
    nodes = [_check(pen, line["id"], check, given.get(check["id"], {})) for check in line["lines"]]
    return node_of(line, facts=[*line["details"], *scan], nodes=nodes)


def _check(pen: Pen, requirement: str, line: Record, answer: Mapping[str, Any]) -> Record:
    element = pen.norm["requirements"][requirement]["checks"][line["id"]]
    asked = line["state"] != "not_asked"
    entry = node_of(line, facts=[*_scores(pen, answer, asked=asked), *_told(pen, answer), *pen.note(element)])
    entry["labels"] += [pen.words.spell(f"folder.checks.{mark}") for mark in ("flagged", "review") if answer.get(mark)]
    if asked:
        entry["facts"] += _documents(pen, element)
        points = [with_standing(pen, each) for each in element["evidence"]]
        entry["lists"] = [{"label": pen.words.spell("folder.checks.evidence"), "points": points}]
    return entry


def _scores(pen: Pen, answer: Mapping[str, Any], *, asked: bool) -> Iterator[Record]:
    for dimension in pen.norm["scoring"]["dimensions"]:
        score = answer.get(dimension["id"])
        if score or asked:
            yield {"label": pen.words.text(dimension["title"]), "text": score_in_words(pen, score)}


def _told(pen: Pen, answer: Mapping[str, Any]) -> Iterator[Record]:
    if "not_applicable" in answer:
        yield fact(pen, "checks.reason", answer["not_applicable"]["reason"])
    for key in ("note", "present"):
        if answer.get(key):
            yield fact(pen, f"checks.{key}", answer[key])


def _documents(pen: Pen, element: Mapping[str, Any]) -> Iterator[Record]:
    if element.get("documents"):
        titles = [pen.words.title(name) for name in element["documents"]]
        yield fact(pen, "checks.documents", pen.words.several(titles))


def with_standing(pen: Pen, statement: Mapping[str, Any]) -> str:
    """Put a statement of the norm into words, with whose word it is."""
    standing = pen.words.spell(f"view.standing.{statement['standing']}")
    return pen.words.spell("folder.statement", {"text": pen.words.text(statement["text"]), "standing": standing})
