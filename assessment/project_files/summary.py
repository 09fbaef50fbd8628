"""The summary of a list: how many files, by year, service and theme, complete or not, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assessment.project_files.findings import Found
from assessment.project_files.records import SUBSIDISED, Record

__all__ = ["summary_of"]

_YEAR = 4
_SUMS = ("price", "wallet_amount", "non_eligible", "hours")


def summary_of(records: Sequence[Record], found: Iterable[Found]) -> dict[str, Any]:
    """Return the counts and sums of a list; amounts in cents, hours in hundredths."""
    findings = list(found)
    told = {one.record for one in findings}
    incomplete = {one.record for one in findings if one.rule.data["finding"] == "papers"}
    return {
        "files": len(records),
        "subsidised": sum(record.values.get(SUBSIDISED) is True for record in records),
        "with_findings": len(told),
        "incomplete": len(incomplete),
        "by": {
            "year": _counted(record.values["start"][:_YEAR] for record in records if "start" in record.values),
            "service": _by(records, "service"),
            "theme": _by(records, "theme"),
        },
        "sums": {name: _sum(records, name) for name in _SUMS if any(name in record.columns for record in records)},
        "findings": {
            "seems_wrong": sum(one.settled for one in findings),
            "tip": sum(not one.settled for one in findings),
        },
    }


def _by(records: Iterable[Record], name: str) -> dict[str, int]:
    return _counted(record.values[name] for record in records if name in record.values)


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _sum(records: Iterable[Record], name: str) -> int:
    return sum(record.values.get(name, 0) for record in records)


def evidence_of(evidence: Iterable[Mapping[str, Any]], records: Sequence[Record]) -> list[dict[str, Any]]:
    """Return the counts that may serve as evidence for a check point, as far as the list can tell.

    Args:
        evidence: What is counted for which point.
        records: The files.
    """
    found = []
    for each in evidence:
        names = each["columns"]
        if all(any(name in record.values for record in records) for name in names):
            number = _COUNTS[each["count"]](records, names)
            found.append({"id": each["id"], "check": each["check"], "number": number})
    return found


def _filled(records: Sequence[Record], names: Sequence[str]) -> int:
    return sum(all(record.values.get(name) not in {None, False} for name in names) for record in records)


def _different(records: Sequence[Record], names: Sequence[str]) -> int:
    return len({tuple(record.values.get(name) for name in names) for record in records} - {(None,) * len(names)})


def _added(records: Sequence[Record], names: Sequence[str]) -> int:
    return sum(_sum(records, name) for name in names)


_COUNTS = {"filled": _filled, "different": _different, "added": _added}
