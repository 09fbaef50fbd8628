"""A report in words for each way of reading it: terminal, Markdown, HTML.

Each renderer shows the view that `assessment.present` makes as it stands: it adds form and no words, apart from a few
labels of the message catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from rich.console import Console

from guide.reports.html import html_report
from guide.reports.markdown import markdown_report
from guide.reports.text import text_report

__all__ = ["html_report", "markdown_report", "text_report", "write_report"]

_DOCUMENTS = {"md": markdown_report, "html": html_report}


def write_report(view: Mapping[str, Any], messages: Mapping[str, str], form: str, file: TextIO) -> None:
    """Write a report in words.

    Args:
        view: What `assessment.present` returned.
        messages: The message catalogue.
        form: `text`, `md` or `html`.
        file: Where to write; for `text`, a terminal gets its own width and colours.
    """
    if form == "text":
        file.write(text_report(view, messages, Console(file=file)))
    else:
        file.write(_DOCUMENTS[form](view, messages))
