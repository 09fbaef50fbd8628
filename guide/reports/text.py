"""The report for a terminal: as wide as it is, sober, in colour only where colour is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from guide.reports.grouping import groups_of

__all__ = ["text_report"]

View = Mapping[str, Any]

_STYLES = {"good": "green", "attention": "yellow", "bad": "red", "neutral": "none"}
# A colour never says something alone: each tone has its mark.
_MARKS = {"good": "✓", "attention": "!", "bad": "✗", "neutral": "·"}
_INDENT = 2
_FILLING = re.compile(r"[ ]+(?=(\x1b\[0m)?$)", re.MULTILINE)


def text_report(view: View, messages: Mapping[str, str], console: Console) -> str:
    """Set a report in words for a terminal.

    Args:
        view: What `assessment.present` returned.
        messages: The message catalogue.
        console: The terminal, which knows its own width and whether it has colour.
    """
    with console.capture() as captured:
        for part in _parts(view, messages):
            console.print(part)
    # The library fills each line up to the width, which is a nuisance in a file or a mail.
    return _FILLING.sub("", captured.get())


def _parts(view: View, messages: Mapping[str, str]) -> Iterator[RenderableType]:
    date = messages["cli.report.date"].format(date=view["date"])
    yield Panel(
        Text.assemble((view["headline"], "bold"), "\n", *(f"{remark}\n" for remark in view["remarks"]), (date, "dim")),
        title=Text(view["title"]),
        title_align="left",
        box=box.SQUARE,
    )
    for section in view["sections"]:
        yield from _section(section, messages)
    if view["next"]:
        yield _heading(messages["cli.report.next"])
        for one in view["next"]:
            yield _entry(Text(one["text"]), 0, "neutral")
    yield ""
    yield Text(view["notice"], "dim")
    yield Text(messages["cli.report.norm"].format_map(view["norm"]), "dim")


def _heading(title: str) -> Text:
    return Text(f"\n{title}\n{'─' * len(title)}", "bold")


def _section(section: View, messages: Mapping[str, str]) -> Iterator[RenderableType]:
    yield _heading(section["title"])
    if section["intro"]:
        yield Text(section["intro"], "dim")
    for heading, lines in groups_of(section):
        if heading:
            yield Text(f"\n{heading}", "bold")
        for line in lines:
            yield from _line(line, messages, 0)
    if section["table"]:
        yield _table(section["table"])


def _entry(text: Text, depth: int, tone: str) -> RenderableType:
    """A text behind its mark; what does not fit on the line goes on under the text, not under the mark."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column()
    grid.add_row(Text(_MARKS[tone], _STYLES[tone]), text)
    return Padding(grid, (0, 0, 0, _INDENT * depth))


def _line(line: View, messages: Mapping[str, str], depth: int) -> Iterator[RenderableType]:
    title = Text(line["title"], "bold")
    if line["state_label"]:
        title.append(" ").append(f"[{line['state_label']}]", _STYLES[line["tone"]])
    yield _entry(title, depth, line["tone"])
    below = [line["text"], *(f"{one['label']}: {one['text']}" for one in line["details"])]
    for text in filter(None, below):
        yield Padding(Text(text), (0, 0, 0, _INDENT * depth + _INDENT))
    grounds = _grounds(line, messages)
    if grounds:
        yield Padding(Text(grounds, "dim"), (0, 0, 0, _INDENT * depth + _INDENT))
    for inner in line["lines"]:
        yield from _line(inner, messages, depth + 1)


def _grounds(line: View, messages: Mapping[str, str]) -> str:
    parts = [line["standing_label"]] if line["standing_label"] else []
    if line["sources"]:
        titles = ", ".join(source["title"] for source in line["sources"])
        parts.append(f"{messages['cli.report.sources']}: {titles}")
    return "; ".join(parts)


def _table(table: View) -> Table:
    drawn = Table(title=Text(table["caption"]), title_justify="left", box=box.SIMPLE, show_footer=bool(table["total"]))
    totals = table["total"] or [""] * len(table["columns"])
    for column, total in zip(table["columns"], totals, strict=True):
        drawn.add_column(Text(column), Text(total, "bold"))
    for row in table["rows"]:
        drawn.add_row(*(Text(cell) for cell in row))
    return drawn
