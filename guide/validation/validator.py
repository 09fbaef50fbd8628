"""JSON Schema validator: what judges a document, formats included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker, TypeChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from guide.validation.schemas import schema, schema_names

__all__ = ["validator"]

_FORMATS = FormatChecker(formats=("date",))


@_FORMATS.checks("uri")
def _is_uri(value: object) -> bool:
    """Whether a text is an address on the web; the library leaves this to packages we have not."""
    if not isinstance(value, str):
        return True
    if re.search(r"\s", value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


@cache
def _registry() -> Registry[Any]:
    schemas = {name: dict(schema(name)) for name in schema_names()}
    resources = (Resource.from_contents(contents, default_specification=DRAFT202012) for contents in schemas.values())
    return Registry().with_resources((resource.id() or "", resource) for resource in resources)


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    """As in JavaScript, `$` is the very end; in Python it also stands before a last line break."""
    exact = f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern
    if isinstance(value, str) and not re.search(exact, value):
        yield ValidationError(pattern)


def _unique(_validator: Any, wanted: bool, value: Any, _schema: Any) -> Iterator[ValidationError]:  # noqa: FBT001 - the library calls it so
    """By looking each item up; the library compares each with every other where they are of several kinds."""
    if wanted and isinstance(value, list) and len({json.dumps(item, sort_keys=True) for item in value}) < len(value):
        yield ValidationError("uniqueItems")


def _is_whole(_checker: TypeChecker, value: object) -> bool:
    """Whether a number is written as a whole one; 1.0 is not, though JSON Schema lets it pass."""
    return isinstance(value, int) and not isinstance(value, bool)


_Validator = extend(  # type: ignore[no-untyped-call] # the library leaves this one without types
    Draft202012Validator,
    {"pattern": _pattern, "uniqueItems": _unique},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole),
)


def validator(contents: Mapping[str, Any]) -> Draft202012Validator:
    """What holds documents to a schema that may refer to the others, formats included."""
    made: Draft202012Validator = _Validator(contents, registry=_registry(), format_checker=_FORMATS)
    return made
