"""The report as Markdown, for notes and tickets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.reports.grouping import groups_of

__all__ = ["markdown_report"]

View = Mapping[str, Any]

# What Markdown would read as markup, anywhere in a line.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# What it would read as a list, a quote or a heading at the start of a line.
_START = re.compile(r"^(\s*)([-+=>]|\d+[.)])(?=\s|$)")


def markdown_report(view: View, messages: Mapping[str, str]) -> str:
    """A report in words as a Markdown document.

    Args:
        view: What `assessment.present` returned.
        messages: The message catalogue.
    """
    blocks = [
        f"# {_plain(view['title'])}",
        _plain(messages["cli.report.date"].format(date=view["date"])),
        f"**{_plain(view['headline'])}**",
        *(_plain(remark) for remark in view["remarks"]),
        *(block for section in view["sections"] for block in _section(section, messages)),
        *_next(view, messages),
        "---",
        _plain(view["notice"]),
        _plain(messages["cli.report.norm"].format_map(view["norm"])),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    one_line = " ".join(text.split())
    return _START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", one_line))


def _section(section: View, messages: Mapping[str, str]) -> Iterator[str]:
    yield f"## {_plain(section['title'])}"
    yield _plain(section["intro"] or "")
    for heading, lines in groups_of(section):
        yield f"### {_plain(heading)}" if heading else ""
        yield "\n".join(text for line in lines for text in _line(line, messages, 0))
    if section["table"]:
        yield "\n".join(_table(section["table"]))


def _line(line: View, messages: Mapping[str, str], depth: int) -> Iterator[str]:
    indent = "  " * depth
    state = f" ({_plain(line['state_label'])})" if line["state_label"] else ""
    text = f": {_plain(line['text'])}" if line["text"] else ""
    yield f"{indent}- **{_link(line['title'], line['href'])}**{state}{text}"
    for detail in line["details"]:
        yield f"{indent}  - {_plain(detail['label'])}: {_plain(detail['text'])}"
    grounds = _grounds(line, messages)
    if grounds:
        yield f"{indent}  - {grounds}"
    for inner in line["lines"]:
        yield from _line(inner, messages, depth + 1)


def _grounds(line: View, messages: Mapping[str, str]) -> str:
    """The standing of a line and what it rests on."""
    parts = [_plain(line["standing_label"])] if line["standing_label"] else []
    if line["sources"]:
        sources = ", ".join(_link(one["title"], one["href"] or one["url"]) for one in line["sources"])
        parts.append(f"{_plain(messages['cli.report.sources'])}: {sources}")
    return "; ".join(parts)


def _link(text: str, address: str | None) -> str:
    if not address:
        return _plain(text)
    safe = re.sub(r"[\s<>]", "", address)
    return f"[{_plain(text)}](<{safe}>)"


def _table(table: View) -> Iterator[str]:
    yield f"**{_plain(table['caption'])}**"
    yield ""
    yield _row(table["columns"])
    yield "|" + " --- |" * len(table["columns"])
    for row in table["rows"]:
        yield _row(row)
    if table["total"]:
        yield _row([f"**{_plain(cell)}**" if cell else "" for cell in table["total"]], raw=True)


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else _plain(cell) for cell in cells) + " |"


def _next(view: View, messages: Mapping[str, str]) -> Iterator[str]:
    if view["next"]:
        yield f"## {_plain(messages['cli.report.next'])}"
        yield "\n".join(f"- {_link(one['text'], one['href'])}" for one in view["next"])
