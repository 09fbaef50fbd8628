"""Waarschuwingen: what to watch out for, the most serious first."""

from assessment.case import Record, key_of
from assessment.view.builder import Pen

__all__ = ["warnings_section"]

_TONES = {"danger": "bad", "attention": "attention", "note": "neutral"}


def warnings_section(pen: Pen, report: Record) -> Record:
    """Show each warning with its remedy."""
    raised = report["warnings"]
    intro = None if raised else pen.words.spell("view.warnings.none")
    return pen.section("warnings", [_line(pen, entry) for entry in raised], intro=intro)


def _line(pen: Pen, entry: Record) -> Record:
    warning = pen.norm["warnings"][entry["id"]]
    return pen.line(
        entry["about"][0] if entry["about"] else entry["id"],
        pen.words.text(warning["title"]),
        pen.words.text(warning["text"]),
        entry,
        **pen.state("warnings", entry["level"], _TONES[entry["level"]]),
        why=key_of("warning", entry["id"]),
        details=[pen.detail("view.remedy", pen.words.text(warning["remedy"]))],
    )
