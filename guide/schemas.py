"""The JSON Schemas of the norm files and of the answers, ready to judge a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

__all__ = ["SCHEMAS", "schema", "schema_names", "validator"]

# `make` installs the project as a path to its folder, so that the schemas are where they are kept.
SCHEMAS = Path(__file__).parent.parent / "schemas"

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


def schema_names() -> list[str]:
    """The names of all schemas: `answers`, `common`, `conditions` and so on."""
    return sorted(path.name.removesuffix(".schema.json") for path in _paths())


def _paths() -> Iterator[Path]:
    return SCHEMAS.glob("*.schema.json")


@cache
def schema(name: str) -> Mapping[str, Any]:
    """One schema as plain data, by its name without `.schema.json`."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_bytes())
    return loaded


@cache
def _registry() -> Registry[Any]:
    resources = (
        Resource.from_contents(dict(schema(name)), default_specification=DRAFT202012) for name in schema_names()
    )
    return Registry().with_resources((resource.id() or "", resource) for resource in resources)


def validator(contents: Mapping[str, Any]) -> Draft202012Validator:
    """What judges documents by a schema that may refer to the others, formats included."""
    return Draft202012Validator(contents, registry=_registry(), format_checker=_FORMATS)
