"""From checked answers to the report that somebody asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO

from assessment import Wording, assess, canonical_json, explain, present, present_summary, present_trace, report_json
from assessment.receipt import receipt_of
from guide.reports import write_report
from guide.reports.answers_file import Answers

__all__ = ["ReportOptions", "report_writer"]


@dataclass(frozen=True)
class ReportOptions:
    """How somebody wants a report.

    Attributes:
        on: The day that it is for; without one, the day that the answers file names, or else today.
        form: `text`, `json`, `md` or `html`.
        trace: Whether to show which rule concluded what: in HTML the calculations unfolded, in text and Markdown a
            section at the end. The report document always holds it.
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
    norm: Mapping[str, Any], answers: Answers, wanted: ReportOptions, messages: Mapping[str, str]
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
    view, wording = present(report, norm, messages, {}), Wording(norm, messages)
    made = {"answers_sha256": report["answers_sha256"], "form": wanted.form, "trace": wanted.trace}
    view["receipt"] = canonical_json(receipt_of(report, "report", **made))
    view["sections"].insert(0, present_summary(report, wording, {}))
    if wanted.form == "html":
        view["calculations"] = {"open": wanted.trace, "by_key": explain(report, wording, {})}
    elif wanted.trace:
        # Hundreds of lines that nobody can unfold: who wants to follow the rules asks for them.
        view["sections"].append(present_trace(report, wording, {}))
    return lambda file: write_report(view, messages, wanted.form, file)
