"""Validation of a candidate's answers: everything that is wrong with them, at once, each with its place and remedy.

The browser has no JSON Schema, so this parser judges there alone. It accepts exactly what the answers schema accepts
for this norm; a property test holds the two together. It is made of combinators: functions that make a check out of
checks, such as that of a map out of those of its entries.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from assessment.case import Record
from assessment.faults import Fault, shorten
from assessment.fields import option_ids
from assessment.normal_form import in_normal_form
from assessment.scenarios import MAX_SCENARIOS, what_if_fields

__all__ = [
    "ANSWERS_FORMAT",
    "FIRST_DAY",
    "LAST_DAY",
    "MAX_VERSION_LENGTH",
    "MAX_WORTH_FIGURES",
    "is_empty",
    "parse_answers",
    "parser_of",
]

ANSWERS_FORMAT = "kmop-answers/1"

_Path = tuple[str | int, ...]
_Check = Callable[[Any, _Path], Iterator[Fault]]

MAX_WORTH_FIGURES = {"count": 100_000, "money": 1_000_000, "percent": 100}
"""The highest figure of each kind on whether a registration is worth it; money in whole euros."""

MAX_VERSION_LENGTH = 40
"""As long as the version of a norm may be, in characters."""

_MAX_COUNT = 100_000
# Far more than all versions of a norm could put aside; the page draws each.
_MAX_APPENDIX = 1000
# Finding the known word that comes near to a wrong one takes long, and nobody reads more of them.
_MOST_SUGGESTIONS = 100
_MAX_SHORT_TEXT, _MAX_LONG_TEXT = 200, 20_000
_SCORES = ("B", "G", "T", "V")
_STATES = ("ready", "in_progress", "missing")
_DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

FIRST_DAY, LAST_DAY = "2000-01-01", "2099-12-31"
"""The days that a candidate can mean: of this century, since the scheme is of this century. A year of two digits, which
browsers and people write as 0022, is none."""


def parse_answers(document: Any, norm: Mapping[str, Any]) -> tuple[Record | None, list[Fault]]:
    """Check an answers document against this norm.

    Args:
        document: Any JSON value.
        norm: The checked norm, which says which fields, check points and documents there are.

    Returns:
        The answers in their normal form and no faults, or nothing and every fault.
    """
    return parser_of(norm)(document)


def parser_of(norm: Mapping[str, Any]) -> Callable[[Any], tuple[Record | None, list[Fault]]]:
    """Make a `parse_answers` for one norm, for who has many documents to check."""
    check = _document(norm)

    def parse(document: Any) -> tuple[Record | None, list[Fault]]:
        faults = list(check(document, ()))
        if not faults:
            return in_normal_form(document), []
        return None, [*map(_suggesting, faults[:_MOST_SUGGESTIONS]), *faults[_MOST_SUGGESTIONS:]]

    return parse


def is_empty(answers: Mapping[str, Any]) -> bool:
    """Tell whether nothing at all was answered."""
    return not any(_has_leaf(answers.get(part)) for part in ("profile", "scan", "checks", "documents", "worth"))


def _has_leaf(value: Any) -> bool:
    return any(_has_leaf(inner) for inner in value.values()) if isinstance(value, dict) else value is not None


def _document(norm: Mapping[str, Any]) -> _Check:
    shape: dict[str, _Check] = {
        "format": _one_of((ANSWERS_FORMAT,)),
        "norm": _norm_reference(norm),
        "title": _text(_MAX_SHORT_TEXT),
        "profile": _profile(norm, norm["profile"]["fields"]),
        "scan": _named(list(norm["requirements"]), _scan),
        "checks": _named(_check_ids(norm), _map(_CHECK)),
        "documents": _named(list(norm["documents"]), _map(_DOCUMENT)),
        "worth": _map({name: _worth(field) for name, field in norm["worth"]["fields"].items()}),
        "scenarios": _scenarios(norm),
        "appendix": _appendix,
    }
    return _map(shape, required=("format",))


def _map(shape: Mapping[str, _Check], required: tuple[str, ...] = ()) -> _Check:
    """Make a check for a map with these keys, each checked in its own way."""

    def check(value: Any, path: _Path) -> Iterator[Fault]:
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


def _named(known: list[str], inner: _Check) -> _Check:
    """Make a check for a map from the ids of the norm's elements to something."""
    return _map(dict.fromkeys(known, inner))


def _suggesting(fault: Fault) -> Fault:
    """Return a fault with the known key that comes near to an unknown one, if any does."""
    near = get_close_matches(str(fault.path[-1]), fault.values["known"], n=1) if "known" in fault.values else []
    values = {"key": fault.values["key"], "near": near[0]} if near else fault.values
    return Fault(fault.path, "answers.unknown_key_near", values) if near else fault


def _one_of(options: Sequence[str]) -> _Check:
    def check(value: Any, path: _Path) -> Iterator[Fault]:
        if not isinstance(value, str) or value not in options:
            yield Fault(path, "answers.not_an_option", {"options": list(options)})

    return check


def _several_of(options: Sequence[str]) -> _Check:
    def check(value: Any, path: _Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "answers.not_a_list", {"options": list(options)})
            return
        seen: set[str] = set()
        for position, item in enumerate(value):
            if not isinstance(item, str) or item not in options:
                yield Fault((*path, position), "answers.not_an_option", {"options": list(options)})
            elif item in seen:
                yield Fault((*path, position), "answers.twice", {})
            else:
                seen.add(item)

    return check


def _yes_no(value: Any, path: _Path) -> Iterator[Fault]:
    if not isinstance(value, bool):
        yield Fault(path, "answers.not_yes_no", {})


def _text(max_length: int, *, filled: bool = False) -> _Check:
    def check(value: Any, path: _Path) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, "answers.not_text", {})
        elif len(value) > max_length:
            yield Fault(path, "answers.too_long", {"longest": max_length, "length": len(value)})
        elif filled and not value.strip():
            yield Fault(path, "answers.empty", {})

    return check


def _count(minimum: int, maximum: int = _MAX_COUNT) -> _Check:
    def check(value: Any, path: _Path) -> Iterator[Fault]:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not minimum <= value <= maximum:
            yield Fault(path, "answers.not_a_count", {"least": minimum, "most": maximum})

    return check


def _date(value: Any, path: _Path) -> Iterator[Fault]:
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


def _decimal(value: Any, path: _Path) -> Iterator[Fault]:
    if not (isinstance(value, str) and _DECIMAL.fullmatch(value)):
        yield Fault(path, "answers.not_a_decimal", {})


def _norm_reference(norm: Mapping[str, Any]) -> _Check:
    """Make the check of the norm that the answers name: it has to be this one, in whatever version."""

    def this_norm(value: Any, path: _Path) -> Iterator[Fault]:
        if value != norm["id"]:
            yield Fault(path, "answers.other_norm", {"wanted": norm["id"]})

    return _map({"id": this_norm, "version": _text(MAX_VERSION_LENGTH)}, required=("id", "version"))


def _appendix(value: Any, path: _Path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path, "answers.not_an_appendix", {})
        return
    if len(value) > _MAX_APPENDIX:
        yield Fault(path, "answers.appendix_too_long", {"most": _MAX_APPENDIX, "number": len(value)})
        return
    for position, entry in enumerate(value):
        yield from _APPENDIX_ENTRY(entry, (*path, position))


def _scenarios(norm: Mapping[str, Any]) -> _Check:
    """Make the check of the scenarios: a few at most, each over no more than the norm lets it change."""
    scores = {name: _CHECK[name] for name in ("conformity", "demonstrability")}
    scenario = _map(
        {
            "title": _text(_MAX_SHORT_TEXT),
            "profile": _profile(norm, what_if_fields(norm)),
            "checks": _named(_check_ids(norm), _map(scores)),
        }
    )

    def check(value: Any, path: _Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "answers.no_scenarios", {})
            return
        if len(value) > MAX_SCENARIOS:
            yield Fault(path, "answers.scenarios_too_many", {"most": MAX_SCENARIOS, "number": len(value)})
        for position, entry in enumerate(value[:MAX_SCENARIOS]):
            yield from scenario(entry, (*path, position))

    return check


def _anything(_value: Any, _path: _Path) -> Iterator[Fault]:
    yield from ()


_APPENDIX_ENTRY = _map(
    {"id": _text(_MAX_SHORT_TEXT), "version": _text(MAX_VERSION_LENGTH), "answer": _anything},
    required=("id", "version", "answer"),
)
_CHECK: dict[str, _Check] = {
    "conformity": _one_of(_SCORES),
    "demonstrability": _one_of(_SCORES),
    "not_applicable": _map({"reason": _text(_MAX_LONG_TEXT, filled=True)}, required=("reason",)),
    "flagged": _yes_no,
    "review": _yes_no,
    "note": _text(_MAX_LONG_TEXT),
    "present": _text(_MAX_LONG_TEXT),
}
_DOCUMENT: dict[str, _Check] = {"state": _one_of(_STATES), "note": _text(_MAX_LONG_TEXT), "review": _yes_no}


_SCANNED = _map({name: _CHECK[name] for name in ("conformity", "demonstrability")})


def _scan(value: Any, path: _Path) -> Iterator[Fault]:
    """Check an answer of the quick scan: two scores, or the one of earlier files that stands for both."""
    yield from (_CHECK["conformity"] if isinstance(value, str) else _SCANNED)(value, path)


def _check_ids(norm: Mapping[str, Any]) -> list[str]:
    return [name for requirement in norm["requirements"].values() for name in requirement["checks"]]


def _profile(norm: Mapping[str, Any], fields: Mapping[str, Record]) -> _Check:
    """Make the check of the profile from these of the norm's fields."""
    shape: dict[str, Any] = {}
    for name, field in fields.items():
        group, _, part = name.partition(".")
        if part:
            shape.setdefault(group, {})[part] = _field(field, norm)
        else:
            shape[name] = _field(field, norm)
    return _map({name: _map(inner) if isinstance(inner, dict) else inner for name, inner in shape.items()})


def _worth(field: Record) -> _Check:
    return _yes_no if field["kind"] == "yes_no" else _count(0, MAX_WORTH_FIGURES[field["kind"]])


def _field(field: Record, norm: Mapping[str, Any]) -> _Check:
    kinds: dict[str, Callable[[], _Check]] = {
        "choice": lambda: _one_of(option_ids(field, norm)),
        "choices": lambda: _several_of(option_ids(field, norm)),
        "yes_no": lambda: _yes_no,
        "text": lambda: _text(_MAX_SHORT_TEXT),
        "count": lambda: _count(field.get("minimum", 0)),
        "date": lambda: _date,
        "decimal": lambda: _decimal,
    }
    return kinds[field["kind"]]()
