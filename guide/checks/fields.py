"""Profile fields: the places that name one, the questions asked of it, and the answers schema's own list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.checks.references import dangling
from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Draft, Spot
from guide.validation.schemas import schema

__all__ = ["TODAY", "check_fields", "fault_of_value", "options_of", "schema_fields"]

TODAY = "date"
"""Not a field of the profile: the date that the report is for."""

# By place: the kinds of field that can stand there.
_NAMED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("conditions", ("conditions", "*", "numbers", "*"), ("text",)),
    ("cost", ("model", "lines", "*", "per", "field"), ("count",)),
    ("exemptions", ("exemptions", "*", "effect", "requirements_in"), ("choices",)),
    ("procedure", ("steps", "*", "dated_by"), ("date",)),
    ("procedure", ("deadlines", "*", "from"), ("date",)),
    ("procedure", ("deadlines", "*", "given_by"), ("date",)),
)
# Where the options come from that a field takes from the norm itself.
_TABLES = {"requirements": "requirement", "themes": "theme"}
# The kinds of field whose answer a scenario can change.
_CHOSEN = ("choice", "choices", "yes_no")


def check_fields(draft: Draft) -> Iterator[Fault]:
    """Fields that do not exist or are of the wrong kind, and a profile unlike the answers schema."""
    yield from _named(draft)
    yield from _assumed(draft)
    yield from _conditional(draft)
    if draft.sound("profile"):
        yield from _unlike_schema(draft)
        yield from _without_options(draft)
        yield from _not_to_choose(draft)


def _named(draft: Draft) -> Iterator[Fault]:
    for kind, pattern, fits in _NAMED:
        for spot in draft.spots(kind, *pattern):
            yield from fault_of_field(draft, spot, spot.value, fits)


def fault_of_field(draft: Draft, spot: Spot, name: str, fits: tuple[str, ...]) -> Iterator[Fault]:
    """A fault if there is no such field, or if its kind does not fit where it is named."""
    yield from dangling(draft, spot, name, "field")
    kind = kind_of(draft, name)
    if kind and kind not in fits:
        yield spot.fault("check.field_unfit", field=name, kind=kind, fits=fits)


def kind_of(draft: Draft, name: str) -> str | None:
    """The kind of a field, or None when the profile does not say."""
    field = draft.ids("field").get(name)
    return field.value["kind"] if field and draft.sound("profile") else None


def options_of(draft: Draft, name: str) -> list[str] | None:
    """The values that a choice may take, or None when they are not all known."""
    field = draft.ids("field")[name].value
    table = _TABLES.get(field.get("options_from", ""))
    if table:
        return list(draft.ids(table)) if draft.complete(table) else None
    return [option["id"] for option in field.get("options", [])]


def fault_of_value(draft: Draft, spot: Spot, name: str, value: Any) -> Iterator[Fault]:
    """A fault if a field can never have this value."""
    kind = kind_of(draft, name)
    if kind in {"choice", "choices"}:
        known = options_of(draft, name)
        if known is not None and value not in known:
            yield _not_an_option(spot, name, value, known)
    elif kind == "yes_no" and not isinstance(value, bool):
        yield spot.fault("check.value_not_yes_no", field=name, value=value)
    elif kind == "count" and (isinstance(value, bool) or not isinstance(value, int)):
        yield spot.fault("check.value_not_count", field=name, value=value)


def _not_an_option(spot: Spot, name: str, value: Any, known: list[str]) -> Fault:
    meant = suggestion(value, known)
    if meant:
        return spot.fault("check.value_unknown_meant", field=name, value=value, meant=meant)
    return spot.fault("check.value_unknown", field=name, value=value, known=known)


def _assumed(draft: Draft) -> Iterator[Fault]:
    """What the cost model takes for granted are fields, with values that they can have."""
    for spot in draft.spots("cost", "model", "assumes"):
        for name, value in spot.value.items():
            place = Spot(spot.document, (*spot.path, name))
            yield from dangling(draft, place, name, "field")
            yield from fault_of_value(draft, place, name, value)


def _conditional(draft: Draft) -> Iterator[Fault]:
    """The kinds of application that can end conditionally are those that one can choose from."""
    if "application" in draft.ids("field"):
        for spot in draft.spots("scoring", "conditional_in", "*"):
            yield from fault_of_value(draft, spot, "application", spot.value)


def schema_fields() -> dict[str, Mapping[str, Any]]:
    """The profile's fields in the answers schema: `sites.belgium` for one inside another."""
    fields: dict[str, Mapping[str, Any]] = {}
    for name, wanted in schema("answers")["properties"]["profile"]["properties"].items():
        inner = wanted.get("properties")
        fields |= {f"{name}.{part}": sub for part, sub in inner.items()} if inner else {name: wanted}
    return fields


def _unlike_schema(draft: Draft) -> Iterator[Fault]:
    wanted, fields = schema_fields(), draft.ids("field")
    for name, spot in fields.items():
        if name not in wanted:
            yield spot.fault("check.field_not_in_schema", "id", field=name)
        else:
            yield from _unlike_field(spot, wanted[name])
    for spot in draft.spots("profile", "fields"):
        for name in wanted:
            if name not in fields:
                yield spot.fault("check.field_not_asked", field=name)


def _unlike_field(spot: Spot, wanted: Mapping[str, Any]) -> Iterator[Fault]:
    kind = _kind_in_schema(wanted)
    if spot.value["kind"] != kind:
        yield spot.fault("check.field_kind", "kind", kind=spot.value["kind"], wanted=kind)
        return
    options = wanted.get("enum") or wanted.get("items", {}).get("enum")
    own = [option["id"] for option in spot.value.get("options", [])]
    if options and sorted(options) != sorted(own):
        yield spot.fault("check.field_options", "options", known=options)


def _kind_in_schema(wanted: Mapping[str, Any]) -> str:
    """The kind of field that gives what the answers schema takes."""
    if "$ref" in wanted:
        return "date"
    if "enum" in wanted:
        return "choice"
    if wanted["type"] == "string":
        return "decimal" if "pattern" in wanted else "text"
    return {"boolean": "yes_no", "array": "choices", "integer": "count"}[wanted["type"]]


def _without_options(draft: Draft) -> Iterator[Fault]:
    for spot in draft.ids("field").values():
        chosen = spot.value["kind"] in {"choice", "choices"}
        given = [key for key in ("options", "options_from") if key in spot.value]
        if chosen and len(given) != 1:
            yield spot.fault("check.options_missing", "kind")
        elif not chosen and given:
            yield spot.fault("check.options_idle", given[0], at_key=True, kind=spot.value["kind"])


def _not_to_choose(draft: Draft) -> Iterator[Fault]:
    """A scenario chooses among answers; a date or a figure is typed, and nested fields do not lie over one another."""
    for name, spot in draft.ids("field").items():
        if "what_if" in spot.value and (spot.value["kind"] not in _CHOSEN or "." in name):
            yield spot.fault("check.what_if_unfit", "what_if", at_key=True, kind=spot.value["kind"], fits=_CHOSEN)
