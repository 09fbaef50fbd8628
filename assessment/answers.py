"""Validation of a candidate's answers: everything that is wrong with them, at once, each with its place and remedy.

The browser has no JSON Schema, so this parser judges there alone. It accepts exactly what the answers schema accepts
for this norm; a property test holds the two together.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.answer_suggestions import suggesting
from assessment.case import Record
from assessment.checking import (
    Check,
    Path,
    count,
    day,
    decimal,
    map_of,
    named,
    names_out_of,
    one_of,
    several_of,
    text,
    yes_no,
)
from assessment.faults import Fault
from assessment.fields import DIMENSIONS, check_ids, option_ids, question_names, scale_of
from assessment.former_names import former_names
from assessment.normal_form import in_normal_form
from assessment.scenarios import MAX_SCENARIOS, what_if_fields

__all__ = [
    "ANSWERS_FORMAT",
    "MAX_VERSION_LENGTH",
    "MAX_WORTH_FIGURES",
    "is_empty",
    "parse_answers",
    "parser_of",
]

ANSWERS_FORMAT = "kmop-answers/1"

MAX_WORTH_FIGURES = {"count": 100_000, "money": 1_000_000, "percent": 100}
"""The highest figure of each kind on whether a registration is worth it; money in whole euros."""

MAX_VERSION_LENGTH = 40
"""As long as the version of a norm may be, in characters."""

# Far more than all versions of a norm could put aside; the page draws each.
_MAX_APPENDIX = 1000
# Finding the known word that comes near to a wrong one takes long, and nobody reads more of them.
_MOST_SUGGESTIONS = 100
_MAX_SHORT_TEXT, _MAX_LONG_TEXT = 200, 20_000
_STATES = ("ready", "in_progress", "missing")


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
        gone = former_names(norm)
        told = [_about_format(fault) or suggesting(fault, gone) for fault in faults[:_MOST_SUGGESTIONS]]
        return None, [*told, *faults[_MOST_SUGGESTIONS:]]

    return parse


def is_empty(answers: Mapping[str, Any]) -> bool:
    """Tell whether nothing at all was answered; not to know is an answer."""
    parts = ("profile", "scan", "checks", "requirements", "documents", "worth")
    return not (answers.get("unknown") or any(_has_leaf(answers.get(part)) for part in parts))


def _has_leaf(value: Any) -> bool:
    return any(_has_leaf(inner) for inner in value.values()) if isinstance(value, dict) else value is not None


def _document(norm: Mapping[str, Any]) -> Check:
    shape: dict[str, Check] = {
        "format": one_of((ANSWERS_FORMAT,)),
        "norm": _norm_reference(norm),
        "title": text(_MAX_SHORT_TEXT),
        "profile": _profile(norm, norm["profile"]["fields"]),
        "scan": named(list(norm["requirements"]), _scan(norm)),
        "checks": named(check_ids(norm), map_of(_CHECK | _scores(norm))),
        "requirements": named(list(norm["requirements"]), map_of(_AUDITOR_TEXT)),
        "documents": named(list(norm["documents"]), map_of(_DOCUMENT)),
        "unknown": names_out_of(question_names(norm)),
        "worth": map_of({name: _worth(field) for name, field in norm["worth"]["fields"].items()}),
        "scenarios": _scenarios(norm),
        "appendix": _appendix,
    }
    return map_of(shape, required=("format",))


def _about_format(fault: Fault) -> Fault | None:
    """Return a fault about the format with the one that there is."""
    if (fault.path, fault.values.get("key")) == ((), "format"):
        return Fault(fault.path, "answers.no_format", {"format": ANSWERS_FORMAT})
    if fault.path == ("format",):
        return Fault(fault.path, "answers.other_format", {"format": ANSWERS_FORMAT})
    return None


def _norm_reference(norm: Mapping[str, Any]) -> Check:
    """Make the check of the norm that the answers name: it has to be this one, in whatever version."""

    def this_norm(value: Any, path: Path) -> Iterator[Fault]:
        if value != norm["id"]:
            yield Fault(path, "answers.other_norm", {"wanted": norm["id"]})

    return map_of({"id": this_norm, "version": text(MAX_VERSION_LENGTH)}, required=("id", "version"))


def _appendix(value: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path, "answers.not_an_appendix", {})
        return
    if len(value) > _MAX_APPENDIX:
        yield Fault(path, "answers.appendix_too_long", {"most": _MAX_APPENDIX, "number": len(value)})
        return
    for position, entry in enumerate(value):
        yield from _APPENDIX_ENTRY(entry, (*path, position))


def _scenarios(norm: Mapping[str, Any]) -> Check:
    """Make the check of the scenarios: a few at most, each over no more than the norm lets it change."""
    scenario = map_of(
        {
            "title": text(_MAX_SHORT_TEXT),
            "profile": _profile(norm, what_if_fields(norm)),
            "checks": named(check_ids(norm), map_of(_scores(norm))),
        }
    )

    def check(value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "answers.no_scenarios", {})
            return
        if len(value) > MAX_SCENARIOS:
            yield Fault(path, "answers.scenarios_too_many", {"most": MAX_SCENARIOS, "number": len(value)})
        for position, entry in enumerate(value[:MAX_SCENARIOS]):
            yield from scenario(entry, (*path, position))

    return check


def _anything(_value: Any, _path: Path) -> Iterator[Fault]:
    yield from ()


_APPENDIX_ENTRY = map_of(
    {"id": text(_MAX_SHORT_TEXT), "version": text(MAX_VERSION_LENGTH), "answer": _anything},
    required=("id", "version", "answer"),
)
_CHECK: dict[str, Check] = {
    "not_applicable": map_of({"reason": text(_MAX_LONG_TEXT, filled=True)}, required=("reason",)),
    "flagged": yes_no,
    "review": yes_no,
    "note": text(_MAX_LONG_TEXT),
    "present": text(_MAX_LONG_TEXT),
}
_DOCUMENT: dict[str, Check] = {
    "state": one_of(_STATES),
    "place": text(_MAX_SHORT_TEXT),
    "owner": text(_MAX_SHORT_TEXT),
    "note": text(_MAX_LONG_TEXT),
    "review": yes_no,
}


_AUDITOR_TEXT: dict[str, Check] = {"works": text(_MAX_LONG_TEXT), "shows": text(_MAX_LONG_TEXT)}


def _scores(norm: Mapping[str, Any]) -> dict[str, Check]:
    """Make the check of the two scores, on the norm's own scale."""
    return dict.fromkeys(DIMENSIONS, one_of(scale_of(norm)))


def _scan(norm: Mapping[str, Any]) -> Check:
    """Make the check of an answer of the quick scan: two scores, or the one of earlier files that stands for both."""
    scores = _scores(norm)
    both = map_of(scores)

    def check(value: Any, path: Path) -> Iterator[Fault]:
        yield from (scores["conformity"] if isinstance(value, str) else both)(value, path)

    return check


def _profile(norm: Mapping[str, Any], fields: Mapping[str, Record]) -> Check:
    """Make the check of the profile from these of the norm's fields."""
    shape: dict[str, Any] = {}
    for name, field in fields.items():
        group, _, part = name.partition(".")
        if part:
            shape.setdefault(group, {})[part] = _field(field, norm)
        else:
            shape[name] = _field(field, norm)
    return map_of({name: map_of(inner) if isinstance(inner, dict) else inner for name, inner in shape.items()})


def _worth(field: Record) -> Check:
    return yes_no if field["kind"] == "yes_no" else count(0, MAX_WORTH_FIGURES[field["kind"]])


def _field(field: Record, norm: Mapping[str, Any]) -> Check:
    kinds: dict[str, Callable[[], Check]] = {
        "choice": lambda: one_of(option_ids(field, norm)),
        "choices": lambda: several_of(option_ids(field, norm)),
        "yes_no": lambda: yes_no,
        "text": lambda: text(_MAX_SHORT_TEXT),
        "count": lambda: count(field.get("minimum", 0)),
        "date": lambda: day,
        "decimal": lambda: decimal,
    }
    return kinds[field["kind"]]()
