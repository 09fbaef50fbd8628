"""Profile fields: the places that name one, the questions asked of it, and what the rules themselves take them for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.predicates import fields_of
from guide.checks.references import dangling
from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["READ_BY_RULES", "TODAY", "check_fields", "fault_of_value", "options_of"]

TODAY = "date"
"""Not a field of the profile: the date that the report is for."""

# By place: the kinds of field that can stand there.
_NAMED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("conditions", ("conditions", "*", "numbers", "*"), ("text",)),
    ("cost", ("model", "lines", "*", "per", "field"), ("count",)),
    ("exemptions", ("exemptions", "*", "effect", "requirements_in"), ("choices",)),
    ("profile", ("contradictions", "*", "fields", "*"), ("date",)),
    ("procedure", ("steps", "*", "dated_by"), ("date",)),
    ("procedure", ("deadlines", "*", "from"), ("date",)),
    ("procedure", ("deadlines", "*", "given_by"), ("date",)),
)
# Where the options come from that a field takes from the norm itself.
_TABLES = {"requirements": "requirement", "themes": "theme"}
READ_BY_RULES = {
    "application": "choice",
    "dates.registered": "date",
    "hourly_rate": "decimal",
    "hours": "decimal",
    "passed_requirements": "choices",
    "provider_kind": "choice",
    "services": "choices",
    "starter": "yes_no",
    "themes": "choices",
}
"""Fields that programs know by their name, each with the kind that they take it for."""
_SUPPOSED = ("choice", "choices", "yes_no", "count", "date", "decimal")
"""Kinds of questions to which a scenario can suppose another answer: all but a text, which no rule reckons with."""


def check_fields(parsed: ParsedNorm) -> Iterator[Fault]:
    """Fields that do not exist, or are of a kind that does not fit."""
    yield from _named(parsed)
    yield from _assumed(parsed)
    yield from _conditional(parsed)
    if parsed.sound("profile"):
        yield from _read_otherwise(parsed)
        yield from _group_and_field(parsed)
        yield from _without_options(parsed)
        yield from _not_to_choose(parsed)
        yield from _in_circles(parsed)


def _named(parsed: ParsedNorm) -> Iterator[Fault]:
    for kind, pattern, fits in _NAMED:
        for node in parsed.nodes(kind, *pattern):
            yield from fault_of_field(parsed, node, node.value, fits)


def fault_of_field(parsed: ParsedNorm, node: Node, name: str, fits: tuple[str, ...]) -> Iterator[Fault]:
    """A fault if there is no such field, or if its kind does not fit where it is named."""
    yield from dangling(parsed, node, name, "field")
    kind = kind_of(parsed, name)
    if kind and kind not in fits:
        yield node.fault("check.field_unfit", field=name, kind=kind, fits=fits)


def kind_of(parsed: ParsedNorm, name: str) -> str | None:
    """The kind of a field, or None when the profile does not say."""
    field = parsed.ids("field").get(name)
    return field.value["kind"] if field and parsed.sound("profile") else None


def options_of(parsed: ParsedNorm, name: str) -> list[str] | None:
    """The values that a choice may take, or None when they are not all known."""
    field = parsed.ids("field")[name].value
    table = _TABLES.get(field.get("options_from", ""))
    if table:
        return list(parsed.ids(table)) if parsed.complete(table) else None
    return [option["id"] for option in field.get("options", [])]


def fault_of_value(parsed: ParsedNorm, node: Node, name: str, value: Any) -> Iterator[Fault]:
    """A fault if a field can never have this value."""
    kind = kind_of(parsed, name)
    if kind in {"choice", "choices"}:
        if table := _TABLES.get(parsed.ids("field")[name].value.get("options_from", "")):
            parsed.mention(node, value, table)
        known = options_of(parsed, name)
        if known is not None and value not in known:
            yield _not_an_option(node, name, value, known)
    elif kind == "yes_no" and not isinstance(value, bool):
        yield node.fault("check.value_not_yes_no", field=name, value=value)
    elif kind == "count" and (isinstance(value, bool) or not isinstance(value, int)):
        yield node.fault("check.value_not_count", field=name, value=value)


def _not_an_option(node: Node, name: str, value: Any, known: list[str]) -> Fault:
    meant = suggestion(value, known)
    if meant:
        return node.fault("check.value_unknown_meant", field=name, value=value, meant=meant)
    return node.fault("check.value_unknown", field=name, value=value, known=known)


def _assumed(parsed: ParsedNorm) -> Iterator[Fault]:
    """What the cost model takes for granted are fields, with values that they can have."""
    for node in parsed.nodes("cost", "model", "assumes"):
        for name, value in node.value.items():
            place = Node(node.document, (*node.path, name))
            yield from dangling(parsed, place, name, "field")
            yield from fault_of_value(parsed, place, name, value)


def _conditional(parsed: ParsedNorm) -> Iterator[Fault]:
    """The kinds of application that can end conditionally are those that one can choose from."""
    if "application" in parsed.ids("field"):
        for node in parsed.nodes("scoring", "conditional_in", "*"):
            yield from fault_of_value(parsed, node, "application", node.value)


def _read_otherwise(parsed: ParsedNorm) -> Iterator[Fault]:
    for name, node in parsed.ids("field").items():
        wanted = READ_BY_RULES.get(name, node.value["kind"])
        if node.value["kind"] != wanted:
            yield node.fault("check.field_kind", "kind", field=name, kind=node.value["kind"], wanted=wanted)


def _group_and_field(parsed: ParsedNorm) -> Iterator[Fault]:
    """A name before a dot is that of a group of answers, and cannot be the name of an answer too."""
    fields = parsed.ids("field")
    groups = {name.partition(".")[0] for name in fields if "." in name}
    for name in sorted(groups & set(fields)):
        yield fields[name].fault("check.field_is_group", "id", field=name)


def _without_options(parsed: ParsedNorm) -> Iterator[Fault]:
    for node in parsed.ids("field").values():
        chosen = node.value["kind"] in {"choice", "choices"}
        given = [key for key in ("options", "options_from") if key in node.value]
        if chosen and len(given) != 1:
            yield node.fault("check.options_missing", "kind")
        elif not chosen and given:
            yield node.fault("check.options_idle", given[0], at_key=True, kind=node.value["kind"])


def _not_to_choose(parsed: ParsedNorm) -> Iterator[Fault]:
    """A scenario supposes another choice, number or day."""
    for node in parsed.ids("field").values():
        if "what_if" in node.value and node.value["kind"] not in _SUPPOSED:
            yield node.fault("check.what_if_unfit", "what_if", at_key=True, kind=node.value["kind"], fits=_SUPPOSED)


def _in_circles(parsed: ParsedNorm) -> Iterator[Fault]:
    """Questions that are asked only after each other, so that nobody is ever asked."""
    fields = parsed.ids("field")
    waits = {name: [*dict.fromkeys(fields_of(node.value.get("asked_when")))] for name, node in fields.items()}
    for name, node in fields.items():
        circle = _circle(name, waits)
        if circle:
            yield node.fault("check.asked_in_circles", "asked_when", at_key=True, circle=" → ".join(circle))


def _circle(name: str, waits: Mapping[str, list[str]]) -> list[str]:
    """The way from a question back to itself by what it waits for, if there is one."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in waits.get(way[-1], ()):
            if other == name:
                return [*way, name]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
