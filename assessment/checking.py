"""Checks of values, by combinators: functions that make a check out of checks, as that of a map out of its entries.

Each tells what is wrong with a value, where and why, as faults.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from assessment.faults import Fault, shorten

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Check",
    "Path",
    "count",
    "day",
    "decimal",
    "map_of",
    "named",
    "names_out_of",
    "one_of",
    "several_of",
    "text",
    "yes_no",
]

Path = tuple[str | int, ...]
Check = Callable[[Any, Path], Iterator[Fault]]

MAX_COUNT = 100_000
_DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

FIRST_DAY, LAST_DAY = "2000-01-01", "2099-12-31"
"""The days that a candidate can mean: of this century, since the scheme is of this century. A year of two digits, which
browsers and people write as 0022, is none."""


def map_of(shape: Mapping[str, Check], required: tuple[str, ...] = ()) -> Check:
    """Make a check for a map with these keys, each checked in its own way."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(path, "answers.not_a_map", {})
            return
        for name in required:
            if name not in value:
                yield Fault(path, "answers.missing_key", {"key": name})
        for name, inner in value.items():
            if name in shape:
                yield from shape[name](inner, (*path, name))
            else:
                yield Fault((*path, name), "answers.unknown_key", {"key": shorten(name), "known": shape})

    return check


def named(known: list[str], inner: Check) -> Check:
    """Make a check for a map from the ids of the norm's elements to something."""
    return map_of(dict.fromkeys(known, inner))


def one_of(options: Sequence[str]) -> Check:
    """Make a check for one of these."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, str) or value not in options:
            yield _not_an_option(path, value, options)

    return check


def _not_an_option(path: Path, given: Any, options: Sequence[str]) -> Fault:
    told = shorten(given) if isinstance(given, str) else ""
    return Fault(path, "answers.not_an_option", {"options": list(options), "given": told})


def several_of(options: Sequence[str]) -> Check:
    """Make a check for a list of these, each at most once."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "answers.not_a_list", {"options": list(options)})
            return
        seen: set[str] = set()
        for position, item in enumerate(value):
            if not isinstance(item, str) or item not in options:
                yield _not_an_option((*path, position), item, options)
            elif item in seen:
                yield Fault((*path, position), "answers.twice", {})
            else:
                seen.add(item)

    return check


def names_out_of(known: Collection[str]) -> Check:
    """Make a check for a list of names, each of one of these questions and none of them twice."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "answers.no_names", {})
            return
        seen: set[str] = set()
        for position, name in enumerate(value):
            if not isinstance(name, str):
                yield Fault((*path, position), "answers.not_text", {})
            elif name not in known:
                yield Fault((*path, position), "answers.no_question", {"name": shorten(name)})
            elif name in seen:
                yield Fault((*path, position), "answers.twice", {})
            else:
                seen.add(name)

    return check


def yes_no(value: Any, path: Path) -> Iterator[Fault]:
    """Check that a value is yes or no."""
    if not isinstance(value, bool):
        yield Fault(path, "answers.not_yes_no", {})


def text(max_length: int, *, filled: bool = False) -> Check:
    """Make a check for a text, of no more characters than this, and with something in it if it must be `filled`."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, "answers.not_text", {})
        elif len(value) > max_length:
            yield Fault(path, "answers.too_long", {"longest": max_length, "length": len(value)})
        elif filled and not value.strip():
            yield Fault(path, "answers.empty", {})

    return check


def count(minimum: int, maximum: int = MAX_COUNT) -> Check:
    """Make a check for a whole number between these."""

    def check(value: Any, path: Path) -> Iterator[Fault]:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not minimum <= value <= maximum:
            yield Fault(path, "answers.not_a_count", {"least": minimum, "most": maximum})

    return check


def day(value: Any, path: Path) -> Iterator[Fault]:
    """Check that a value is a day that a candidate can mean."""
    if not (isinstance(value, str) and _DATE.fullmatch(value) and _on_the_calendar(value)):
        yield Fault(path, "answers.not_a_date", {})
    elif not FIRST_DAY <= value <= LAST_DAY:
        yield Fault(path, "answers.not_a_year", {"first": FIRST_DAY[:4], "last": LAST_DAY[:4]})


def _on_the_calendar(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def decimal(value: Any, path: Path) -> Iterator[Fault]:
    """Check that a value is an amount with decimals, as a text."""
    if not (isinstance(value, str) and _DECIMAL.fullmatch(value)):
        yield Fault(path, "answers.not_a_decimal", {})
