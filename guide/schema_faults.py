"""Turns what a JSON Schema finds wrong into faults, one small function for each keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from guide.faults import Fault, in_order
from guide.source import Document, Path
from guide.suggesting import suggestion

__all__ = ["schema_faults"]


def schema_faults(document: Document, judge: Draft202012Validator) -> list[Fault]:
    """Everything in a document that its schema does not allow."""
    errors = list(judge.iter_errors(document.data))
    misshapen = {tuple(error.absolute_path) for error in errors if error.validator == "pattern"}
    return in_order(
        fault
        for error in errors
        # A date that does not look like one is not said to be no date as well.
        if error.validator != "format" or tuple(error.absolute_path) not in misshapen
        for fault in _faults(document, error)
    )


def _faults(document: Document, error: ValidationError) -> Iterator[Fault]:
    turn = _KEYWORDS.get(str(error.validator), _other)
    if "propertyNames" in error.absolute_schema_path:
        turn = _property_names
    yield from turn(document, tuple(error.absolute_path), error)


def _required(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    # The library has an error for each missing key but does not say which: each names them all,
    # and what is said twice is heard once.
    for key in error.validator_value:
        if key not in error.instance:
            message = "check.missing_dutch" if key == "nl" else "check.required"
            yield document.fault(path, message, key=key)


def _additional(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    known = error.schema.get("properties", {})
    for key in error.instance:
        if key not in known:
            yield _unknown_key(document, (*path, key), set(known) - set(error.instance), known)


def _unknown_key(document: Document, path: Path, free: set[str], known: Any) -> Fault:
    meant = suggestion(path[-1], free)
    if meant:
        return document.fault(path, "check.unknown_key_meant", at_key=True, key=path[-1], meant=meant)
    return document.fault(path, "check.unknown_key", at_key=True, key=path[-1], known=sorted(known))


def _type(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if error.instance is None:
        yield document.fault(path, "check.no_value")
    elif kinds == ["string"] and isinstance(error.instance, (int, float)):
        yield document.fault(path, "check.text_without_quotes", value=error.instance)
    else:
        yield document.fault(path, f"check.type_{'_or_'.join(kinds)}", value=_kind(error.instance))


def _kind(value: Any) -> Any:
    """What a sentence about a wrong kind repeats of the value: no whole maps or lists."""
    return {dict: "{…}", list: "[…]"}.get(type(value), value)


def _enum(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    meant = suggestion(error.instance, error.validator_value)
    value = _kind(error.instance)
    if meant:
        yield document.fault(path, "check.enum_meant", value=value, meant=meant)
    else:
        yield document.fault(path, "check.enum", value=value, known=list(error.validator_value))


def _const(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    value = _kind(error.instance)
    yield document.fault(path, "check.const", value=value, wanted=error.validator_value)


# A pattern is no sentence: each that our schemas use has one of its own, by its definition's name.
_PATTERNS = {
    r"\S": "blank",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "id",
    r"^[A-Z]{3}-[1-9][0-9]*$": "check_id",
    r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$": "name",
    r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$": "field",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "date",
    r"^[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}$": "version",
    r"^[0-9]{1,6}(\.[0-9]{1,2})?$": "decimal",
    r"^[A-Z]{3}$": "prefix",
    r"^[a-z0-9/-]+$": "page",
    r"^https?://": "url",
}


def _pattern(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    kind = _PATTERNS.get(error.validator_value)
    if kind == "blank" and path and path[-1] == "nl":
        kind = "blank_dutch"
    if kind is None:
        yield document.fault(path, "check.pattern", value=error.instance, pattern=error.validator_value)
    else:
        yield document.fault(path, f"check.pattern_{kind}", value=error.instance)


def _format(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    yield document.fault(path, f"check.format_{error.validator_value}", value=error.instance)


def _limit(message: str) -> Callable[[Document, Path, ValidationError], Iterator[Fault]]:
    """A keyword that sets one figure as the limit."""

    def turn(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
        value = _kind(error.instance)
        yield document.fault(path, message, limit=error.validator_value, value=value)

    return turn


def _unique(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    for index, item in enumerate(error.instance):
        if item in error.instance[:index]:
            yield document.fault((*path, index), "check.twice_in_list", value=item)


def _min_properties(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    yield document.fault(path, "check.empty_map", known=_choices(error))


def _max_properties(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    keys = list(error.instance)
    for key in keys[error.validator_value :]:
        yield document.fault((*path, key), "check.one_key_only", at_key=True, first=keys[0], key=key)


def _choices(error: ValidationError) -> list[str]:
    return sorted(error.schema.get("properties", {}))


def _alternatives(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    """Of several ways to be right, the faults of the one that the value comes nearest to."""
    if _all_required(error):
        ways = [" + ".join(way.get("required", [])) for way in error.validator_value]
        yield document.fault(path, "check.one_way", ways=ways)
        return
    branches: dict[Any, list[ValidationError]] = {}
    for one in error.context or ():
        branches.setdefault(one.schema_path[0], []).append(one)
    nearest = min(branches.values(), key=_distance, default=[])
    for one in nearest:
        yield from _faults(document, one)


def _all_required(error: ValidationError) -> bool:
    return all("required" in way for way in error.validator_value)


def _distance(errors: list[ValidationError]) -> tuple[int, int]:
    """How far a value is from one alternative: deep faults are nearer than shallow ones."""
    return -max(len(error.path) for error in errors), len(errors)


def _property_names(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    key = error.instance
    if error.validator == "enum":
        yield from _enum_key(document, (*path, key), error)
    else:
        kind = _PATTERNS.get(error.validator_value, "id")
        yield document.fault((*path, key), f"check.pattern_{kind}", at_key=True, value=key)


def _enum_key(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    meant = suggestion(error.instance, error.validator_value)
    if meant:
        yield document.fault(path, "check.enum_meant", at_key=True, value=error.instance, meant=meant)
    else:
        known = list(error.validator_value)
        yield document.fault(path, "check.enum", at_key=True, value=error.instance, known=known)


def _other(document: Document, path: Path, error: ValidationError) -> Iterator[Fault]:
    yield document.fault(path, "check.schema", keyword=error.validator, value=_kind(error.instance))


_KEYWORDS: dict[str, Callable[[Document, Path, ValidationError], Iterator[Fault]]] = {
    "additionalProperties": _additional,
    "anyOf": _alternatives,
    "const": _const,
    "enum": _enum,
    "exclusiveMinimum": _limit("check.minimum"),
    "format": _format,
    "maxItems": _limit("check.max_items"),
    "maxLength": _limit("check.max_length"),
    "maxProperties": _max_properties,
    "maximum": _limit("check.maximum"),
    "minItems": _limit("check.min_items"),
    "minLength": _limit("check.min_length"),
    "minProperties": _min_properties,
    "minimum": _limit("check.minimum"),
    "oneOf": _alternatives,
    "pattern": _pattern,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique,
}
