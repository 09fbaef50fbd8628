"""Kinds of checks of a whole list: what only several files together can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from assessment.periods import add_months
from assessment.project_files.folding import folded
from assessment.project_files.records import Record
from assessment.project_files.row_checks import Situation
from assessment.project_files.rules import FileRule

__all__ = ["LIST_CHECKS", "ListCheck"]

Found = Mapping[str, Any]
ListCheck = Callable[[Sequence[Record], FileRule, Situation], Iterator[tuple[Record, Found]]]


def _repeated(records: Sequence[Record], rule: FileRule, _: Situation) -> Iterator[tuple[Record, Found]]:
    """Files that say the same in all columns of the rule as one before them."""
    first: dict[tuple[Any, ...], int] = {}
    for record in records:
        said = tuple(_told(record.values.get(name)) for name in rule.columns if name in record.columns)
        if None in said or not _has_all(record, rule) or not rule.is_for(record):
            continue
        if said in first:
            yield record, {"row": first[said]}
        else:
            first[said] = record.row


def _has_all(record: Record, rule: FileRule) -> bool:
    needed: Sequence[str] = rule.data.get("needs", rule.columns)
    return all(name in record.columns for name in needed)


def _told(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else value


def _gap(records: Sequence[Record], rule: FileRule, situation: Situation) -> Iterator[tuple[Record, Found]]:
    """Files before which nothing ran for longer than the rule says, within the window of the list."""
    begin, end = rule.columns
    dated = sorted((record for record in records if begin in record.values), key=lambda each: str(each.values[begin]))
    last = ""
    for before, after in pairwise(dated):
        last = max(last, before.values.get(end, before.values[begin]), before.values[begin])
        starts = after.values[begin]
        if max(last, situation.window) < starts <= situation.today and _is_long(last, starts, rule.data["months"]):
            yield after, {"from": last, "until": starts}


def _is_long(last: str, starts: str, months: int) -> bool:
    return add_months(date.fromisoformat(last), months).isoformat() < starts


LIST_CHECKS: Mapping[str, ListCheck] = {"repeated": _repeated, "gap": _gap}
"""What a rule can ask of a whole list, by its `check`; a new kind is a line here."""
