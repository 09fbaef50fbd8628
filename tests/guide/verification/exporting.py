"""What the tests of verification have in common: one candidate, and exports on their way to a file and back."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from guide.reports.answers_file import Answers
from guide.reports.assess_file import ReportOptions, report_writer
from guide.verification.exports import Export, read_export

__all__ = ["DAY", "GIVEN", "export", "saved", "written"]

Record = dict[str, Any]

DAY = date(2026, 11, 22)
GIVEN: Record = {
    "format": "kmop-answers/1",
    "title": "Bakkerij “Jansen” & zoon\u2028<b>",
    "profile": {"services": ["training"], "application": "first", "deployed_people": 3},
    "checks": {"OFR-1": {"conformity": "T", "demonstrability": "B", "note": "Niet voor\nde auditor."}},
    "requirements": {"offering": {"works": "Wij  werken\r\nzo.", "shows": "\u0001Kijk in de map."}},
    "documents": {"project-list": {"state": "ready", "place": "Kast 2", "owner": "An"}},
    "scenarios": [{"title": "Met twee", "profile": {"hourly_rate": "120.00"}}],
}


def written(norm: Record, answers: Answers, messages: Mapping[str, str], form: str, *, trace: bool = False) -> str:
    """A report as the command saves it."""
    target = io.StringIO()
    day = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    report_writer(norm, answers, ReportOptions(day, form, trace), messages)(target)
    return target.getvalue()


def saved(folder: Path, text: str, name: str = "report") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def export(path: Path) -> Export:
    found = read_export(path)
    assert isinstance(found, Export), found
    return found
