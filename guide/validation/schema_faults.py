"""Turns what a JSON Schema finds wrong into faults, one small function for each keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from guide.catalogue import LANGUAGE
from guide.documents.document import Document, Path
from guide.documents.suggestions import suggestion
from guide.faults import Fault, in_order

__all__ = ["PATTERNS", "schema_faults"]


@dataclass(frozen=True)
class _Found:
    """What the library calls a validation error, with every part of it in one known form."""

    keyword: str
    wanted: Any
    path: Path
    schema_path: Path
    instance: Any
    schema: Mapping[str, Any]
    context: list[_Found]

    @classmethod
    def of(cls, error: ValidationError) -> _Found:
        """Take over what the library found."""
        return cls(
            str(error.validator),
            error.validator_value,
            tuple(error.absolute_path),
            tuple(error.absolute_schema_path),
            error.instance,
            error.schema if isinstance(error.schema, dict) else {},
            [cls.of(one) for one in error.context or ()],
        )


def schema_faults(document: Document, judge: Draft202012Validator) -> list[Fault]:
    """Everything in a document that its schema does not allow.

    Args:
        document: The file's data and places.
        judge: What `guide.validation.validator.validator` made of the schema.
    """
    founds = [_Found.of(error) for error in judge.iter_errors(document.data)]
    misshapen = {found.path for found in founds if found.keyword == "pattern"}
    return in_order(
        fault
        for found in founds
        # A date that does not look like one is not said to be no date as well.
        if found.keyword != "format" or found.path not in misshapen
        for fault in _faults(document, found)
    )


def _faults(document: Document, found: _Found) -> Iterator[Fault]:
    turn = _KEYWORDS.get(found.keyword, _other)
    if "propertyNames" in found.schema_path:
        turn = _property_names
    yield from turn(document, found.path, found)


def _required(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    # The library has an error for each missing key but does not say which: each names them all,
    # and what is said twice is heard once.
    for key in found.wanted:
        if key not in found.instance:
            message = "check.missing_dutch" if key == LANGUAGE else "check.required"
            yield document.fault(path, message, key=key)


def _additional(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    known = found.schema.get("properties", {})
    for key in found.instance:
        if key not in known:
            yield _unknown_key(document, (*path, key), set(known) - set(found.instance), known)


def _unknown_key(document: Document, path: Path, free: set[str], known: Any) -> Fault:
    meant = suggestion(path[-1], free)
    if meant:
        return document.fault(path, "check.unknown_key_meant", at_key=True, key=path[-1], meant=meant)
    return document.fault(path, "check.unknown_key", at_key=True, key=path[-1], known=sorted(known))


def _type(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    wanted = found.wanted
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if found.instance is None:
        yield document.fault(path, "check.no_value")
    elif kinds == ["string"] and isinstance(found.instance, (int, float)):
        yield document.fault(path, "check.text_without_quotes", value=found.instance)
    else:
        yield document.fault(path, f"check.type_{'_or_'.join(kinds)}", value=_typed(found.instance))


def _typed(value: Any) -> Any:
    """A value of the wrong kind, with the quotes that make it a text."""
    return f'"{value}"' if isinstance(value, str) else _kind(value)


def _kind(value: Any) -> Any:
    """What a sentence about a wrong kind repeats of the value: no whole maps or lists."""
    if isinstance(value, dict):
        return "{…}"
    return "[…]" if isinstance(value, list) else value


def _enum(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    meant = suggestion(found.instance, found.wanted)
    value = _kind(found.instance)
    if meant:
        yield document.fault(path, "check.enum_meant", value=value, meant=meant)
    else:
        yield document.fault(path, "check.enum", value=value, known=list(found.wanted))


def _const(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    value = _kind(found.instance)
    yield document.fault(path, "check.const", value=value, wanted=found.wanted)


# A pattern is no sentence: each that our schemas use has one of its own, by its definition's name.
PATTERNS = {
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


def _pattern(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    kind = PATTERNS.get(found.wanted)
    if kind == "blank" and path and path[-1] == LANGUAGE:
        kind = "blank_dutch"
    if kind is None:
        yield document.fault(path, "check.pattern", value=found.instance, pattern=found.wanted)
    else:
        yield document.fault(path, f"check.pattern_{kind}", value=found.instance)


def _format(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    yield document.fault(path, f"check.format_{found.wanted}", value=found.instance)


def _limit(message: str) -> Callable[[Document, Path, _Found], Iterator[Fault]]:
    """A keyword that sets one figure as the limit."""

    def turn(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
        value = _kind(found.instance)
        yield document.fault(path, message, limit=found.wanted, value=value)

    return turn


def _unique(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    for index, item in enumerate(found.instance):
        if item in found.instance[:index]:
            yield document.fault((*path, index), "check.twice_in_list", value=item)


def _min_properties(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    yield document.fault(path, "check.empty_map", known=_choices(found))


def _max_properties(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    keys = list(found.instance)
    for key in keys[found.wanted :]:
        yield document.fault((*path, key), "check.one_key_only", at_key=True, first=keys[0], key=key)


def _choices(found: _Found) -> list[str]:
    return sorted(found.schema.get("properties", {}))


def _alternatives(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    """Of several ways to be right, the faults of the one that the value comes nearest to."""
    if _all_required(found):
        ways = [" + ".join(way.get("required", [])) for way in found.wanted]
        yield document.fault(path, "check.one_way", ways=ways)
        return
    branches: dict[Any, list[_Found]] = {}
    for one in found.context:
        branches.setdefault(one.schema_path[len(found.schema_path)], []).append(one)
    nearest = min(branches.values(), key=_distance, default=[])
    for one in nearest:
        yield from _faults(document, one)


def _all_required(found: _Found) -> bool:
    return all("required" in way for way in found.wanted)


def _distance(founds: list[_Found]) -> tuple[int, int]:
    """How far a value is from one alternative: deep faults are nearer than shallow ones."""
    return -max(len(found.path) for found in founds), len(founds)


def _property_names(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    key = found.instance
    if found.keyword == "enum":
        yield from _enum_key(document, (*path, key), found)
    else:
        kind = PATTERNS.get(found.wanted, "id")
        yield document.fault((*path, key), f"check.pattern_{kind}", at_key=True, value=key)


def _enum_key(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    meant = suggestion(found.instance, found.wanted)
    if meant:
        yield document.fault(path, "check.enum_meant", at_key=True, value=found.instance, meant=meant)
    else:
        known = list(found.wanted)
        yield document.fault(path, "check.enum", at_key=True, value=found.instance, known=known)


def _other(document: Document, path: Path, found: _Found) -> Iterator[Fault]:
    yield document.fault(path, "check.schema", keyword=found.keyword, value=_kind(found.instance))


_KEYWORDS: dict[str, Callable[[Document, Path, _Found], Iterator[Fault]]] = {
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
