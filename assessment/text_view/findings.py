"""What was found in texts, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assessment.findings import Document, FindingInWords, Told, ground_of, label_of, shortened
from assessment.wording import Wording

__all__ = ["CheckedText", "document_of", "finding_in_words", "name_of"]


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


def document_of(checked: Sequence[CheckedText], wording: Wording) -> Document:
    """Return what was found in texts, in words."""
    return Document(
        language=wording.language,
        title=wording.message("text.title"),
        summary=_summary(checked, wording),
        careful=wording.message("text.careful"),
        none=wording.message("text.none"),
        told=[Told(one.name, [finding_in_words(one, each, wording) for each in one.findings]) for one in checked],
    )


def name_of(finding: Mapping[str, Any], wording: Wording) -> str:
    """Return what a finding is about."""
    return wording.messages[f"text.finding.{finding['finding']}"]


def finding_in_words(checked: CheckedText, finding: Mapping[str, Any], wording: Wording) -> FindingInWords:
    """Put a finding in words."""
    line, column = checked.place(finding["start"])
    quote = shortened(finding["quote"])
    return FindingInWords(
        f"{line}:{column}",
        wording.message("text.place", {"line": str(line), "column": str(column)}),
        label_of(finding, name_of(finding, wording), wording),
        finding["certainty"],
        wording.message("words.quoted", {"text": quote}) if quote else "",
        finding["reason"],
        wording.message("text.better", {"better": finding["better"]}),
        ground_of(finding, wording),
    )


def _summary(checked: Sequence[CheckedText], wording: Wording) -> str:
    """Say in one sentence how much was found, and for which day."""
    number = sum(len(one.findings) for one in checked)
    message = {0: "text.nothing", 1: "text.one"}.get(number, "text.several")
    return wording.message(message, {"number": number, "date": wording.date(checked[0].report["date"])})
