"""Data: the steps with their days, and the windows and deadlines."""

from collections.abc import Mapping

from assessment.case import Record, key_of
from assessment.view.builder import Pen
from assessment.view.charts import timeline_picture

__all__ = ["timeline_section"]

_TONES = {"past": "bad", "open": "attention", "ahead": "neutral"}


def timeline_section(pen: Pen, report: Record) -> Record:
    """Show each step with the span in which it can end, then what must happen before which day."""
    timeline = report["timeline"]
    intro = pen.words.spell("view.timeline.intro", {"date": timeline["start"]})
    deadlines = [_deadline(pen, entry) for entry in timeline["deadlines"]]
    lines = [*deadlines, *(_step(pen, entry) for entry in timeline["steps"])]
    return pen.section("timeline", lines, intro, picture=timeline_picture(pen, report))


def _step(pen: Pen, entry: Record) -> Record:
    step = pen.norm["procedure"]["steps"][entry["id"]]
    details = [pen.detail(f"view.timeline.{end}", _span(pen, entry[end])) for end in ("start", "end") if entry[end]]
    if "rationale" in step["duration"]:
        details.append(pen.detail("view.why", pen.words.text(step["duration"]["rationale"])))
    return pen.line(
        entry["id"],
        pen.words.text(step["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("timeline", entry["state"], "good" if entry["state"] == "done" else "neutral"),
        why=key_of("step", entry["id"]),
        details=details,
    )


def _span(pen: Pen, span: Mapping[str, str]) -> str:
    days = {end: pen.words.date(day) for end, day in span.items()}
    return days["likely"] if days["earliest"] == days["latest"] else pen.words.spell("view.timeline.span", days)


def _deadline(pen: Pen, entry: Record) -> Record:
    element = pen.norm["procedure"]["deadlines"][entry["id"]]
    tone = "neutral" if entry["basis"] == "expected" else _TONES[entry["state"]]
    details = [
        pen.detail("view.what", pen.words.text(element["text"])),
        pen.detail("view.timeline.basis", pen.words.spell(f"view.timeline.basis_{entry['basis']}")),
    ]
    if "remedy" in element:
        details.append(pen.detail("view.remedy", pen.words.text(element["remedy"])))
    return pen.line(
        entry["id"],
        pen.words.text(element["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("timeline", entry["state"], tone),
        why=key_of("deadline", entry["id"]),
        details=details,
    )
