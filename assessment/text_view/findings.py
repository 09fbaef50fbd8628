"""A finding in words, and how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assessment.findings import ground_of, label_of, shortened
from assessment.wording import Wording

__all__ = ["CheckedText", "finding_in_words", "summary"]


class CheckedText(NamedTuple):
    """A text with what was found in it.

    Attributes:
        name: What the reader calls it.
        source: The text, with what marks it up.
        form: How it is marked up, one of `FORMS` of the text check.
        report: What the text check says of it.
    """

    name: str
    source: str
    form: str
    report: Mapping[str, Any]

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """What was found."""
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        return findings

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character, both from 1."""
        line_start = self.source.rfind("\n", 0, offset) + 1
        return self.source.count("\n", 0, offset) + 1, offset - line_start + 1


def finding_in_words(checked: CheckedText, finding: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """Return a finding in words, with its line and column."""
    line, column = checked.place(finding["start"])
    name = wording.messages[f"text.finding.{finding['finding']}"]
    quote = shortened(finding["quote"])
    return {
        "line": line,
        "column": column,
        "name": name,
        "label": label_of(finding, name, wording),
        "certainty": finding["certainty"],
        "quote": wording.message("words.quoted", {"text": quote}) if quote else "",
        "reason": finding["reason"],
        "better": finding["better"],
        "ground": ground_of(finding, wording),
    }


def summary(checked: Sequence[CheckedText], wording: Wording) -> str:
    """Say in one sentence how much was found, and for which day."""
    number = sum(len(one.findings) for one in checked)
    message = {0: "text.nothing", 1: "text.one"}.get(number, "text.several")
    return wording.message(message, {"number": number, "date": wording.date(checked[0].report["date"])})
