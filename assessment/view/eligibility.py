"""Voorwaarden: each general condition with its state and remedy."""

from assessment.case import Record, key_of
from assessment.predicates import fields_of
from assessment.view.builder import Pen

__all__ = ["asked_by", "eligibility_section"]

_WHY = key_of("eligibility", "eligibility")
_TONES = {"met": "good", "not_met": "bad", "unknown": "attention", "by_audit": "neutral"}


def eligibility_section(pen: Pen, report: Record) -> Record:
    """Show whether each general condition is met, and what to do where it is not."""
    eligibility = report["eligibility"]
    intro = pen.words.spell(f"view.eligibility.whole.{eligibility['state']}")
    return pen.section("eligibility", [_line(pen, entry) for entry in eligibility["conditions"]], intro=intro, why=_WHY)


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
        why=key_of("condition", entry["id"]),
        asks=asked_by(condition) if entry["state"] in {"not_met", "unknown"} else None,
        details=details,
    )


def asked_by(condition: Record) -> str | None:
    """Name the field of the form that decides a condition; none where no answer does."""
    field = next(fields_of(condition.get("met_when")), next(iter(condition.get("numbers", [])), None))
    return f"profile.{field}" if field and field != "date" else None
