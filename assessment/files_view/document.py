"""What was found in lists of files, in words, as one document: for a terminal, and for a file that somebody keeps."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.findings import Checked, Document, Told
from assessment.project_files import conclusion, finding_in_words, parts_of
from assessment.wording import Wording

__all__ = ["document_of"]


def document_of(checked: Sequence[Checked], wording: Wording) -> Document:
    """Return what was found in lists, in words."""
    return Document(
        language=wording.language,
        title=wording.message("files.title"),
        summary=conclusion([one.report for one in checked], wording),
        careful=wording.message("files.careful"),
        none=wording.message("files.none"),
        told=[_told(one, wording) for one in checked],
    )


def _told(one: Checked, wording: Wording) -> Told:
    findings = [finding_in_words(each, wording) for each in one.report["findings"]]
    return Told(one.name, findings, parts_of(one.report, wording))
