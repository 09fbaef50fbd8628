"""The JSON Schemas of the norm files and of the answers, as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from guide import paths

__all__ = ["schema", "schema_names"]


def schema_names() -> list[str]:
    """The names of all schemas: `answers`, `common`, `conditions` and so on."""
    return sorted(path.name.removesuffix(".schema.json") for path in _paths())


def _paths() -> Iterator[Path]:
    return paths.SCHEMAS.glob("*.schema.json")


@cache
def schema(name: str) -> Mapping[str, Any]:
    """One schema as plain data, by its name without `.schema.json`."""
    loaded: dict[str, Any] = json.loads((paths.SCHEMAS / f"{name}.schema.json").read_bytes())
    return loaded
