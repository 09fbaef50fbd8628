"""The report as Markdown, for notes and tickets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.receipt import RECEIPT
from guide.reports.escaping import plain_markdown
from guide.reports.grouping import groups_of

__all__ = ["markdown_report"]

View = Mapping[str, Any]


def markdown_report(view: View, messages: Mapping[str, str]) -> str:
    """A report in words as a Markdown document.

    Args:
        view: What `assessment.present` returned.
        messages: The message catalogue.
    """
    blocks = [
        f"# {plain_markdown(view['title'])}",
        plain_markdown(messages["cli.report.date"].format(date=view["date"])),
        f"**{plain_markdown(view['headline'])}**",
        *(plain_markdown(remark) for remark in view["remarks"]),
        *(block for section in view["sections"] for block in _section(section, messages)),
        *_next(view, messages),
        "---",
        plain_markdown(view["notice"]),
        plain_markdown(messages["cli.report.norm"].format_map(view["norm"])),
        # No reader sees it; `kmop verify` does.
        f"<!-- {RECEIPT} {view['receipt']} -->" if "receipt" in view else "",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: View, messages: Mapping[str, str]) -> Iterator[str]:
    yield f"## {plain_markdown(section['title'])}"
    yield plain_markdown(section["intro"] or "")
    for heading, lines in groups_of(section):
        yield f"### {plain_markdown(heading)}" if heading else ""
        yield "\n".join(text for line in lines for text in _line(line, messages, 0))
    if section["table"]:
        yield "\n".join(_table(section["table"]))


def _line(line: View, messages: Mapping[str, str], depth: int) -> Iterator[str]:
    indent = "  " * depth
    state = f" ({plain_markdown(line['state_label'])})" if line["state_label"] else ""
    text = f": {plain_markdown(line['text'])}" if line["text"] else ""
    yield f"{indent}- **{_link(line['title'], line['href'])}**{state}{text}"
    for detail in line["details"]:
        yield f"{indent}  - {plain_markdown(detail['label'])}: {plain_markdown(detail['text'])}"
    grounds = _grounds(line, messages)
    if grounds:
        yield f"{indent}  - {grounds}"
    for inner in line["lines"]:
        yield from _line(inner, messages, depth + 1)


def _grounds(line: View, messages: Mapping[str, str]) -> str:
    """The standing of a line and what it rests on."""
    parts = [plain_markdown(line["standing_label"])] if line["standing_label"] else []
    if line["sources"]:
        sources = ", ".join(_link(one["title"], one["href"] or one["url"]) for one in line["sources"])
        parts.append(f"{plain_markdown(messages['cli.report.sources'])}: {sources}")
    return "; ".join(parts)


def _link(text: str, address: str | None) -> str:
    if not address:
        return plain_markdown(text)
    safe = re.sub(r"[\s<>]", "", address)
    return f"[{plain_markdown(text)}](<{safe}>)"


def _table(table: View) -> Iterator[str]:
    yield f"**{plain_markdown(table['caption'])}**"
    yield ""
    yield _row(table["columns"])
    yield "|" + " --- |" * len(table["columns"])
    for row in table["rows"]:
        yield _row(row)
    if table["total"]:
        yield _row([f"**{plain_markdown(cell)}**" if cell else "" for cell in table["total"]], raw=True)


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else plain_markdown(cell) for cell in cells) + " |"


def _next(view: View, messages: Mapping[str, str]) -> Iterator[str]:
    if view["next"]:
        yield f"## {plain_markdown(messages['cli.report.next'])}"
        yield "\n".join(f"- {_link(one['text'], one['href'])}" for one in view["next"])
