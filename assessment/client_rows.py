"""Many assessments in a table: of each the few figures by which one finds who needs something."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.audit_folder.calendar import calendar
from assessment.case import Record
from assessment.report import assess
from assessment.view.builder import ViewBuilder
from assessment.view.client_row import client_row

__all__ = ["row_of"]


def row_of(builder: ViewBuilder, answers: Mapping[str, Any], on: date) -> Record:
    """Judge answers that were parsed before, and say in one row how they stand.

    The next date is one of the calendar that would be taken along, so that both say the same: the first day that is
    fixed, and only without one the first of our targets.

    Args:
        builder: Writes in the language that is wanted.
        answers: An answers document.
        on: The date that it is judged for.
    """
    report = assess(builder.norm, answers, on)
    events = calendar(builder, report, answers, None)["events"]
    dated = [event for event in events if event["remind"] is not None]
    return client_row(builder, report, min(dated, key=lambda event: (event["is_target"], event["day"]), default=None))
