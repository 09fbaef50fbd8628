"""The one form of YAML files: two spaces, lists set in, quotes and comments as they were written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

__all__ = ["FormError", "formatted", "round_trip"]

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Lines are as long as their writers made them: a text is not folded anew with every word.
_WIDTH = 100_000


class FormError(Exception):
    """A text cannot be put in the form without losing something of it."""


class _Texts(VersionedResolver):
    """Takes every value for a text, so that 1.10 and 2026-01-01 are written as they were."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return what kind of value it is."""
        if kind is ScalarNode and implicit[0]:
            return Tag(suffix="tag:yaml.org,2002:str")
        return super().resolve(kind, value, implicit)


def round_trip() -> YAML:
    """What reads YAML with its comments and quotes, and writes it in the form."""
    made = YAML()
    made.Resolver = _Texts
    made.preserve_quotes = True
    made.width = _WIDTH
    made.indent(mapping=2, sequence=4, offset=2)
    made.brace_single_entry_mapping_in_flow_sequence = True
    return made


def formatted(text: str) -> str:
    """A YAML text in the form; it says the same, with the same comments.

    Args:
        text: A text that `guide.documents.yaml_reader` finds nothing wrong with.

    Raises:
        FormError: Something would be lost, such as a comment in an unusual place.
    """
    stream = io.StringIO()
    made = round_trip()
    made.dump(made.load(text), stream)
    tidy = stream.getvalue()
    if tidy != text and (_data(tidy) != _data(text) or _comments(tidy) != _comments(text)):
        raise FormError
    return tidy


def _data(text: str) -> Any:
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - texts, lists and maps only


def _comments(text: str) -> list[str]:
    """What stands behind # between the tokens of a text."""
    return [comment.strip() for gap in _gaps(text) for comment in re.findall(r"#.*", gap)]


def _gaps(text: str) -> Iterator[str]:
    place = 0
    for token in yaml.scan(text):
        yield text[place : token.start_mark.index]
        place = max(place, token.end_mark.index)
