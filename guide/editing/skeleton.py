"""Skeleton of a new element, made from its schema: what is given is filled in, what is to be written is marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.catalogue import LANGUAGE
from guide.checks.unwritten import MARK
from guide.validation.schemas import schema

__all__ = ["Skeleton"]

Data = dict[str, Any]


class Skeleton:
    """Fills in the properties of a schema.

    Args:
        given: What is known, by the name of the property.
        unknown: What stands for an id, a day or a choice that is not known yet; `kmop check` finds that it is none.
        standing: How firm the statements in it are.
    """

    def __init__(self, given: Mapping[str, Any], unknown: str, standing: str) -> None:
        self._given = given
        self._unknown = unknown
        self._standing = standing

    def of(self, wanted: Mapping[str, Any], more: frozenset[str] = frozenset()) -> Data:
        """Everything that a schema asks for, and what is given besides.

        Args:
            wanted: The schema of a map.
            more: Properties that it does not ask for, yet are filled in.
        """
        asked = {*wanted["required"], *more, *(self._given.keys() & wanted["properties"].keys())}
        return {name: self._filled(name, part) for name, part in wanted["properties"].items() if name in asked}

    def _filled(self, name: str, wanted: Mapping[str, Any]) -> Any:
        if name in self._given:
            return self._given[name]
        if name == "standing":
            return self._standing if self._standing in wanted.get("enum", [self._standing]) else self._unknown
        return self._value(wanted, wanted.get("description", ""))

    def _value(self, wanted: Mapping[str, Any], says: str) -> Any:
        """A value of the right shape that says what is to be written, or that nothing has."""
        if "enum" in wanted:
            return self._unknown
        if "$ref" in wanted:
            return self._shared(wanted["$ref"].rpartition("/")[2], says)
        if wanted.get("type") == "array":
            return [self._value(wanted["items"], says)] if wanted.get("minItems") else []
        return f"{MARK} {_first_sentence(says)}"

    def _shared(self, shape: str, says: str) -> Any:
        """A value of one of the shapes that all files share."""
        text = {LANGUAGE: f"{MARK} {_first_sentence(says)}"}
        if shape in {"text", "in_sentence"}:
            return text
        if shape == "statement":
            return {"text": text, "standing": self._standing, **self._grounds()}
        if shape == "predicate":
            return {"equals": {"field": self._unknown, "value": True}}
        if shape in {"statements", "ids", "sources"}:
            return [self._shared("statement", says)] if shape == "statements" else [self._unknown]
        return self._unknown

    def _grounds(self) -> Data:
        """What a statement rests on: the sources, or our own reasons."""
        if self._standing == "estimate":
            wanted = schema("common")["$defs"]["statement"]["properties"]["rationale"]
            return {"rationale": self._value(wanted, wanted["description"])}
        return {"sources": self._given.get("sources", [self._unknown])}


def _first_sentence(says: str) -> str:
    """What a description asks for, without its finer points."""
    return f"{says.split('. ', maxsplit=1)[0].removesuffix('.')}."
