"""The answers schema made narrower for one norm: it names the check points, documents and choices."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assessment.answers import MAX_WORTH_FIGURES
from assessment.fields import check_ids, option_ids, question_names, scale_of
from assessment.scenarios import what_if_fields
from guide.validation.schemas import schema

__all__ = ["answers_schema"]


def answers_schema(norm: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema of the answers to this norm.

    It takes exactly the documents that `assessment.parse_answers` takes; a property test holds the two together.

    Args:
        norm: The checked norm.
    """
    narrowed: dict[str, Any] = json.loads(json.dumps(schema("answers")))
    properties = narrowed["properties"]
    properties["norm"]["properties"]["id"] = {"const": norm["id"]}
    checks = check_ids(norm)
    _on_scale(narrowed["$defs"], list(scale_of(norm)))
    properties["checks"]["propertyNames"] = {"enum": checks}
    for table in ("scan", "requirements"):
        properties[table]["propertyNames"] = {"enum": list(norm["requirements"])}
    properties["documents"]["propertyNames"] = {"enum": list(norm["documents"])}
    properties["unknown"]["items"] = {"enum": sorted(question_names(norm))}
    properties["worth"] = _worth(norm)
    for name, field in norm["profile"]["fields"].items():
        _narrow(_property(properties["profile"], name), field, norm)
    scenario = properties["scenarios"]["items"]["properties"]
    scenario["checks"]["propertyNames"] = {"enum": checks}
    scenario["profile"] = _what_if(properties["profile"], norm)
    return narrowed


def _on_scale(parts: dict[str, Any], scale: list[str]) -> None:
    """Let a score be a step of the norm's scale."""
    scores = parts["check"]["properties"]
    for each in (scores["conformity"], scores["demonstrability"], parts["scanned"]["oneOf"][1]):
        del each["$ref"]
        each["enum"] = scale


def _what_if(profile: dict[str, Any], norm: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what a scenario may change in the profile, from the narrowed schema of the profile."""
    fields: dict[str, Any] = {}
    for name in what_if_fields(norm):
        *groups, last = name.split(".")
        _group(fields, groups)[last] = _property(profile, name)
    return _closed(fields)


def _group(fields: dict[str, Any], groups: Sequence[str]) -> dict[str, Any]:
    """The fields within some groups, of which each comes to be when its first field does."""
    for name in groups:
        fields = fields.setdefault(name, _closed({}))["properties"]
    return fields


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _worth(norm: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of the figures on whether a registration is worth it."""
    kinds = {kind: {"type": "integer", "minimum": 0, "maximum": most} for kind, most in MAX_WORTH_FIGURES.items()}
    kinds["yes_no"] = {"type": "boolean"}
    fields = {name: kinds[field["kind"]] for name, field in norm["worth"]["fields"].items()}
    return {"type": "object", "properties": fields, "additionalProperties": False}


def _property(profile: dict[str, Any], name: str) -> dict[str, Any]:
    """The part of the schema for a field; a dot steps into a group."""
    for step in name.split("."):
        profile = profile["properties"][step]
    return profile


def _narrow(wanted: dict[str, Any], field: Mapping[str, Any], norm: Mapping[str, Any]) -> None:
    if field["kind"] == "choice":
        wanted["enum"] = option_ids(field, norm)
    elif field["kind"] == "choices":
        wanted["items"] = {"enum": option_ids(field, norm)}
    elif field["kind"] == "count":
        wanted["minimum"] = field.get("minimum", 0)
