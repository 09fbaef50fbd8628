"""Reikwijdte: what is audited, what is not, and what to ask the bureau."""

from assessment.case import Record, key_of
from assessment.view.builder import Pen

__all__ = ["scope_section"]


def scope_section(pen: Pen, report: Record) -> Record:
    """Show per requirement whether it is audited, then the exemptions to ask about."""
    scope = report["scope"]
    lines = [_requirement(pen, entry) for entry in scope["requirements"]]
    return pen.section("scope", [*lines, *(_question(pen, entry) for entry in scope["questions"])])


def _requirement(pen: Pen, entry: Record) -> Record:
    element = pen.norm["requirements"][entry["id"]]
    grounds = pen.norm["exemptions"][entry["because"]] if entry["because"] else element
    return pen.line(
        entry["id"],
        pen.words.text(element["title"]),
        pen.words.say(entry["reason"]),
        grounds,
        **pen.state("scope", entry["state"], "attention" if entry["state"] == "unknown" else "neutral"),
        why=key_of("scope", entry["id"]),
    )


def _question(pen: Pen, entry: Record) -> Record:
    exemption = pen.norm["exemptions"][entry["id"]]
    details = [pen.detail("view.question", pen.words.text(exemption["question"]))] if "question" in exemption else []
    return pen.line(
        entry["id"],
        pen.words.text(exemption["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("scope", "ask_bureau", "attention"),
        why=key_of("exemption", entry["id"]),
        details=details,
    )
