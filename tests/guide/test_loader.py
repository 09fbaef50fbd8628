"""The norm that comes out of the files has the form that the rules and the pages read."""

import hashlib
import json
from pathlib import Path
from typing import Any

from assessment import canonical_json
from guide import paths
from guide.loader import load_norm
from tests.guide.checks.broken_norms import lay_out


def test_the_norm_is_plain_json(norm: dict[str, Any]) -> None:
    """Writing it as JSON and reading it back changes nothing."""
    assert json.loads(json.dumps(norm)) == norm


def test_the_checksum_covers_all_the_rest(norm: dict[str, Any]) -> None:
    """`sha256` is that of the canonical JSON of everything else."""
    rest = {key: value for key, value in norm.items() if key != "sha256"}

    assert norm["sha256"] == hashlib.sha256(canonical_json(rest).encode()).hexdigest()


def test_elements_go_by_their_id(norm: dict[str, Any]) -> None:
    """Each table maps an id to the element that has it."""
    tables = ("sources", "conditions", "requirements", "exemptions", "documents", "outcomes", "facts", "glossary")

    assert all(element["id"] == name for table in tables for name, element in norm[table].items())


def test_requirements_stand_in_their_order(norm: dict[str, Any]) -> None:
    """The order of the files' names does not matter."""
    assert list(norm["requirements"]) == ["offering", "trust", "references"]
    assert list(norm["requirements"]["offering"]["checks"]) == ["OFR-1", "OFR-2"]


def test_facts_stand_once_and_are_named_elsewhere(norm: dict[str, Any]) -> None:
    """Wherever a fact was written, its id stays and the fact itself goes to `facts`."""
    assert norm["requirements"]["offering"]["examined"] == ["offering-clear"]
    assert norm["outcomes"]["verdict-positive"]["facts"] == ["novice-length", "registration-length"]
    assert norm["procedure"]["steps"]["step-audit"]["facts"] == ["visit-how-long"]
    assert norm["facts"]["registration-length"]["value"] == {"amount": 5, "unit": "years"}
    assert len(norm["facts"]) == 10


def test_topics_are_the_fact_files_and_the_files_with_facts(norm: dict[str, Any]) -> None:
    """A facts file is a topic with a title; the facts of another file are a topic named after it."""
    assert norm["topics"]["preparing"]["title"] == {"nl": "Voorbereiden"}
    assert norm["topics"]["cost"] == {"facts": ["hourly-cost", "hourly-cost-free"]}
    assert "conditions" not in norm["topics"]


def test_readings_go_by_their_name(norm: dict[str, Any]) -> None:
    """The scale stays a list, since its order counts; the readings are looked up."""
    assert list(norm["scoring"]["readings"]) == ["strict", "likely", "lenient"]
    assert [step["id"] for step in norm["scoring"]["scale"]] == ["B", "G", "T", "V"]


def test_the_same_files_give_the_same_norm(norm: dict[str, Any], tmp_path: Path) -> None:
    """Where the files stand makes no difference to the norm."""
    assert load_norm(lay_out(tmp_path / "no-difference", tmp_path)).norm == norm


def test_a_changed_word_changes_the_checksum(norm: dict[str, Any], tmp_path: Path) -> None:
    """Nothing in the files is left out of the checksum."""
    folder = lay_out(tmp_path / "no-difference", tmp_path)
    path = folder / "glossary.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Een onderzoek", "Het onderzoek"), encoding="utf-8")

    changed = load_norm(folder).norm

    assert changed is not None
    assert changed["sha256"] != norm["sha256"]


def test_the_real_norm_is_in_order() -> None:
    """The norm of the project has no fault."""
    assert load_norm(paths.NORM).faults == []


def test_a_folder_without_any_norm_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    """Listing every file of some other folder would bury what is wrong."""
    tmp_path.joinpath("notes.txt").write_text("x", encoding="utf-8")

    assert [fault.message for fault in load_norm(tmp_path).faults] == ["check.folder_no_norm"]
