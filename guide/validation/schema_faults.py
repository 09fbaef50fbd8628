"""Turns what a JSON Schema finds wrong into faults, one small function for each keyword."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from guide.catalogue import LANGUAGE
from guide.documents.document import Document, Path
from guide.documents.suggestions import suggestion
from guide.faults import Fault, in_order

__all__ = ["PATTERNS", "schema_faults"]


# Beyond so many in one file nobody reads on, and finding what was meant takes its time for each.
_MOST = 500
# What says the same more plainly: a date that does not look like one is not said to be no date as well, and what is no
# map is not said to lack one of several keys.
_SAID_BY = {"format": "pattern", "oneOf": "type", "anyOf": "type"}
_EUROS = frozenset({"€", "eur", "euro", "euros"})
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}([.,][0-9]{3})+")
_AMOUNT = re.compile(r"(?P<euros>[0-9]{1,9})[.,](?P<cents>[0-9]{1,2})")


@dataclass(frozen=True)
class _Violation:
    """What the library calls a validation error, with every part of it in one known form."""

    keyword: str
    wanted: Any
    path: Path
    schema_path: Path
    instance: Any
    schema: Mapping[str, Any]
    context: list[_Violation]

    @classmethod
    def of(cls, error: ValidationError) -> _Violation:
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


def schema_faults(document: Document, validator: Draft202012Validator) -> list[Fault]:
    """What in a document its schema does not allow: everything, unless that is more than anybody reads.

    Args:
        document: The file's data and places.
        validator: What `guide.validation.validator.validator` made of the schema.
    """
    violations = [_Violation.of(error) for error in islice(validator.iter_errors(document.data), _MOST)]
    said = {(violation.keyword, violation.path) for violation in violations}
    faults = (
        fault
        for violation in violations
        if (_SAID_BY.get(violation.keyword), violation.path) not in said
        for fault in _faults(document, violation)
    )
    return in_order(islice(faults, _MOST))


def _faults(document: Document, violation: _Violation) -> Iterator[Fault]:
    turn = _KEYWORDS.get(violation.keyword, _other)
    if "propertyNames" in violation.schema_path:
        turn = _property_names
    yield from turn(document, violation.path, violation)


def _required(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    # The library has an error for each missing key but does not say which: each names them all,
    # and what is said twice is heard once.
    for key in violation.wanted:
        if key not in violation.instance:
            message = "check.missing_dutch" if key == LANGUAGE else "check.required"
            yield document.fault(path, message, key=key)


def _dependent(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    """What a key needs beside it."""
    needed = {key for given, keys in violation.wanted.items() if given in violation.instance for key in keys}
    for key in sorted(needed - set(violation.instance)):
        yield document.fault(path, "check.required", key=key)


def _additional(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    known = violation.schema.get("properties", {})
    for key in violation.instance:
        if key not in known:
            yield _unknown_key(document, (*path, key), set(known) - set(violation.instance), known)


def _unknown_key(document: Document, path: Path, free: set[str], known: Any) -> Fault:
    meant = suggestion(path[-1], free)
    if meant:
        return document.fault(path, "check.unknown_key_meant", at_key=True, key=path[-1], meant=meant)
    return document.fault(path, "check.unknown_key", at_key=True, key=path[-1], known=sorted(known))


def _type(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    wanted = violation.wanted
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if violation.instance is None:
        yield document.fault(path, "check.no_value")
    elif kinds == ["string"] and isinstance(violation.instance, (int, float)):
        yield document.fault(path, "check.text_without_quotes", value=violation.instance)
    elif kinds in (["integer"], ["number"]) and (found := _meant_number(document, path, str(violation.instance))):
        yield found
    else:
        yield document.fault(path, f"check.type_{'_or_'.join(kinds)}", value=_typed(violation.instance))


def _meant_number(document: Document, path: Path, given: str) -> Fault | None:
    """Say what to write for a number with a point for thousands, or for an amount in euros."""
    is_money, amount = _is_money(document, path), _AMOUNT.fullmatch(given)
    if _THOUSANDS.fullmatch(given):
        whole = re.sub("[.,]", "", given)
        message = "check.thousands_amount" if is_money else "check.thousands"
        return document.fault(path, message, value=given, whole=whole, cents=f"{whole}00")
    if is_money and amount:
        cents = f"{amount['euros']}{amount['cents']:0<2}"
        return document.fault(path, "check.decimal_amount", value=given, cents=cents)
    return None


def _is_money(document: Document, path: Path) -> bool:
    """Tell whether a number is an amount: its key says so, or the unit beside it."""
    beside = document.at(path[:-1]) if path else None
    unit = str(beside.get("unit", "")).lower() if isinstance(beside, dict) else ""
    return any("eurocents" in str(step) for step in path) or unit in {"eurocents", *_EUROS}


def _typed(value: Any) -> Any:
    """A value of the wrong kind, with the quotes that make it a text."""
    return f'"{value}"' if isinstance(value, str) else _kind(value)


def _kind(value: Any) -> Any:
    """What a sentence about a wrong kind repeats of the value: no whole maps or lists."""
    if isinstance(value, dict):
        return "{…}"
    return "[…]" if isinstance(value, list) else value


def _enum(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    meant = suggestion(violation.instance, violation.wanted)
    value = _kind(violation.instance)
    if "eurocents" in violation.wanted and str(violation.instance).lower() in _EUROS:
        yield document.fault(path, "check.unit_euro", value=value)
    elif meant:
        yield document.fault(path, "check.enum_meant", value=value, meant=meant)
    else:
        yield document.fault(path, "check.enum", value=value, known=list(violation.wanted))


def _const(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    value = _kind(violation.instance)
    yield document.fault(path, "check.const", value=value, wanted=violation.wanted)


# A pattern is no sentence: each that our schemas use has one of its own, by its definition's name.
PATTERNS = {
    r"\S": "blank",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "id",
    r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\.[A-Za-z0-9]{1,3})*$": "check_id",
    r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$": "name",
    r"^[A-Za-z0-9]{1,3}$": "score",
    r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$": "field",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "date",
    r"^20[0-9]{2}-": "year",
    r"^[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}$": "version",
    r"^[0-9]{1,6}(\.[0-9]{1,2})?$": "decimal",
    r"^[a-z0-9/-]+$": "page",
    r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$": "address",
    r"^https?://": "url",
    r"^(profile|checks|scan|documents|worth)(\.[A-Za-z0-9_-]+)+$": "question",
    r"^(element|situation|letter|page|mailto|tel):\S+$": "target",
    r'^[^<>&"{}]*\S[^<>&"{}]*$': "plain_name",
}


def _pattern(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    kind = PATTERNS.get(violation.wanted)
    if kind == "blank" and path and path[-1] == LANGUAGE:
        kind = "blank_dutch"
    if kind is None:
        yield document.fault(path, "check.pattern", value=violation.instance, pattern=violation.wanted)
    else:
        yield document.fault(path, f"check.pattern_{kind}", value=violation.instance)


def _format(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    yield document.fault(path, f"check.format_{violation.wanted}", value=violation.instance)


def _limit(message: str) -> Callable[[Document, Path, _Violation], Iterator[Fault]]:
    """A keyword that sets one figure as the limit."""

    def turn(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
        value = _kind(violation.instance)
        yield document.fault(path, message, limit=violation.wanted, value=value)

    return turn


def _unique(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, item in enumerate(violation.instance):
        if json.dumps(item, sort_keys=True) in seen:
            yield document.fault((*path, index), "check.twice_in_list", value=item)
        seen.add(json.dumps(item, sort_keys=True))


def _min_properties(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    yield document.fault(path, "check.empty_map", known=_choices(violation))


def _max_properties(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    keys = list(violation.instance)
    for key in keys[violation.wanted :]:
        yield document.fault((*path, key), "check.one_key_only", at_key=True, first=keys[0], key=key)


def _choices(violation: _Violation) -> list[str]:
    return sorted(violation.schema.get("properties", {}))


def _alternatives(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    """Of several ways to be right, the faults of the one that the value comes nearest to."""
    if _all_required(violation):
        ways = [" + ".join(way.get("required", [])) for way in violation.wanted]
        yield document.fault(path, "check.one_way", ways=ways)
        return
    branches: dict[Any, list[_Violation]] = {}
    for one in violation.context:
        branches.setdefault(one.schema_path[len(violation.schema_path)], []).append(one)
    nearest = min(branches.values(), key=_distance, default=[])
    for one in nearest:
        yield from _faults(document, one)


def _all_required(violation: _Violation) -> bool:
    return all("required" in way for way in violation.wanted)


def _distance(violations: list[_Violation]) -> tuple[int, int]:
    """How far a value is from one alternative: deep faults are nearer than shallow ones."""
    return -max(len(violation.path) for violation in violations), len(violations)


def _property_names(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    key = violation.instance
    if violation.keyword == "enum":
        yield from _enum_key(document, (*path, key), violation)
    else:
        kind = PATTERNS.get(violation.wanted, "id") if violation.keyword == "pattern" else "id"
        yield document.fault((*path, key), f"check.pattern_{kind}", at_key=True, value=key)


def _enum_key(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    meant = suggestion(violation.instance, violation.wanted)
    if meant:
        yield document.fault(path, "check.enum_meant", at_key=True, value=violation.instance, meant=meant)
    else:
        known = list(violation.wanted)
        yield document.fault(path, "check.enum", at_key=True, value=violation.instance, known=known)


def _other(document: Document, path: Path, violation: _Violation) -> Iterator[Fault]:
    yield document.fault(path, "check.schema", keyword=violation.keyword, value=_kind(violation.instance))


_KEYWORDS: dict[str, Callable[[Document, Path, _Violation], Iterator[Fault]]] = {
    "additionalProperties": _additional,
    "anyOf": _alternatives,
    "const": _const,
    "dependentRequired": _dependent,
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
