"""Questions by their names: those of the profile with the options that they offer, and all of the form."""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["DIMENSIONS", "check_ids", "choices", "option_ids", "options_of", "path_of", "question_names", "scale_of"]

DIMENSIONS = ("conformity", "demonstrability")
"""The two sides that the norm asks about: does one work so, and can one show it."""

_TABLES = {"requirements": ("requirements",), "themes": ("scheme", "themes")}
"""Where the options stand that a field takes from the norm itself, by its `options_from`."""


_CHECK_POINT = re.compile(r"(checks)\.([A-Za-z0-9-]+(?:\.[A-Za-z0-9]{1,3}(?=\.|$))*)(?:\.(.+))?")
"""The name of a question about a check point: behind a dot in its id stand few characters, in a part's name more."""


def path_of(name: str) -> list[str]:
    """Return the keys that lead to the answer to a question: `checks.1.1.note` leads to the note on point `1.1`."""
    if found := _CHECK_POINT.fullmatch(name):
        table, point, part = found.groups()
        return [table, point, *(part.split(".") if part else [])]
    return name.split(".")


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


def choices(norm: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the values that each question of the profile lets one choose from."""
    fields = norm["profile"]["fields"].items()
    return {name: set(option_ids(field, norm)) for name, field in fields if field["kind"] in {"choice", "choices"}}


def scale_of(norm: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the steps of the norm's scale, from the lowest to the highest."""
    return tuple(entry["id"] for entry in norm["scoring"]["scale"])


def check_ids(norm: Mapping[str, Any]) -> list[str]:
    """Return the ids of all check points."""
    return [name for requirement in norm["requirements"].values() for name in requirement["checks"]]


def question_names(norm: Mapping[str, Any]) -> frozenset[str]:
    """Return the names, as in the form, of all questions to which one may not know the answer."""
    scored = [*(f"checks.{name}" for name in check_ids(norm)), *(f"scan.{name}" for name in norm["requirements"])]
    return frozenset(
        [
            *(f"profile.{name}" for name in norm["profile"]["fields"]),
            *(f"{name}.{dimension}" for name in scored for dimension in DIMENSIONS),
            *(f"documents.{name}.state" for name in norm["documents"]),
            *(f"worth.{name}" for name in norm["worth"]["fields"]),
        ]
    )
