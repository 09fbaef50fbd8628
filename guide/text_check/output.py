"""What was found in texts, for whoever asked: lines for a terminal, JSON, or one HTML document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from assessment import Wording
from assessment.findings import ground_of, label_of, shortened
from guide.findings import TEMPLATES
from guide.html_templates import html_environment
from guide.text_check.files import TextFile

__all__ = ["Checked", "write_checked"]


@dataclass(frozen=True)
class Checked:
    """A text with what was found in it."""

    file: TextFile
    report: Mapping[str, Any]

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """What was found."""
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        return findings


def write_checked(checked: Sequence[Checked], form: str, wording: Wording, out: TextIO) -> None:
    """Write what was found.

    Args:
        checked: Each text.
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
        out.writelines(f"{line}\n" for line in _lines(checked, wording))


def _lines(checked: Sequence[Checked], wording: Wording) -> Iterator[str]:
    for one in checked:
        for finding in one.findings:
            shown = _shown(one, finding, wording)
            yield f"{one.file.name}:{shown['line']}:{shown['column']}: {shown['label']}"
            yield from (f"  {shown[key]}" for key in ("quote", "reason", "better", "ground") if shown[key])
            yield ""
    yield _summary(checked, wording)
    yield wording.message("text.careful")


def _summary(checked: Sequence[Checked], wording: Wording) -> str:
    number = sum(len(one.findings) for one in checked)
    message = {0: "text.nothing", 1: "text.one"}.get(number, "text.several")
    return wording.message(message, {"number": number, "date": wording.date(checked[0].report["date"])})


def _shown(one: Checked, finding: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """A finding in words, with its line and column."""
    line, column = one.file.place(finding["start"])
    quote = shortened(finding["quote"])
    return {
        "line": line,
        "column": column,
        "place": wording.message("text.place", {"line": str(line), "column": str(column)}),
        "label": label_of(finding, wording.messages[f"text.finding.{finding['finding']}"], wording),
        "certainty": finding["certainty"],
        "quote": wording.message("words.quoted", {"text": quote}) if quote else "",
        "reason": finding["reason"],
        "better": wording.message("text.better", {"better": finding["better"]}),
        "ground": ground_of(finding, wording),
    }


def _html(checked: Sequence[Checked], wording: Wording) -> str:
    environment = html_environment(TEMPLATES)
    files = [
        {"name": one.file.name, "findings": [_shown(one, each, wording) for each in one.findings], "parts": []}
        for one in checked
    ]
    say = {key.removeprefix("text."): text for key, text in wording.messages.items() if key.startswith("text.")}
    summary = _summary(checked, wording)
    page = environment.get_template("findings.html.j2")
    return page.render(files=files, say=say, summary=summary, language=wording.language)
