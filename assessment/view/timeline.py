"""Data: the steps with their days, and the windows and deadlines."""

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.charts import timeline_picture

__all__ = ["timeline_section"]

_TONES = {"past": "bad", "open": "attention", "ahead": "neutral"}


def timeline_section(builder: ViewBuilder, report: Record) -> Record:
    """Show each step with the span in which it can end, then what must happen before which day."""
    timeline = report["timeline"]
    intro = builder.message("view.timeline.intro", {"date": timeline["start"]})
    deadlines = [_deadline(builder, entry) for entry in timeline["deadlines"]]
    lines = [*deadlines, *(_step(builder, entry) for entry in timeline["steps"])]
    return builder.section("timeline", lines, intro, picture=timeline_picture(builder, report))


def _step(builder: ViewBuilder, entry: Record) -> Record:
    step = builder.norm["procedure"]["steps"][entry["id"]]
    details = [
        builder.detail(f"view.timeline.{end}", builder.days(entry[end])) for end in ("start", "end") if entry[end]
    ]
    if "rationale" in step["duration"]:
        details.append(builder.detail("view.why", builder.text(step["duration"]["rationale"])))
    return builder.line(
        entry["id"],
        builder.text(step["title"]),
        builder.reason(entry["reason"]),
        entry,
        **builder.state("timeline", entry["state"], "good" if entry["state"] == "done" else "neutral"),
        why=key_of("step", entry["id"]),
        details=details,
    )


def _deadline(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["procedure"]["deadlines"][entry["id"]]
    tone = "neutral" if entry["basis"] == "expected" else _TONES[entry["state"]]
    details = [
        builder.detail("view.what", builder.text(element["text"])),
        builder.detail("view.timeline.basis", builder.message(f"view.timeline.basis_{entry['basis']}")),
    ]
    if "remedy" in element:
        details.append(builder.detail("view.remedy", builder.text(element["remedy"])))
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        builder.reason(entry["reason"]),
        entry,
        **builder.state("timeline", entry["state"], tone),
        why=key_of("deadline", entry["id"]),
        details=details,
    )
