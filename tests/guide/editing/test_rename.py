"""Another id: every place that names it follows, and nothing else of the norm changes."""

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment import assess, parse_answers
from guide.disk_cache import Cache
from guide.editing.changes import Change, write_change
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.rename import rename
from guide.editing.yaml_text import word
from guide.loader import load_norm
from guide.norm.parsed import element_kinds
from tests.norms import SMALL_NORM, checked_norm

Open = Callable[[], OpenNorm]
SAID = "Iets heet anders."
OTHERS = ("task", "letter", "template", "example", "case", "text_rule", "file_rule", "file_evidence", "question")


def other_name(name: str, space: str) -> str:
    if space == "check":
        return f"{name}7"
    return f"{name}_x" if space == "theme" else f"{name}-x"


def every_name(norm: OpenNorm) -> dict[str, str]:
    spaces = [*element_kinds(), *OTHERS]
    return {name: other_name(name, space) for space in spaces for name in norm.parsed.ids(space)}


def renamed(text: str, names: Mapping[str, str]) -> str:
    for old, new in names.items():
        text = word(old).sub(new, text)
    return text


def reports(norm: dict[str, Any]) -> dict[str, Any]:
    answers = {name: parse_answers(example["answers"], norm)[0] for name, example in norm["examples"].items()}
    return {name: assess(norm, given, date(2026, 11, 22)) for name, given in answers.items() if given}


def without_version(report: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in report.items() if key not in {"norm", "answers_sha256"}}


@pytest.fixture(scope="module")
def all_renamed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, Any]]:
    """Every id of the small norm by another, and the norm that comes of it."""
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path_factory.mktemp("renamed") / "norm"))
    norm = OpenNorm.read(folder, None, date(2026, 11, 28))
    names = every_name(norm)
    write_change(rename(norm, names, SAID))
    loaded = load_norm(folder, Cache())
    assert loaded.norm is not None, loaded.faults
    return names, loaded.norm


def test_a_norm_in_which_every_id_changed_is_in_order(all_renamed: tuple[dict[str, str], dict[str, Any]]) -> None:
    names, norm = all_renamed
    assert len(names) > 90
    assert set(norm["facts"]) == {names[name] for name in checked_norm(SMALL_NORM)["facts"]}


def test_examples_come_out_the_same_but_for_the_ids(all_renamed: tuple[dict[str, str], dict[str, Any]]) -> None:
    names, norm = all_renamed
    before, after = reports(checked_norm(SMALL_NORM)), reports(norm)
    assert len(before) == len(after) > 1
    for name, report in before.items():
        was = json.dumps(without_version(report), sort_keys=True)
        becomes = json.dumps(without_version(after[names[name]]), sort_keys=True)
        back = {new: old for old, new in names.items()}
        assert json.loads(renamed(becomes, back)) == json.loads(renamed(was, back))


def test_saved_answers_follow_every_new_id(all_renamed: tuple[dict[str, str], dict[str, Any]]) -> None:
    names, norm = all_renamed
    (entry,) = norm["history"]
    answered = {"OFR-1", "project-list", "offering", "management"}
    assert {name: entry["renamed"][name] for name in answered} == {name: names[name] for name in answered}
    assert entry["version"] == norm["version"] == "2026.11.28"


def test_one_new_id_stands_everywhere_and_the_rest_stays_as_it_was(folder: Path, open_norm: Open) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    write_change(rename(open_norm(), {"OFR-1": "OFR-9"}, SAID))
    for path, text in before.items():
        if path.name != "norm.yaml":
            assert path.read_text(encoding="utf-8") == word("OFR-1").sub("OFR-9", text)
    assert load_norm(folder, Cache()).faults == []


def test_an_id_that_would_be_a_number_stands_between_quotes(folder: Path, open_norm: Open) -> None:
    write_change(rename(open_norm(), {"OFR-1": "1.1"}, SAID))
    loaded = load_norm(folder)
    assert loaded.norm is not None, loaded.faults
    assert loaded.norm["history"][-1]["renamed"] == {"OFR-1": "1.1"}
    assert 'proves: ["1.1", OFR-2]' in (folder / "documents.yaml").read_text(encoding="utf-8")


def test_what_no_candidate_answers_needs_no_history(folder: Path, open_norm: Open) -> None:
    change = rename(open_norm(), {"lookback": "how-far-back"}, SAID)
    assert folder / "norm.yaml" not in change.files
    assert "{fact:how-far-back}" in str(change.files[folder / "documents.yaml"])


def test_a_file_that_is_called_after_its_requirement_moves(folder: Path, open_norm: Open) -> None:
    change = rename(open_norm(), {"offering": "our-offering"}, SAID)
    assert change.files[folder / "requirements" / "offering.yaml"] is None
    assert str(change.files[folder / "requirements" / "our-offering.yaml"]).startswith("id: our-offering\n")


def test_a_name_that_is_not_out_leaves_no_trace_in_the_history(folder: Path, open_norm: Open) -> None:
    released = folder / "released" / "2026.1.1.yaml"
    released.parent.mkdir()
    ids = "".join(f"  - {name}\n" for name in ("OFR-1",))
    released.write_text(f'version: "2026.1.1"\nids:\n{ids}', encoding="utf-8")
    write_change(rename(open_norm(), {"OFR-1": "OFR-8"}, SAID))
    write_change(rename(open_norm(), {"OFR-8": "OFR-9", "OFR-2": "OFR-7"}, SAID))
    loaded = load_norm(folder, Cache())
    assert loaded.norm is not None, loaded.faults
    assert loaded.norm["history"] == [{"version": "2026.11.28", "text": {"nl": SAID}, "renamed": {"OFR-1": "OFR-9"}}]


def test_pages_follow(folder: Path, open_norm: Open) -> None:
    page = folder.parent / "prose" / "page.md"
    page.parent.mkdir()
    page.write_text('Zie [dit](element:lookback): {{ value("lookback") }}, OFR-1. Een lookback.\n', encoding="utf-8")
    change: Change = rename(open_norm(), {"lookback": "far", "OFR-1": "OFR-9"}, SAID)
    assert change.files[page] == 'Zie [dit](element:far): {{ value("far") }}, OFR-9. Een lookback.\n'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("OFR-8", "OFR-9", "unknown_meant"),
        ("xyzzy", "a", "unknown"),
        ("starter", "a", "fixed"),
        ("OFR-1", "law", "taken"),
    ],
)
def test_what_cannot_be_renamed_is_said(open_norm: Open, old: str, new: str, message: str) -> None:
    with pytest.raises(EditError) as wrong:
        rename(open_norm(), {old: new}, SAID)
    assert wrong.value.message == message
