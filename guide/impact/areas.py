"""Areas of a result in which a change can show: what is compared in each, and which rules decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.case import Record
from assessment.comparison import compare

__all__ = ["AREAS", "Area", "changed_rows", "verdict_of"]


@dataclass(frozen=True)
class Area:
    """A part of a result that people ask about.

    Attributes:
        rows: The kinds of rows of the comparison that belong to it.
        rules: The rules of the trace whose conclusions it shows.
    """

    rows: frozenset[str]
    rules: frozenset[str]


def _area(rows: str, rules: str) -> Area:
    return Area(frozenset(rows.split()), frozenset(rules.split()))


AREAS = {
    "outcome": _area("verdict eligibility", "outcome headline eligibility"),
    "requirements": _area("requirement conditions", "requirement condition scope exemption"),
    "documents": _area("documents missing", "document"),
    "hours": _area("minutes", "cost total"),
    "cost": _area("cents", "rate cost total extra"),
    "dates": _area("start step deadline", "step deadline"),
    "warnings": _area("warnings", "warning"),
    "readiness": _area("coverage readiness left", "coverage readiness"),
    "worth": _area("worth", "worth"),
}
"""By name, what matters most first; a new area is a line here."""


def changed_rows(old: Record, new: Record, verdicts: Sequence[str]) -> dict[str, list[Record]]:
    """Return for each area in which two reports differ the rows that do, each with `kind`, `about`, `old` and `new`.

    Args:
        old: The report by the old norm, in the names of today.
        new: The report by the new one.
        verdicts: What an audit can end in by either of the norms.
    """
    rows = [*_rows(old, new, verdicts)]
    found = {name: [row for row in rows if row["kind"] in area.rows] for name, area in AREAS.items()}
    return {name: each for name, each in found.items() if each}


def _rows(old: Record, new: Record, verdicts: Sequence[str]) -> Iterator[Record]:
    for row in compare([old, new], verdicts)["rows"]:
        first, second = (cell["value"] for cell in row["cells"])
        if first != second:
            yield {"kind": row["kind"], "about": row["about"], "old": first, "new": second}
    if old["worth"] != new["worth"]:
        cost = [report["worth"].get("cost") for report in (old, new)]
        yield {"kind": "worth", "about": None, "old": cost[0], "new": cost[1]}


def verdict_of(report: Record) -> dict[str, Any]:
    """Return what a report decides: whether the conditions are met, and of each reading the verdicts that can come."""
    readings = {name: _interval(found) for name, found in report["outcome"].items() if _is_interval(found)}
    return {"eligibility": report["eligibility"]["state"], **readings}


def _is_interval(part: Any) -> bool:
    return isinstance(part, dict) and "worst" in part


def _interval(found: Record) -> str:
    return str(found["worst"]) if found["worst"] == found["best"] else f"{found['worst']}..{found['best']}"
