"""The line by which an editor finds the schema of a file."""

from pathlib import Path

import pytest

from guide import paths
from guide.editing.schema_header import with_schema_header

LINE = "# yaml-language-server: $schema="


@pytest.mark.parametrize(
    ("file", "schema"),
    [("documents.yaml", "../schemas/documents"), ("quiz/a-topic.yaml", "../../schemas/quiz")],
)
@pytest.mark.parametrize("text", ["a: b\n", "# Above.\na: b\n", f"{LINE}elsewhere.json\na: b\n"])
def test_a_file_of_our_norm_begins_with_its_schema(file: str, schema: str, text: str) -> None:
    rest = text.removeprefix(f"{LINE}elsewhere.json\n")
    assert with_schema_header(text, paths.NORM / file) == f"{LINE}{schema}.schema.json\n{rest}"


@pytest.mark.parametrize(
    "file", [paths.NORM / "released" / "1.yaml", paths.NORM / "notes.yaml", Path("/x/documents.yaml")]
)
def test_no_other_file_does(file: Path) -> None:
    assert with_schema_header("a: b\n", file) == "a: b\n"
