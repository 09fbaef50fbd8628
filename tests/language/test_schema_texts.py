"""What an editor shows while somebody types: every field that people type is explained, in Dutch."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from guide.cli import COMMANDS
from guide.norm.files import FILES, FOLDERS
from guide.paths import ROOT
from guide.validation.schemas import schema
from tests.language.dictionaries import WORD, is_word

UNREAD = re.compile(r"\{[^{}]*\}|`[^`]*`|\S*(?:\w[._/@:]|--)\w\S*")
# What is typed, or how it is typed.
MACHINE = {"true", "false", "kmop", "mailto", "id's", "jaar-maand-dag"}
KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "tests/language/words.yaml").read_text(encoding="utf-8"))
TYPED = sorted({*FILES, *FOLDERS.values(), "common"})


def properties(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every property of a schema, by where it stands."""
    if isinstance(node, list):
        for each in node:
            yield from properties(each, path)
    elif isinstance(node, dict):
        for key, inner in node.items():
            if key == "properties":
                for name, part in inner.items():
                    yield f"{path}.{name}", part
                    yield from properties(part, f"{path}.{name}")
            elif key not in {"examples", "enum", "required"}:
                yield from properties(inner, path)


def names(node: Any) -> Iterator[str]:
    """Everything in a schema that is typed: names of properties and values to choose from."""
    if isinstance(node, dict):
        yield from node.get("properties", {})
        yield from (str(each) for each in node.get("enum", ()))
        for inner in node.values():
            yield from names(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from names(inner)


@pytest.mark.parametrize("name", TYPED)
def test_every_field_that_people_type_is_explained(name: str) -> None:
    assert [path for path, part in properties(schema(name)) if "description" not in part] == []


def test_the_explanations_are_dutch() -> None:
    said = [part["description"] for name in TYPED for _, part in properties(schema(name))]
    said += [schema(name)["title"] for name in TYPED]
    known = {word.lower() for group in KNOWN.values() for word in group["words"]}
    known |= {word for name in (*TYPED, "answers") for each in names(schema(name)) for word in WORD.findall(each)}
    known |= {*MACHINE, *(str(command.name) for command in COMMANDS)}
    words = {word for text in said for word in WORD.findall(UNREAD.sub(" ", text))}
    strange = {word for word in words if not is_word(word, "nl")}
    assert len(words) > 300
    assert sorted(word for word in strange if not {word, word.lower()} & known) == []
