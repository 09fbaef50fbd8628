"""Profile fields: the places that name one, the questions asked of it, and the answers schema's own list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assessment.predicates import fields_of
from guide.checks.references import dangling
from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm
from guide.validation.schemas import schema

__all__ = ["TODAY", "check_fields", "fault_of_value", "options_of", "schema_fields"]

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
_SUPPOSED = ("choice", "choices", "yes_no", "count", "date", "decimal")
"""Kinds of questions to which a scenario can suppose another answer: all but a text, which no rule reckons with."""


def check_fields(parsed: ParsedNorm) -> Iterator[Fault]:
    """Fields that do not exist or are of the wrong kind, and a profile unlike the answers schema."""
    yield from _named(parsed)
    yield from _assumed(parsed)
    yield from _conditional(parsed)
    if parsed.sound("profile"):
        yield from _unlike_schema(parsed)
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


def schema_fields() -> dict[str, Mapping[str, Any]]:
    """The profile's fields in the answers schema: `sites.belgium` for one inside another."""
    fields: dict[str, Mapping[str, Any]] = {}
    for name, wanted in schema("answers")["properties"]["profile"]["properties"].items():
        inner = wanted.get("properties")
        fields |= {f"{name}.{part}": sub for part, sub in inner.items()} if inner else {name: wanted}
    return fields


def _unlike_schema(parsed: ParsedNorm) -> Iterator[Fault]:
    wanted, fields = schema_fields(), parsed.ids("field")
    for name, node in fields.items():
        if name not in wanted:
            yield _not_in_schema(node, set(wanted) - set(fields))
        else:
            yield from _unlike_field(node, wanted[name])
    for node in parsed.nodes("profile", "fields"):
        for name in wanted:
            if name not in fields:
                yield node.fault("check.field_not_asked", field=name)


def _not_in_schema(node: Node, unasked: set[str]) -> Fault:
    name = node.value["id"]
    # Given as parts, since a sentence repeats no more than the beginning of a long value.
    entry = json.dumps({name.rpartition(".")[2]: _schema_of(node.value)})[1:-1].split(", ")
    meant = suggestion(name, unasked)
    if meant:
        return node.fault("check.field_not_in_schema_meant", "id", field=name, meant=meant, entry=entry)
    return node.fault("check.field_not_in_schema", "id", field=name, entry=entry)


def _schema_of(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the answers schema has to say of a field, as it does of the others of its kind."""
    options = {"enum": [option["id"] for option in field.get("options", [])]}
    if field["kind"] == "choice":
        return options
    if field["kind"] == "choices":
        return {"type": "array", "items": options, "uniqueItems": True}
    return next(wanted for wanted in schema_fields().values() if _kind_in_schema(wanted) == field["kind"])


def _unlike_field(node: Node, wanted: Mapping[str, Any]) -> Iterator[Fault]:
    kind = _kind_in_schema(wanted)
    if node.value["kind"] != kind:
        yield node.fault("check.field_kind", "kind", kind=node.value["kind"], wanted=kind)
        return
    options = wanted.get("enum") or wanted.get("items", {}).get("enum")
    own = [option["id"] for option in node.value.get("options", [])]
    if options and sorted(options) != sorted(own):
        yield node.fault("check.field_options", "options", known=options)


def _kind_in_schema(wanted: Mapping[str, Any]) -> str:
    """The kind of field that gives what the answers schema takes."""
    if "$ref" in wanted:
        return "date"
    if "enum" in wanted:
        return "choice"
    if wanted["type"] == "string":
        return "decimal" if "pattern" in wanted else "text"
    return {"boolean": "yes_no", "array": "choices", "integer": "count"}[wanted["type"]]


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
