"""The rules of the file check, and the day on which each is held to the norm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.findings import Find, is_settled, states_held_to
from assessment.project_files.records import Record
from assessment.validity import states_of

__all__ = ["FileRule", "Held", "Standing", "file_rules"]

_DAYS = {"earliest": min, "latest": max}


class FileRule:
    """One rule.

    Attributes:
        data: The rule as it stands in the norm.
        columns: The columns that it compares, in the order that its kind of check asks.
        only: The values that a file must have for it, by column; what a file does not say, it has not.
        words_in: Which of its words a text has, as far as it was asked.
    """

    __slots__ = ("_dates", "_pick", "columns", "data", "only", "words_in")

    def __init__(self, data: Mapping[str, Any], columns: Sequence[str]) -> None:
        self.data, self.columns = data, columns
        self.only = [(name, frozenset(values)) for name, values in data.get("only", {}).items()]
        self.words_in: dict[Any, str | None] = {}
        held_on = data.get("held_on", {})
        self._dates: Sequence[str] = held_on.get("columns", ())
        self._pick = _DAYS[held_on.get("pick", "earliest")]

    def is_for(self, record: Record) -> bool:
        """Whether it is for files such as this one."""
        return all(record.values.get(name) in values for name, values in self.only) if self.only else True

    def day(self, record: Record, today: str) -> str:
        """Return the day on which a file is held to the norm: one of its own, or else the day of the check."""
        if not self._dates:
            return today
        days = [record.values[name] for name in self._dates if name in record.values]
        return self._pick(days) if days else today


class Standing(NamedTuple):
    """Whether what a rule is held to holds on a day, its states, and whether a source settles the matter."""

    holds: bool
    states: list[Mapping[str, Any]]
    settled: bool


class Held:
    """What rules are held to, worked out once for each era: between two changes of the norm nothing differs.

    Args:
        rules: All rules.
        find: The norm by id.
    """

    def __init__(self, rules: Sequence[FileRule], find: Find) -> None:
        self._find = find
        self._eras: dict[str, int] = {}
        self._known: dict[tuple[str, int], Standing] = {}
        named = {name for rule in rules for name in rule.data.get("held_to", {}).get("elements", ())}
        states = [state for name in named if (element := find(name)) for state in states_of(element)]
        self._first = [state["valid_from"] for state in states if "valid_from" in state]
        self._last = [state["valid_until"] for state in states if "valid_until" in state]

    def era(self, day: str) -> int:
        """Return which era a day lies in."""
        if day not in self._eras:
            self._eras[day] = sum(first <= day for first in self._first) + sum(last < day for last in self._last)
        return self._eras[day]

    def on(self, rule: FileRule, day: str) -> Standing:
        """Return what a rule is held to on a day; a rule that is held to nothing always holds."""
        key = (rule.data["id"], self.era(day))
        if key not in self._known:
            states = states_held_to(rule.data, self._find, day)
            holds = bool(states) or "held_to" not in rule.data
            self._known[key] = Standing(holds, states, is_settled(rule.data, self._find, day))
        return self._known[key]


def file_rules(rules: Iterable[Mapping[str, Any]], kind: str) -> list[FileRule]:
    """Return the rules for a kind of list, in their order; one that looks at each of its columns apart is as many."""
    found: list[FileRule] = []
    for rule in rules:
        if kind not in rule.get("lists", [kind]):
            continue
        columns = rule["columns"]
        each = [[column] for column in columns] if rule.get("each", False) else [columns]
        found += [FileRule(rule, some) for some in each]
    return found
