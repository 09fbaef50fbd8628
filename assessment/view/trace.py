"""Berekening: every conclusion of the rules with the facts that it read."""

from typing import Any

from assessment.case import Record
from assessment.view.lines import Pen

__all__ = ["trace_section"]


def trace_section(pen: Pen, report: Record) -> Record:
    """Show each step of the reasoning, in the order in which it was taken."""
    return pen.section("trace", [_line(pen, entry) for entry in report["trace"]])


def _line(pen: Pen, entry: Record) -> Record:
    rule = pen.words.spell(f"view.trace.rule.{entry['rule']}")
    text = pen.words.spell("view.trace.text", {"rule": rule, "reason": pen.words.say(entry["reason"])})
    details = [{"label": _label(pen, name), "text": _fact(pen, value)} for name, value in entry["facts"].items()]
    return pen.line(entry["about"], _title(pen, entry["about"]), text, entry, details=details)


def _title(pen: Pen, about: str) -> str:
    readings = pen.norm["scoring"]["readings"]
    return pen.words.text(readings[about]["title"]) if about in readings else pen.words.title(about)


def _label(pen: Pen, name: str) -> str:
    if name == "date":
        return pen.words.spell("view.trace.date")
    return pen.words.text(pen.norm["profile"]["fields"][name]["question"])


def _fact(pen: Pen, value: Any) -> str:
    if value is None:
        return pen.words.spell("view.trace.unknown")
    if isinstance(value, bool):
        return pen.words.spell("view.trace.yes" if value else "view.trace.no")
    return pen.words.several([str(item) for item in value]) if isinstance(value, list) else str(value)
