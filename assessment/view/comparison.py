"""A comparison in words: one table, in which a difference is always said and never only coloured."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.rules.scope import MAY_BE_AUDITED
from assessment.view.builder import ViewBuilder

__all__ = ["comparison_row", "comparison_table"]

_GROUPS = {
    "result": ("verdict", "robust", "eligibility", "conditions", "requirement"),
    "readiness": ("coverage", "readiness"),
    "cost": ("minutes", "cents"),
    "timeline": ("start", "step", "deadline"),
    "work": ("left", "documents", "missing", "warnings"),
}
_TONES = {"better": "good", "worse": "bad", "other": "attention", None: "neutral"}
_ALWAYS = ("verdict", "minutes", "cents", "step", "left")
"""Kinds of rows that people look for also when nothing differs in them."""
_MEASURES = {
    "minutes": "amount",
    "cents": "amount",
    "step": "day",
    "left": "number",
    "documents": "number",
    "missing": "number",
}
"""Kinds of rows of which better and worse have plainer names: lower, sooner, fewer."""
_OF_AUDIT: Mapping[str, Callable[[Any], bool]] = {
    "coverage": lambda value: value["of"] > 0,
    "readiness": lambda value: value["of"] > 0,
    "minutes": lambda value: value["high"] > 0,
    "cents": lambda value: value["high"] > 0,
    "left": lambda value: any(value.values()),
}
"""Kinds of rows that are about an audit, and whether there is anything to count: else nothing is lower or fewer."""


def comparison_table(builder: ViewBuilder, comparison: Record, names: Sequence[str]) -> Record:
    """Put a comparison into words.

    Args:
        builder: Writes in the language that is wanted.
        comparison: What `compare` returned.
        names: What the columns are called, the first one included.

    Returns:
        `caption`, `corner`, `columns`, `groups` (each with `title` and `rows` of
        `label`, `same` (whether the row can be left out, as nothing differs in it) and `cells`), `summary` (a
        sentence for each of the others) and `notice`. A cell has `text`, `tone` and `change`: what is different, in
        words, or null.
    """
    rows = [row for row in comparison["rows"] if _shows(builder, row)]
    groups = [group for group in (_group(builder, name, rows) for name in _GROUPS) if group["rows"]]
    message = builder.message
    return {
        "caption": message("view.comparison.caption", {"first": names[0]}),
        "corner": message("view.comparison.corner"),
        "columns": list(names),
        "groups": groups,
        "summary": [_summary(builder, rows, groups, names, column) for column in range(1, len(names))],
        "notice": message("view.notice"),
    }


def _shows(builder: ViewBuilder, row: Record) -> bool:
    """Leave out the days that nobody compares, and the readings of readiness that say nothing new."""
    if row["kind"] == "step":
        milestone = builder.norm["procedure"]["steps"][row["about"]].get("milestone", False)
        return bool(milestone) and any(cell["value"] for cell in row["cells"])
    if row["kind"] == "readiness" and row["about"] != "likely":
        return any(cell["change"] for cell in row["cells"])
    return True


def _group(builder: ViewBuilder, name: str, rows: Sequence[Record]) -> Record:
    shown = [comparison_row(builder, row) for row in rows if row["kind"] in _GROUPS[name]]
    return {"id": name, "title": builder.message(f"view.comparison.group.{name}"), "rows": shown}


def comparison_row(builder: ViewBuilder, row: Record) -> Record:
    """Put one row of `compare` into words, as `comparison_table` describes it."""
    first, *others = row["cells"]
    written = _cell(builder, row, first, first["value"])
    held = [_held(builder, row, written, _cell(builder, row, cell, first["value"])) for cell in others]
    return {
        "id": row["id"],
        "label": _label(builder, row),
        "same": row["kind"] not in _ALWAYS and not any(cell["change"] for cell in held),
        "cells": [written, *held],
    }


def _held(builder: ViewBuilder, row: Record, first: Record, other: Record) -> Record:
    """Say in a word what reads the same as in the first, except for the verdict itself; what is rounded may."""
    reads = row["kind"] == "step" or row["kind"] in _OF_AUDIT
    if not (other["text"] == first["text"] if reads else other["change"] is None):
        return other
    text = other["text"] if row["kind"] == "verdict" else builder.message("view.comparison.equal")
    return {"text": text, "tone": "neutral", "change": None}


def _label(builder: ViewBuilder, row: Record) -> str:
    kind, about = row["kind"], row["about"]
    if kind in {"requirement", "step", "deadline"}:
        return builder.title(about)
    reading = builder.text(builder.norm["scoring"]["readings"][about]["title"]) if about else ""
    return builder.message(f"view.comparison.row.{kind}", {"reading": reading})


def _cell(builder: ViewBuilder, row: Record, cell: Record, first: Any) -> Record:
    if row["kind"] in _OF_AUDIT and not _OF_AUDIT[row["kind"]](cell["value"]):
        return {"text": builder.message("view.comparison.not_applicable"), "tone": "neutral", "change": None}
    change = cell["change"]
    measure = _MEASURES.get(row["kind"], "quality")
    return {
        "text": _TEXTS[row["kind"]](builder, cell["value"], first),
        "tone": _TONES[change],
        "change": builder.message(f"view.comparison.{measure}.{change}") if change else None,
    }


def _summary(
    builder: ViewBuilder, rows: Sequence[Record], groups: Sequence[Record], names: Sequence[str], column: int
) -> str:
    shown = (row["cells"][column] for group in groups for row in group["rows"])
    different = sum(cell["change"] is not None for cell in shown)
    likely = next(row for row in rows if row["id"] == "verdict:likely")
    values = {
        "name": names[column],
        "first": names[0],
        "verdict": builder.verdicts(likely["cells"][column]["value"]),
        "number": different,
    }
    return builder.message("view.comparison.different" if different else "view.comparison.same", values)


def _conditions(builder: ViewBuilder, value: list[str], _first: Any) -> str:
    return builder.several([builder.in_sentence(name) for name in value]) or builder.message("view.comparison.none")


def _requirement(builder: ViewBuilder, value: Record | None, _first: Any) -> str:
    if value is None:
        return builder.message("view.comparison.none")
    if value["scope"] not in MAY_BE_AUDITED:
        return builder.message(f"view.scope.state.{value['scope']}")
    results = {name: builder.results(found) for name, found in value["readings"].items()}
    if len(set(results.values())) == 1:
        return results["likely"]
    readings = builder.norm["scoring"]["readings"]
    results_by_reading = (
        {"reading": builder.text(readings[name]["title"]), "result": results[name]} for name in results
    )
    return "; ".join(builder.message("view.comparison.reading", each) for each in results_by_reading)


def _coverage(builder: ViewBuilder, value: Record, _first: Any) -> str:
    return builder.message("view.comparison.of", value | {"low": value["answered"]})


def _readiness(builder: ViewBuilder, value: Record, _first: Any) -> str:
    exact = value["low"] == value["high"]
    return builder.message("view.comparison.of" if exact else "view.comparison.range_of", value)


def _step(builder: ViewBuilder, value: Mapping[str, str] | None, _first: Any) -> str:
    if value is None:
        return builder.message("view.comparison.no_day")
    return builder.days(value)


def _day(builder: ViewBuilder, value: str | None, _first: Any) -> str:
    return builder.date(value) if value else builder.message("view.comparison.no_day")


def _last_day(builder: ViewBuilder, value: Record | None, _first: Any) -> str:
    """Name the last day of a deadline; one that we only expect by the part of its month."""
    if value is None:
        return builder.message("view.comparison.no_day")
    if value["basis"] == "expected":
        return builder.message("view.timeline.around", {"likely": value["last"]})
    return builder.date(value["last"])


def _counted(builder: ViewBuilder, value: list[str], first: list[str]) -> str:
    """Say how many there are, and which of them the first has not, or had."""
    return "; ".join([str(len(value)), *_moved(builder, value, first)])


def _moved(builder: ViewBuilder, value: list[str], first: list[str]) -> Iterator[str]:
    for message, some, others in (("added", value, first), ("removed", first, value)):
        names = [name for name in some if name not in others]
        if names:
            yield builder.message(f"view.comparison.{message}", {"names": names})


def _warnings(builder: ViewBuilder, value: list[Record], first: list[Record]) -> str:
    return _counted(builder, [entry["id"] for entry in value], [entry["id"] for entry in first])


_TEXTS: Mapping[str, Callable[[ViewBuilder, Any, Any], str]] = {
    "verdict": lambda builder, value, _: builder.verdicts(value),
    "robust": lambda builder, value, _: builder.message("view.trace.yes" if value else "view.trace.no"),
    "eligibility": lambda builder, value, _: builder.message(f"view.eligibility.state.{value}"),
    "conditions": _conditions,
    "requirement": _requirement,
    "coverage": _coverage,
    "readiness": _readiness,
    "minutes": lambda builder, value, _: builder.estimated(value, "hours"),
    "cents": lambda builder, value, _: builder.estimated(value, "money"),
    "start": _day,
    "step": _step,
    "deadline": _last_day,
    "left": lambda builder, value, _: builder.message("view.comparison.left", value),
    "documents": _counted,
    "missing": lambda _builder, value, _: str(len(value)),
    "warnings": _warnings,
}
