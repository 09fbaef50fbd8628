"""Fields of the profile: which options a choice offers."""

from collections.abc import Mapping
from typing import Any

__all__ = ["option_ids", "options_of"]

_TABLES = {"requirements": ("requirements",), "themes": ("scheme", "themes")}
"""Where the options stand that a field takes from the norm itself, by its `options_from`."""


def options_of(field: Mapping[str, Any], norm: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what can be chosen in a field, each with its `id` and `title`; nothing where the answer is no choice."""
    if "options_from" not in field:
        return list(field.get("options", []))
    table: Any = norm
    for key in _TABLES[field["options_from"]]:
        table = table[key]
    return list(table.values())


def option_ids(field: Mapping[str, Any], norm: Mapping[str, Any]) -> list[str]:
    """Return the values that a choice may take."""
    return [option["id"] for option in options_of(field, norm)]
