"""A comparison in words: one table, in which a difference is always said and never only coloured."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.rules.scoring import READINGS
from assessment.view.builder import Pen

__all__ = ["comparison_table"]

_GROUPS = {
    "result": ("verdict", "robust", "eligibility", "conditions", "requirement"),
    "readiness": ("coverage", "readiness"),
    "cost": ("minutes", "cents"),
    "timeline": ("start", "step", "deadline"),
    "work": ("documents", "missing", "warnings"),
}
_TONES = {"better": "good", "worse": "bad", "other": "attention", None: "neutral"}
_ALWAYS = ("verdict", "minutes", "cents", "step")
"""Kinds of rows that people look for also when nothing differs in them."""
_MEASURES = {"minutes": "amount", "cents": "amount", "step": "day", "documents": "number", "missing": "number"}
"""Kinds of rows of which better and worse have plainer names: lower, sooner, fewer."""


def comparison_table(pen: Pen, comparison: Record, names: Sequence[str]) -> Record:
    """Put a comparison into words.

    Args:
        pen: Writes in the language that is wanted.
        comparison: What `compare` returned.
        names: What the columns are called, the first one included.

    Returns:
        `caption`, `corner`, `columns`, `groups` (each with `title` and `rows` of
        `label`, `same` (whether the row can be left out, as nothing differs in it) and `cells`), `summary` (a
        sentence for each of the others) and `notice`. A cell has `text`, `tone` and `change`: what is different, in
        words, or null.
    """
    rows = [row for row in comparison["rows"] if _shows(pen, row)]
    spell = pen.words.spell
    return {
        "caption": spell("view.comparison.caption", {"first": names[0]}),
        "corner": spell("view.comparison.corner"),
        "columns": list(names),
        "groups": [group for group in (_group(pen, name, rows) for name in _GROUPS) if group["rows"]],
        "summary": [_summary(pen, rows, names, column) for column in range(1, len(names))],
        "notice": spell("view.notice"),
    }


def _shows(pen: Pen, row: Record) -> bool:
    """Leave out the days that nobody compares, and the readings of readiness that say nothing new."""
    if row["kind"] == "step":
        milestone = pen.norm["procedure"]["steps"][row["about"]].get("milestone", False)
        return bool(milestone) and any(cell["value"] for cell in row["cells"])
    if row["kind"] == "readiness" and row["about"] != "likely":
        return any(cell["change"] for cell in row["cells"])
    return True


def _group(pen: Pen, name: str, rows: Sequence[Record]) -> Record:
    shown = [_row(pen, row) for row in rows if row["kind"] in _GROUPS[name]]
    return {"id": name, "title": pen.words.spell(f"view.comparison.group.{name}"), "rows": shown}


def _row(pen: Pen, row: Record) -> Record:
    first, *others = row["cells"]
    return {
        "id": row["id"],
        "label": _label(pen, row),
        "same": row["kind"] not in _ALWAYS and not any(cell["change"] for cell in others),
        "cells": [_cell(pen, row, first, first["value"]), *(_held(pen, row, cell, first) for cell in others)],
    }


def _held(pen: Pen, row: Record, cell: Record, first: Record) -> Record:
    """Write a cell of the others; what is the same as in the first is said in a word, except for the verdict itself."""
    written = _cell(pen, row, cell, first["value"])
    repeated = cell["change"] is None and row["kind"] != "verdict"
    return written | ({"text": pen.words.spell("view.comparison.equal")} if repeated else {})


def _label(pen: Pen, row: Record) -> str:
    kind, about = row["kind"], row["about"]
    if kind in {"requirement", "step", "deadline"}:
        return pen.words.title(about)
    reading = pen.words.text(pen.norm["scoring"]["readings"][about]["title"]) if about else ""
    return pen.words.spell(f"view.comparison.row.{kind}", {"reading": reading})


def _cell(pen: Pen, row: Record, cell: Record, first: Any) -> Record:
    change = cell["change"]
    measure = _MEASURES.get(row["kind"], "quality")
    return {
        "text": _TEXTS[row["kind"]](pen, cell["value"], first),
        "tone": _TONES[change],
        "change": pen.words.spell(f"view.comparison.{measure}.{change}") if change else None,
    }


def _summary(pen: Pen, rows: Sequence[Record], names: Sequence[str], column: int) -> str:
    different = sum(row["cells"][column]["change"] is not None for row in rows)
    likely = next(row for row in rows if row["id"] == "verdict:likely")
    values = {
        "name": names[column],
        "first": names[0],
        "verdict": pen.verdicts(likely["cells"][column]["value"]),
        "number": different,
    }
    return pen.words.spell("view.comparison.different" if different else "view.comparison.same", values)


def _conditions(pen: Pen, value: list[str], _first: Any) -> str:
    return "; ".join(pen.words.title(name) for name in value) or pen.words.spell("view.comparison.none")


def _requirement(pen: Pen, value: Record | None, _first: Any) -> str:
    if value is None:
        return pen.words.spell("view.comparison.none")
    if value["scope"] not in {"audited", "unknown"}:
        return pen.words.spell(f"view.scope.state.{value['scope']}")
    results = {name: pen.results(value["readings"][name]) for name in READINGS}
    if len(set(results.values())) == 1:
        return results["likely"]
    readings = pen.norm["scoring"]["readings"]
    said = ({"reading": pen.words.text(readings[name]["title"]), "result": results[name]} for name in READINGS)
    return "; ".join(pen.words.spell("view.comparison.reading", each) for each in said)


def _coverage(pen: Pen, value: Record, _first: Any) -> str:
    return pen.words.spell("view.comparison.of", value | {"low": value["answered"]})


def _readiness(pen: Pen, value: Record, _first: Any) -> str:
    exact = value["low"] == value["high"]
    return pen.words.spell("view.comparison.of" if exact else "view.comparison.range_of", value)


def _step(pen: Pen, value: Mapping[str, str] | None, _first: Any) -> str:
    if value is None:
        return pen.words.spell("view.comparison.no_day")
    days = {end: pen.words.date(day) for end, day in value.items()}
    return days["likely"] if days["earliest"] == days["latest"] else pen.words.spell("view.timeline.span", days)


def _day(pen: Pen, value: str | None, _first: Any) -> str:
    return pen.words.date(value) if value else pen.words.spell("view.comparison.no_day")


def _counted(pen: Pen, value: list[str], first: list[str]) -> str:
    """Say how many there are, and which of them the first has not, or had."""
    return "; ".join([str(len(value)), *_moved(pen, value, first)])


def _moved(pen: Pen, value: list[str], first: list[str]) -> Iterator[str]:
    for message, some, others in (("added", value, first), ("removed", first, value)):
        names = [pen.words.title(name) for name in some if name not in others]
        if names:
            yield pen.words.spell(f"view.comparison.{message}", {"names": ", ".join(names)})


def _warnings(pen: Pen, value: list[Record], first: list[Record]) -> str:
    return _counted(pen, [entry["id"] for entry in value], [entry["id"] for entry in first])


_TEXTS: Mapping[str, Callable[[Pen, Any, Any], str]] = {
    "verdict": lambda pen, value, _: pen.verdicts(value),
    "robust": lambda pen, value, _: pen.words.spell("view.trace.yes" if value else "view.trace.no"),
    "eligibility": lambda pen, value, _: pen.words.spell(f"view.eligibility.state.{value}"),
    "conditions": _conditions,
    "requirement": _requirement,
    "coverage": _coverage,
    "readiness": _readiness,
    "minutes": lambda pen, value, _: pen.range(value, "hours"),
    "cents": lambda pen, value, _: pen.range(value, "money"),
    "start": _day,
    "step": _step,
    "deadline": _day,
    "documents": _counted,
    "missing": lambda _pen, value, _: str(len(value)),
    "warnings": _warnings,
}
