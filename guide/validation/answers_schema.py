"""The answers schema made narrower for one norm: it names the questions, check points, documents and choices."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assessment.answers import MAX_WORTH_FIGURES
from assessment.checking import MAX_COUNT
from assessment.fields import check_ids, option_ids, question_names, scale_of
from assessment.scenarios import what_if_fields
from guide.validation.schemas import schema

__all__ = ["answers_schema", "listed_answers"]

_PLAIN: Mapping[str, Mapping[str, Any]] = {
    "yes_no": {"type": "boolean"},
    "text": {"type": "string", "maxLength": 200},
    "date": {"$ref": "#/$defs/day"},
    "decimal": {
        "description": 'A decimal figure in quotes, such as "150.00".',
        "type": "string",
        "pattern": "^[0-9]{1,6}(\\.[0-9]{1,2})?$",
    },
}
"""What an answer to a question of each kind is, for the kinds that are the same for every question."""
_ANY = {"$ref": "common.schema.json#/$defs/answered_id"}


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
    properties["profile"] |= _profile(norm)
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


def _profile(norm: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of the answers to the questions about the candidate's situation."""
    fields: dict[str, Any] = {}
    for name, field in norm["profile"]["fields"].items():
        *groups, last = name.split(".")
        _group(fields, groups)[last] = _answer(field, [] if "options_from" not in field else option_ids(field, norm))
    return _closed(fields)


def _answer(field: Mapping[str, Any], elements: Sequence[str]) -> dict[str, Any]:
    """The schema of an answer; the options that a field takes from the norm are `elements`."""
    options = {"enum": [*elements, *(option["id"] for option in field.get("options", ()))]}
    if field["kind"] == "choice":
        return options
    if field["kind"] == "choices":
        return {"type": "array", "items": options, "uniqueItems": True}
    if field["kind"] == "count":
        return {"type": "integer", "minimum": field.get("minimum", 0), "maximum": MAX_COUNT}
    return dict(_PLAIN[field["kind"]])


def listed_answers(norm: Mapping[str, Any]) -> dict[str, Any]:
    """The answers schema with the questions of a norm, as editors and type checkers are to know them.

    What a field takes from elsewhere in the norm can be any name there.

    Args:
        norm: The norm whose questions are listed; the answers to any other are held to its own.
    """
    whole: dict[str, Any] = json.loads(json.dumps(schema("answers")))
    profile = whole["properties"]["profile"]
    profile |= _profile(norm)
    for name, field in norm["profile"]["fields"].items():
        if "options_from" in field:
            part = _property(profile, name)
            part.pop("enum", None)
            (part["items"] if field["kind"] == "choices" else part).update(_ANY)
            part.get("items", {}).pop("enum", None)
    return whole
