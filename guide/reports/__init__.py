"""A report in words for each way of reading it: terminal, Markdown, HTML.

Each renderer shows the view that `assessment.present` makes as it stands: it adds form and no words, apart from a few
labels of the message catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from rich.console import Console

from assessment.canonical import STEERING
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
    shown = _visible(view)
    if form == "text":
        file.write(text_report(shown, messages, Console(file=file)))
    else:
        file.write(_DOCUMENTS[form](shown, messages))


def _visible(value: Any) -> Any:
    """The same with every character spelled out that would steer a terminal, or turn the text around."""
    if isinstance(value, str):
        return STEERING.sub(lambda found: found.group().encode("unicode_escape").decode(), value)
    if isinstance(value, dict):
        return {_visible(key): _visible(inner) for key, inner in value.items()}
    return [_visible(inner) for inner in value] if isinstance(value, (list, tuple)) else value
