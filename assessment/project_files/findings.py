"""Findings: what the rules find in the files of a list, file by file; no words yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.project_files.list_checks import LIST_CHECKS
from assessment.project_files.records import GIVEN, Record
from assessment.project_files.row_checks import BY_FIGURE, ROW_CHECKS, WANTED, RowCheck, Situation
from assessment.project_files.rules import FileRule, Held

__all__ = ["Found", "found_in", "not_checked"]

_NO_COLUMN = 0
# Where there is no column, there is nothing that cannot be read or is blank.
_WITHOUT = frozenset({"unreadable", "unknown_choice"})


class Found(NamedTuple):
    """Something that a rule found.

    Attributes:
        rule: The rule.
        record: The file.
        day: The day on which the file was held to the norm.
        settled: Whether a source settles it on that day.
        extras: What the check says of it, for the sentences.
    """

    rule: FileRule
    record: Record
    day: str
    settled: bool
    extras: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The id of the column that it is about."""
        column: str = self.extras.get("column") or self.rule.data.get("at") or self.rule.columns[0]
        return column

    @property
    def column(self) -> int:
        """The number of the column that it is about."""
        return self.record.columns.get(self.name, _NO_COLUMN)


def found_in(records: Sequence[Record], rules: Iterable[FileRule], held: Held, situation: Situation) -> list[Found]:
    """Return what the rules find, by row and in the order of the rules."""
    in_order = list(rules)
    plans = _Plans(in_order)
    found = [one for record in records for one in _in_record(record, plans.of(record), held, situation)]
    for rule in in_order:
        if rule.data["check"] in LIST_CHECKS:
            for record, extras in LIST_CHECKS[rule.data["check"]](records, rule, situation):
                found.append(_found(rule, record, situation.today, held, extras))
    place = {rule.data["id"]: at for at, rule in enumerate(in_order)}
    return sorted(found, key=lambda one: (one.record.row, place[one.rule.data["id"]]))


class _Planned(NamedTuple):
    """A rule that can find something in the files of a table."""

    rule: FileRule
    check: RowCheck
    wants: frozenset[str]
    of_unread: bool
    by_figure: bool


class _Plans:
    """Which rules can find anything in a table, by its columns; so no file asks that of every rule."""

    def __init__(self, rules: Iterable[FileRule]) -> None:
        self._rules = [rule for rule in rules if rule.data["check"] in ROW_CHECKS]
        self._known: dict[tuple[str, ...], list[_Planned]] = {}

    def of(self, record: Record) -> list[_Planned]:
        """Return the rules for a file."""
        columns = tuple(record.columns)
        if columns not in self._known:
            self._known[columns] = [_planned(rule) for rule in self._rules if _looks_at(rule, record)]
        return self._known[columns]


def _planned(rule: FileRule) -> _Planned:
    name = rule.data["check"]
    wants = frozenset(rule.columns[: WANTED.get(name, 0)])
    return _Planned(rule, ROW_CHECKS[name], wants, name in _WITHOUT, name in BY_FIGURE)


def _looks_at(rule: FileRule, record: Record) -> bool:
    return any(name in record.columns or name in GIVEN for name in rule.columns)


def _in_record(record: Record, plan: Iterable[_Planned], held: Held, situation: Situation) -> Iterator[Found]:
    told: set[str] = set()
    values, unread = record.values.keys(), bool(record.unread)
    for rule, check, wants, of_unread, by_figure in plan:
        if (of_unread and not unread) or not wants <= values or not rule.is_for(record):
            continue
        if told and not told.isdisjoint(rule.data.get("unless_found", ())):
            continue
        # Most find nothing, so what the norm says on the day is looked up first only by who compares with a figure.
        standing = held.on(rule, rule.day(record, situation.today)) if by_figure else None
        extras = check(record, rule, standing.states if standing else [], situation)
        if extras is not None:
            day = rule.day(record, situation.today)
            standing = held.on(rule, day)
            if standing.holds:
                told.add(rule.data["id"])
                yield Found(rule, record, day, standing.settled, extras)


def _found(rule: FileRule, record: Record, day: str, held: Held, extras: Mapping[str, Any]) -> Found:
    return Found(rule, record, day, held.on(rule, day).settled, extras)


def not_checked(rules: Iterable[FileRule], columns: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the rules that the list cannot be held to, with the columns that it lacks.

    Args:
        rules: All rules.
        columns: The columns that the list has, and what is known of its files besides.
    """
    there = set(columns)
    found: list[tuple[str, list[str]]] = []
    for rule in rules:
        if rule.data["check"] in _WITHOUT:
            continue
        asked = rule.data.get("needs", [*rule.columns, *(name for name, _ in rule.only)])
        lacking = [name for name in asked if name not in there]
        if lacking:
            found.append((rule.data["id"], lacking))
    return found
