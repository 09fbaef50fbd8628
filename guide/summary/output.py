"""The summary as a file: one HTML document with charts, or a workbook."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from assessment import Wording
from guide.html_templates import html_environment
from guide.summary.view import Section
from guide.summary.withholding import LEAST

__all__ = ["WRITERS"]

_TEMPLATES = Path(__file__).parent
_WIDTHS = (32, 44, 52, 12, 12)


def summary_html(sections: Sequence[Section], made: str, wording: Wording) -> bytes:
    """Return one HTML document that needs nothing else: each bar stands beside its figure."""
    say = {key.removeprefix("summary."): text for key, text in wording.messages.items() if key.startswith("summary.")}
    page = html_environment(_TEMPLATES).get_template("summary.html.j2")
    careful = say["careful"].format(least=LEAST)
    return page.render(sections=sections, say=say, made=made, careful=careful, language=wording.language).encode()


def summary_workbook(sections: Sequence[Section], made: str, wording: Wording) -> bytes:
    """Return a workbook with one line for each figure, so that it can be filtered."""
    say = wording.messages
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say["summary.sheet"]
    sheet.append([say[f"summary.column.{name}"] for name in ("group", "table", "name", "number", "percent")])
    for section in sections:
        for part in section["parts"]:
            for line in part["lines"]:
                number = say["summary.hidden"] if line.number is None else line.number
                sheet.append([section["title"], part["title"], line.name, number, line.percent])
    sheet.append([])
    sheet.append([made])
    sheet.append([say["summary.careful"].format(least=LEAST)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WRITERS: Mapping[str, Callable[[Sequence[Section], str, Wording], bytes]] = {
    ".html": summary_html,
    ".xlsx": summary_workbook,
}
"""What makes the summary, by how the name of the file ends."""
