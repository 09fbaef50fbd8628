"""The list of the questions of our norm, which is made: whatever happened to the file, it is made anew."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.editing.answers_listing import listing_faults, listing_of
from guide.editing.changes import Change, write_change
from guide.validation.schemas import schema, schema_names
from tests.norms import REAL_NORM


@pytest.fixture
def schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(paths.SCHEMAS, tmp_path / "schemas"))
    monkeypatch.setattr(paths, "SCHEMAS", folder)
    return folder


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "check.answers_listing_gone"),
        ("<<<<<<< HEAD\n{}\n", "check.answers_listing"),
        ("{}", "check.answers_listing"),
    ],
)
def test_a_list_that_is_gone_or_damaged_is_told_and_made_anew(
    real_norm: dict[str, Any], schemas: Path, text: str | None, message: str
) -> None:
    file = schemas / "answers.schema.json"
    before = file.read_bytes()
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")

    faults = listing_faults(REAL_NORM, real_norm)
    listing = listing_of(REAL_NORM, real_norm)
    assert listing is not None
    write_change(Change({listing[0]: listing[1]}))

    assert [fault.message for fault in faults] == [message]
    assert file.read_bytes() == before


@pytest.mark.usefixtures("schemas")
def test_nothing_reads_the_list_to_judge(schemas: Path) -> None:
    schemas.joinpath("answers.schema.json").unlink()

    assert "answers" in schema_names()
    assert "properties" not in schema.__wrapped__("answers")["properties"]["profile"]
