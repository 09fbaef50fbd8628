"""Wat dringt: the one thing that comes before all else where a term leaves too little time."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.timeline import reason_with_end

__all__ = ["urgent_task"]

_ADVICE_PAST = "rules.deadline.advice_past"


def urgent_task(builder: ViewBuilder, timeline: Mapping[str, Any]) -> Iterator[Record]:
    """Ask for a day for the audit where the plan may come too late, or where we would have begun by now, as a line."""
    margin = timeline["margin"]
    late = [entry for entry in timeline["deadlines"] if entry["reason"]["message"] == _ADVICE_PAST]
    if not late and (margin is None or margin["slow"] >= 0):
        return
    about, term = (margin["deadline"], margin) if margin else (late[0]["id"], late[0])
    yield builder.line(
        about,
        builder.message("view.summary.press"),
        reason_with_end(builder, term),
        {"standing": "estimate"},
        **builder.state("actions", "urgent", "attention"),
        why=key_of("margin" if margin else "deadline", about),
        group="first",
        group_label=builder.message("view.actions.group.first"),
    )
