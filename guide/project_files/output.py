"""What was found in lists of files, for whoever asked: lines for a terminal, JSON, or one HTML document."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from assessment import Wording
from assessment.files_view import NamedReport, lines_of
from assessment.project_files import conclusion, finding_in_words, parts_of
from guide.findings import TEMPLATES
from guide.html_templates import html_environment
from guide.project_files.opening import ListFile

__all__ = ["CheckedList", "write_lists"]


@dataclass(frozen=True)
class CheckedList:
    """A list with what was found in it."""

    file: ListFile
    report: Mapping[str, Any]

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """What was found."""
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        return findings


def write_lists(checked: Sequence[CheckedList], form: str, wording: Wording, out: TextIO) -> None:
    """Write what was found.

    Args:
        checked: Each list.
        form: `text`, `json` or `html`.
        wording: The words of the norm and the catalogue.
        out: Where to.
    """
    if form == "json":
        found = [{"file": one.file.name, "report": one.report} for one in checked]
        out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    elif form == "html":
        out.write(_html(checked, wording))
    else:
        out.writelines(f"{line}\n" for line in lines_of(_named(checked), wording))


def _named(checked: Sequence[CheckedList]) -> list[NamedReport]:
    return [NamedReport(one.file.name, one.report) for one in checked]


def _html(checked: Sequence[CheckedList], wording: Wording) -> str:
    files = [
        {
            "name": one.file.name,
            "findings": [finding_in_words(each, wording) for each in one.findings],
            "parts": parts_of(one.report, wording),
        }
        for one in checked
    ]
    say = {key.removeprefix("files."): text for key, text in wording.messages.items() if key.startswith("files.")}
    summary = conclusion([one.report for one in checked], wording)
    page = html_environment(TEMPLATES).get_template("findings.html.j2")
    return page.render(files=files, say=say, summary=summary, language=wording.language)
