"""From checked answers to the report that somebody asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO

from assessment import assess, present, report_json
from guide.answers_file import Answers
from guide.output import write_report

__all__ = ["Wanted", "report_writer"]


@dataclass(frozen=True)
class Wanted:
    """How somebody wants a report.

    Attributes:
        on: The day that it is for; without one, the day that the answers file names, or else today.
        form: `text`, `json`, `md` or `html`.
        trace: Whether to show which rule concluded what; the report document always does.
    """

    on: datetime | None
    form: str
    trace: bool

    def day(self, answers: Answers) -> date:
        """The day that the report is for."""
        if self.on:
            return self.on.date()
        return date.fromisoformat(answers.date) if answers.date else datetime.now().astimezone().date()


def report_writer(
    norm: Mapping[str, Any], answers: Answers, wanted: Wanted, messages: Mapping[str, str]
) -> Callable[[TextIO], object]:
    """Judge the answers and return what writes the report to an open file.

    Args:
        norm: The checked norm.
        answers: Answers without faults.
        wanted: The day and the form.
        messages: The message catalogue.
    """
    report = assess(norm, answers.answers or {}, wanted.day(answers))
    if wanted.form == "json":
        return lambda file: file.write(report_json(report))
    view = present(report, norm, messages, {})
    if not wanted.trace:
        # Hundreds of lines that say which rule read what: who wants to follow the rules asks for them.
        view["sections"] = [section for section in view["sections"] if section["id"] != "trace"]
    return lambda file: write_report(view, messages, wanted.form, file)
