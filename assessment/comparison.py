"""Comparison of reports: what people lay side by side, and how each of the others differs from the first.

Language-neutral, like the reports themselves. Each row has a cell per report with its `value`, and its `change`
against the first: `better`, `worse` or `other` (different, but not plainly one of the two); null where it is the same.
The first cell never has one.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from assessment.case import Record
from assessment.outcomes import NOT_REQUIRED, RESULTS
from assessment.rules.scoring import READINGS
from assessment.rules.warnings import WARNING_LEVELS

__all__ = ["compare"]

_MAX_REPORTS = 4
_LENGTHS = ("low", "likely", "high")
_DAYS = ("earliest", "likely", "latest")
_ELIGIBILITY = ("not_met", "unknown", "met")

_Take = Callable[[Record], Any]
_Judge = Callable[[Any, Any], str]


def compare(reports: Sequence[Record], verdicts: Sequence[str]) -> Record:
    """Lay two to four reports side by side.

    Args:
        reports: What `assess` returned, with the one that the others are held against first. All are of one norm.
        verdicts: What an audit can end in, from the worst to the best; see `verdicts_of`.

    Returns:
        `columns` (how many there are) and `rows`, each with `id`, `kind`, `about` (the element it is about, or null)
        and `cells`.

    Raises:
        ValueError: There are fewer than two reports, or more than four.
    """
    if not 1 < len(reports) <= _MAX_REPORTS:
        raise ValueError(len(reports))
    return {"columns": len(reports), "rows": list(_rows(reports, verdicts))}


def _rows(reports: Sequence[Record], verdicts: Sequence[str]) -> Iterator[Record]:
    readings = [name for name in READINGS if name in reports[0]["outcome"]]
    for name in readings:
        yield _row(reports, "verdict", _taking("outcome", name), _verdict(verdicts), name)
    yield _row(reports, "robust", _taking("outcome", "robust"), _other)
    yield _row(reports, "eligibility", _taking("eligibility", "state"), _eligibility)
    yield _row(reports, "conditions", _unmet, _fewer)
    yield from _requirements(reports)
    yield _row(reports, "coverage", _taking("readiness", "coverage"), _coverage)
    for name in readings:
        yield _row(reports, "readiness", _sufficient(name), _readiness, name)
    yield _row(reports, "minutes", _taking("cost", "minutes"), _lower)
    yield _row(reports, "cents", _taking("cost", "cents"), _lower)
    yield _row(reports, "start", _taking("timeline", "start"), _other)
    yield from _listed(reports, "steps", "step", itemgetter("end"), _sooner)
    yield from _listed(reports, "deadlines", "deadline", _last_day, _other)
    yield _row(reports, "left", _left, _less)
    yield _row(reports, "documents", _needed, _fewer)
    yield _row(reports, "missing", _missing, _fewer)
    yield _row(reports, "warnings", _warned, _calmer)


def _taking(section: str, name: str) -> _Take:
    return lambda report: report[section][name]


def _row(reports: Sequence[Record], kind: str, take: _Take, judge: _Judge, about: str | None = None) -> Record:
    first, *others = [take(report) for report in reports]
    cells = [{"value": first, "change": None}]
    cells += [{"value": value, "change": None if value == first else judge(first, value)} for value in others]
    name = kind if about is None else f"{kind}:{about}"
    return {"id": name, "kind": kind, "about": about, "cells": cells}


def _requirements(reports: Sequence[Record]) -> Iterator[Record]:
    """Yield a row for each requirement on which the reports do not agree."""
    for name in _names(report["requirements"] for report in reports):
        row = _row(reports, "requirement", _result(name), _requirement, name)
        if any(cell["change"] for cell in row["cells"]):
            yield row


def _listed(reports: Sequence[Record], table: str, kind: str, part: _Take, judge: _Judge) -> Iterator[Record]:
    """Yield a row for each step or deadline; a report without it has null."""
    for name in _names(report["timeline"][table] for report in reports):
        yield _row(reports, kind, _dated(table, name, part), judge, name)


def _names(lists: Iterator[list[Record]]) -> list[str]:
    """Return the ids of the first list, then those that only others have, in an order that does not hang on theirs."""
    first, *others = ([entry["id"] for entry in entries] for entries in lists)
    return [*first, *sorted({name for names in others for name in names} - set(first))]


def _result(name: str) -> _Take:
    def take(report: Record) -> Record | None:
        found = _entry(report["requirements"], name)
        return found and {"scope": found["scope"], "readings": found["readings"]}

    return take


def _dated(table: str, name: str, part: _Take) -> _Take:
    def take(report: Record) -> Any:
        found = _entry(report["timeline"][table], name)
        return found and part(found)

    return take


def _last_day(deadline: Record) -> Record:
    return {name: deadline[name] for name in ("last", "basis")}


def _entry(entries: list[Record], name: str) -> Record | None:
    return next((entry for entry in entries if entry["id"] == name), None)


def _sufficient(reading: str) -> _Take:
    return lambda report: {name: report["readiness"][reading][name] for name in ("low", "high", "of")}


def _unmet(report: Record) -> list[str]:
    return [entry["id"] for entry in report["eligibility"]["conditions"] if entry["state"] == "not_met"]


def _left(report: Record) -> Record:
    """Count the points that are to do and open, of those that decide."""
    return {name: report["readiness"]["points"][name] for name in ("to_do", "open")}


def _needed(report: Record) -> list[str]:
    return [entry["id"] for entry in report["documents"]]


def _missing(report: Record) -> list[str]:
    return [entry["id"] for entry in report["documents"] if entry["state"] != "ready"]


def _warned(report: Record) -> list[Record]:
    return [{"id": entry["id"], "level": entry["level"]} for entry in report["warnings"]]


def _other(_first: Any, _value: Any) -> str:
    return "other"


def _direction(steps: Sequence[int]) -> str:
    """Say whether every step goes up, or every one down (Pareto dominance); anything else is just different."""
    if all(step >= 0 for step in steps):
        return "better"
    return "worse" if all(step <= 0 for step in steps) else "other"


def _between(first: Record, value: Record, order: Sequence[str]) -> list[int]:
    return [order.index(value[end]) - order.index(first[end]) for end in ("worst", "best")]


def _verdict(verdicts: Sequence[str]) -> _Judge:
    """Whether no audit at all is better than a good one is not for us to say, nor whether a limited one is."""

    def judge(first: Record, value: Record) -> str:
        is_other_audit = first.get("limited") != value.get("limited")
        if is_other_audit or NOT_REQUIRED in {*first.values(), *value.values()}:
            return "other"
        return _direction(_between(first, value, verdicts))

    return judge


def _requirement(first: Record | None, value: Record | None) -> str:
    if first is None or value is None or first["scope"] != value["scope"]:
        return "other"
    pairs = [(one, value["readings"][name]) for name, one in first["readings"].items()]
    return _direction([step for one, other in pairs for step in _between(one, other, RESULTS)])


def _eligibility(first: str, value: str) -> str:
    return _direction([_ELIGIBILITY.index(value) - _ELIGIBILITY.index(first)])


def _coverage(first: Record, value: Record) -> str:
    return _direction([value["answered"] - first["answered"]]) if value["of"] == first["of"] else "other"


def _readiness(first: Record, value: Record) -> str:
    if value["of"] != first["of"]:
        return "other"
    return _direction([value[end] - first[end] for end in ("low", "high")])


def _lower(first: Record, value: Record) -> str:
    return _direction([first[length] - value[length] for length in _LENGTHS])


def _sooner(first: Record | None, value: Record | None) -> str:
    """Compare days, of which the earlier is the better; the ISO form of days sorts as they do."""
    if first is None or value is None:
        return "other"
    return _direction([(first[day] > value[day]) - (first[day] < value[day]) for day in _DAYS])


def _fewer(first: list[str], value: list[str]) -> str:
    one, other = set(first), set(value)
    return "better" if other < one else "worse" if other > one else "other"


def _less(first: Record, value: Record) -> str:
    return _direction([first[name] - value[name] for name in first])


def _calmer(first: list[Record], value: list[Record]) -> str:
    """Only serious warnings make it better or worse; a note is just something to know."""
    serious = [
        [entry["id"] for entry in warned if WARNING_LEVELS[entry["level"]].is_serious] for warned in (first, value)
    ]
    return _fewer(*serious)
