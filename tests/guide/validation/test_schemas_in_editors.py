"""Editors find the schema of each file by its first line, and what a schema refers to beside it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.documents.yaml_reader import parse_yaml
from guide.norm.files import FILES, FOLDERS
from guide.validation.schemas import schema, schema_names

HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
# Written by `kmop release` and never touched again.
UNTYPED = {"released"}
TYPED = [
    *((paths.NORM / f"{kind}.yaml", kind) for kind in FILES),
    *(
        (file, kind)
        for folder, kind in FOLDERS.items()
        if folder not in UNTYPED
        for file in sorted((paths.NORM / folder).glob("*.yaml"))
    ),
]


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for inner in node.values():
            yield from references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from references(inner)


def found(name: str, reference: str) -> bool:
    """Whether a reference leads somewhere, taken from the folder of the schemas as an editor does."""
    file, _, pointer = reference.partition("#")
    other = file.removesuffix(".schema.json") if file else name
    if file and not (paths.SCHEMAS / file).is_file():
        return False
    place: Any = schema(other)
    for step in pointer.strip("/").split("/") if pointer else ():
        if step not in place:
            return False
        place = place[step]
    return True


@pytest.mark.parametrize("name", schema_names())
def test_what_a_schema_refers_to_stands_beside_it(name: str) -> None:
    assert schema(name)["$id"] == f"{name}.schema.json"
    assert [each for each in references(schema(name)) if not found(name, each)] == []


def test_each_file_of_the_norm_names_its_schema_first() -> None:
    wrong = [file.relative_to(paths.NORM).as_posix() for file, kind in TYPED if not _names_schema(file, kind)]
    assert wrong == []


def _names_schema(file: Path, kind: str) -> bool:
    header = HEADER.match(file.read_text(encoding="utf-8"))
    return header is not None and (file.parent / header[1]).resolve() == paths.SCHEMAS / f"{kind}.schema.json"


def test_answers_may_name_their_schema_too() -> None:
    text = "# yaml-language-server: $schema=schemas/answers.schema.json\nformat: kmop-answers/1\n"
    document, faults = parse_yaml(text, "answers.yaml", is_answers=True)
    assert faults == []
    assert document is not None
    assert document.data == {"format": "kmop-answers/1"}
