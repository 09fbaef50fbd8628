"""In het kort, as a section: for the products that draw no first screen of their own."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.summary import summary_of

__all__ = ["summary_section"]

_OURS = {"standing": "estimate"}


def summary_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the summary as lines: the estimate, what to do first, time, money, and how each requirement stands."""
    summary = summary_of(builder, report)
    told = [summary["left"]] if summary["state"] == "no_audit" else []
    intro = " ".join(f"{sentence}." for sentence in (*told, *summary["alerts"]))
    return builder.section("summary", list(_lines(builder, summary)), intro=intro)


def _lines(builder: ViewBuilder, summary: Mapping[str, Any]) -> Iterator[Record]:
    if summary["estimate"]:
        yield _estimate(builder, summary["estimate"])
    if summary["first"]:
        yield _first(builder, summary["first"])
    if summary["time"]:
        yield _time(builder, summary["time"])
    if summary["money"]:
        yield _money(builder, summary["money"])
    if summary["cells"]:
        states = [{"label": row["title"], "text": row["state_label"]} for row in summary["cells"]]
        yield _line(builder, "requirements", summary["counts"]) | {"details": states}


def _line(builder: ViewBuilder, name: str, text: str, grounds: Mapping[str, Any] | None = None) -> Record:
    return builder.line(f"summary-{name}", builder.message(f"view.summary.line.{name}"), text, grounds)


def _estimate(builder: ViewBuilder, estimate: Mapping[str, Any]) -> Record:
    text = " ".join(part for part in (f"{estimate['text']}.", estimate["because"], estimate["note"]) if part)
    return _line(builder, "estimate", text, _OURS) | {"why": key_of("headline", "outcome")}


def _first(builder: ViewBuilder, tasks: list[Record]) -> Record:
    lines = [_task(builder, rank, task) for rank, task in enumerate(tasks, start=1)]
    return _line(builder, "first", "") | {"lines": lines}


def _task(builder: ViewBuilder, rank: int, task: Mapping[str, Any]) -> Record:
    text = "" if task["text"] == task["title"] else task["text"]  # a question is its own task
    return builder.line(f"summary-first-{rank}", task["title"], text, asks=task["asks"], href=task["href"])


def _time(builder: ViewBuilder, time: Mapping[str, Any]) -> Record:
    kind = "ranged" if time["range"] else "known"
    said = (builder.message(f"view.summary.{kind}", time), time["margin"], *time["terms"])
    text = " ".join(part for part in said if part)
    parts = [{"label": part["title"], "text": part["text"]} for part in time["parts"]]
    return _line(builder, "time", text, _OURS) | {"details": parts}


def _money(builder: ViewBuilder, money: Mapping[str, Any]) -> Record:
    kind = "costs_about" if money["range"] else "costs"
    text = " ".join(part for part in (builder.message(f"view.summary.{kind}", money), money["worth"]) if part)
    return _line(builder, "money", text, _OURS) | {"why": key_of("total", "cost")}
