"""Voorwaarden: each general condition with its state and remedy."""

from assessment.case import Record
from assessment.view.lines import Pen

__all__ = ["eligibility_section"]

_TONES = {"met": "good", "not_met": "bad", "unknown": "attention", "by_audit": "neutral"}


def eligibility_section(pen: Pen, report: Record) -> Record:
    """Show whether each general condition is met, and what to do where it is not."""
    eligibility = report["eligibility"]
    intro = pen.words.spell(f"view.eligibility.whole.{eligibility['state']}")
    return pen.section("eligibility", [_line(pen, entry) for entry in eligibility["conditions"]], intro=intro)


def _line(pen: Pen, entry: Record) -> Record:
    condition = pen.norm["conditions"][entry["id"]]
    details = [pen.detail("view.what", pen.words.text(condition["text"]))]
    if entry["state"] in {"not_met", "unknown"}:
        details.append(pen.detail("view.remedy", pen.words.text(condition["remedy"])))
    details += pen.note(condition)
    tone = "attention" if entry["state"] == "not_met" and not entry["blocking"] else _TONES[entry["state"]]
    return pen.line(
        entry["id"],
        pen.words.text(condition["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("eligibility", entry["state"], tone),
        details=details,
    )
