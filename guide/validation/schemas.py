"""The JSON Schemas of the norm files and of the answers, as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from guide import paths

__all__ = ["may_have", "schema", "schema_names"]


_ENDING = ".schema.json"
# `answers.schema.json` is made, of this file and the questions of our norm; so nothing here reads it.
_ANSWERS, _BASE = "answers", ".base.json"


def schema_names() -> list[str]:
    """The names of all schemas: `answers`, `common`, `conditions` and so on."""
    return sorted({_ANSWERS, *(path.name.removesuffix(_ENDING) for path in paths.SCHEMAS.glob(f"*{_ENDING}"))})


@cache
def schema(name: str) -> Mapping[str, Any]:
    """One schema as plain data, by its name without `.schema.json`; that of answers without the questions of a norm."""
    ending = _BASE if name == _ANSWERS else _ENDING
    loaded: dict[str, Any] = json.loads((paths.SCHEMAS / f"{name}{ending}").read_bytes())
    return loaded


def may_have(name: str, path: Sequence[str | int], key: str) -> bool:
    """Whether a map on the way to a place in a document may have a property.

    Args:
        name: The schema of the document.
        path: The place.
        key: The property.
    """
    part: Any = schema(name)
    for step in path:
        name, part = _resolved(name, part)
        if key in part.get("properties", {}):
            return True
        part = part.get("items") if isinstance(step, int) else part.get("properties", {}).get(step)
        if not isinstance(part, Mapping):
            return False
    return False


def _resolved(name: str, part: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """A part of a schema with what it refers to in its place, and the schema that this stands in."""
    while "$ref" in part:
        file, _, shape = part["$ref"].partition("#/$defs/")
        name = file.removesuffix(_ENDING) or name
        part = schema(name)["$defs"][shape] if shape else schema(name)
    return name, part
