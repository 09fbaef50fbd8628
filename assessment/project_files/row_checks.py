"""Kinds of checks of one file: each takes a file and says what it found, as values for the sentences; or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from assessment.periods import add_period
from assessment.project_files.folding import folded, has_phrase
from assessment.project_files.records import Record
from assessment.project_files.rules import FileRule
from assessment.validity import in_force

__all__ = ["BY_FIGURE", "ROW_CHECKS", "WANTED", "RowCheck", "Situation", "window_of"]

_LAST_DAY_OF_YEAR = "-12-31"
_YEAR = 4
Found = Mapping[str, Any]


class Situation(NamedTuple):
    """What is checked against.

    Attributes:
        today: The day of the check: that of the audit, or today.
        window: The first day that the list goes back to.
        own_numbers: Enterprise numbers of the provider and of who is known to be related.
        registered: Since when the provider is registered, as far as told.
        themes: The themes of the norm by id.
    """

    today: str
    window: str
    own_numbers: frozenset[str] = frozenset()
    registered: str = ""
    themes: Mapping[str, Any] = {}


States = Sequence[Mapping[str, Any]]
"""What a rule is held to, as it stands on the day."""
RowCheck = Callable[[Record, FileRule, States, Situation], "Found | None"]


def window_of(today: str, value: Mapping[str, Any]) -> str:
    """Return the first day of a window that goes back from a day by a figure of the norm."""
    return add_period(date.fromisoformat(today), {value["unit"]: -value["amount"]}).isoformat()


def _values(record: Record, names: Sequence[str]) -> list[Any] | None:
    """Return the values of these columns, or nothing when one is missing."""
    values = [record.values.get(name) for name in names]
    return None if None in values else values


def _days_after(record: Record, rule: FileRule, states: States, _: Situation) -> Found | None:
    """The first column is more days after the second than the norm allows."""
    values = _values(record, rule.columns)
    if values is None or values[0] <= values[1]:
        return None
    days = (date.fromisoformat(values[0]) - date.fromisoformat(values[1])).days
    most = max(_amounts(states), default=days)
    return {"days": days} if days > most else None


def _amounts(states: States) -> list[int]:
    return [state["value"]["amount"] for state in states if "amount" in state.get("value", {})]


def _before(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """The first column is before the second."""
    values = _values(record, rule.columns)
    return {} if values and values[0] < values[1] else None


def _after_next_year(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """The first column is after the last day of the year after the second."""
    values = _values(record, rule.columns)
    last = f"{int(values[1][:_YEAR]) + 1:04}{_LAST_DAY_OF_YEAR}" if values else ""
    return {"last": last} if values and values[0] > last else None


def _before_window(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    """The last day of a file lies before the window of the list."""
    day = next((record.values[name] for name in rule.columns if name in record.values), None)
    return {"first": situation.window} if day and day < situation.window else None


def _after_today(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    values = _values(record, rule.columns)
    return {"today": situation.today} if values and values[0] > situation.today else None


def _before_registration(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    values = _values(record, rule.columns)
    return {"first": situation.registered} if values and values[0] < situation.registered else None


def _below(record: Record, rule: FileRule, states: States, _: Situation) -> Found | None:
    """An amount is less than the norm asks."""
    values = _values(record, rule.columns)
    least = _amounts(states)
    return {} if values and least and values[0] < min(least) else None


def _more_than_rest(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """The first amount is more than the second without the others; the others need not be there."""
    values = _values(record, rule.columns[:2])
    if values is None:
        return None
    others = [record.values[name] for name in rule.columns[2:] if name in record.values]
    if len(rule.columns) > 2 and not any(others):  # noqa: PLR2004 - two amounts, and what is taken off
        return None
    rest = values[1] - sum(others)
    return {"rest": rest} if values[0] > rest else None


def _more_for_each(record: Record, rule: FileRule, states: States, _: Situation) -> Found | None:
    """The first amount, shared over all others multiplied, is more than the norm allows."""
    values = _values(record, rule.columns)
    if values is None or not all(value > 0 for value in values):
        return None
    number = 1
    for each in values[1:]:
        number *= each
    # Numbers are in hundredths, each of them.
    whole = 100 ** len(values[1:])
    most = max(_amounts(states), default=None)
    if most is None or values[0] * whole <= most * number:
        return None
    return {"share": values[0] * whole // number}


def _differs(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """Columns that must say the same do not."""
    filled = [(name, record.values[name]) for name in rule.columns if name in record.values]
    told = [folded(value) if isinstance(value, str) else value for _, value in filled]
    other = next((at for at, each in enumerate(told) if each != told[0]), 0)
    return {"one": filled[0][0], "other": filled[other][0], "column": filled[other][0]} if other else None


def _unknown_choice(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """A choice that is none of those that are known."""
    name = rule.columns[0]
    return {"column": name} if record.unread.get(name) == "unread" else None


def _theme_over(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    """A theme that is not there on the day of the file."""
    values = _values(record, rule.columns)
    theme = situation.themes.get(values[0]) if values else None
    return {} if values and theme and not in_force(theme, values[1]) else None


def _has_words(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """One of the columns has one of the words."""
    for name in rule.columns:
        if name in record.values and (word := _word_in(record.values[name], rule)):
            return {"column": name, "word": word}
    return None


def _lacks_words(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """Columns are filled in, and none has any of the words."""
    filled = [name for name in rule.columns if name in record.values]
    has = any(_word_in(record.values[name], rule) for name in filled)
    return {"column": filled[0]} if filled and not has else None


def _word_in(value: Any, rule: FileRule) -> str | None:
    """The word of the rule that a text has; many files have the same text."""
    if value not in rule.words_in:
        text = folded(str(value))
        rule.words_in[value] = next((word.rstrip("*") for word in rule.data["words"] if has_phrase(text, word)), None)
    return rule.words_in[value]


def _is_own(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    """The enterprise is the provider itself, or one that is known to be related."""
    values = _values(record, rule.columns)
    return {} if values and values[0] in situation.own_numbers else None


def _says(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    """A column says what the rule names, and what it comes with is over."""
    said = record.values[rule.columns[0]]
    return {} if said in rule.data["values"] and _is_over(record, rule, situation) else None


def _is_blank(record: Record, rule: FileRule, _: States, situation: Situation) -> Found | None:
    """A cell is blank in a column that the list has."""
    name = rule.columns[0]
    there = name in record.values or name in record.unread
    return {} if name in record.columns and not there and _is_over(record, rule, situation) else None


def _is_over(record: Record, rule: FileRule, situation: Situation) -> bool:
    """Whether the first day that is told lies behind; a rule that names no days asks for none."""
    days: Sequence[str] = rule.data.get("over", ())
    day = next((record.values[name] for name in days if name in record.values), None)
    return not days or (day is not None and day <= situation.today)


def _unreadable(record: Record, rule: FileRule, _: States, __: Situation) -> Found | None:
    """A cell cannot be read, for the reason that the rule names."""
    return {} if record.unread.get(rule.columns[0]) in rule.data["values"] else None


WANTED: Mapping[str, int] = {
    "days_after": 2, "before": 2, "after_next_year": 2, "after_today": 1, "before_registration": 1, "below": 1,
    "more_than_rest": 2, "more_for_each": 3, "theme_over": 2, "is_own": 1, "says": 1,
}  # fmt: skip
"""How many of the first columns must say something before a check can find anything; none, when not told."""
BY_FIGURE = frozenset({"days_after", "below", "more_for_each"})
"""What compares with a figure of the norm."""
ROW_CHECKS: Mapping[str, RowCheck] = {
    "days_after": _days_after,
    "before": _before,
    "after_next_year": _after_next_year,
    "before_window": _before_window,
    "after_today": _after_today,
    "before_registration": _before_registration,
    "below": _below,
    "more_than_rest": _more_than_rest,
    "more_for_each": _more_for_each,
    "differs": _differs,
    "unknown_choice": _unknown_choice,
    "theme_over": _theme_over,
    "has_words": _has_words,
    "lacks_words": _lacks_words,
    "is_own": _is_own,
    "says": _says,
    "blank": _is_blank,
    "unreadable": _unreadable,
}
"""What a rule can ask of one file, by its `check`; a new kind is a line here."""
