"""What was found in texts, for whoever asked: lines for a terminal, JSON, or one HTML document."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from assessment import Wording
from assessment.text_view import CheckedText, finding_in_words, lines_of, summary
from guide.findings import TEMPLATES
from guide.html_templates import html_environment

__all__ = ["write_checked"]


def write_checked(checked: Sequence[CheckedText], form: str, wording: Wording, out: TextIO) -> None:
    """Write what was found.

    Args:
        checked: Each text.
        form: `text`, `json` or `html`.
        wording: The words of the norm and the catalogue.
        out: Where to.
    """
    if form == "json":
        found = [{"file": one.name, "report": one.report} for one in checked]
        out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    elif form == "html":
        out.write(_html(checked, wording))
    else:
        out.writelines(f"{line}\n" for line in lines_of(checked, wording))


def _html(checked: Sequence[CheckedText], wording: Wording) -> str:
    environment = html_environment(TEMPLATES)
    files = [
        {"name": one.name, "findings": [_shown(one, each, wording) for each in one.findings], "parts": []}
        for one in checked
    ]
    say = {key.removeprefix("text."): text for key, text in wording.messages.items() if key.startswith("text.")}
    page = environment.get_template("findings.html.j2")
    return page.render(files=files, say=say, summary=summary(checked, wording), language=wording.language)


def _shown(one: CheckedText, finding: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    told = finding_in_words(one, finding, wording)
    place = {"line": str(told["line"]), "column": str(told["column"])}
    better = wording.message("text.better", {"better": told["better"]})
    return {**told, "better": better, "place": wording.message("text.place", place)}
