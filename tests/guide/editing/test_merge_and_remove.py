"""Merging and removing: what candidates answered is never lost, and never counts for more than it said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assessment.migration import migrate
from guide.disk_cache import Cache
from guide.editing.changes import faults_after, write_change
from guide.editing.merge import merge
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.remove import remove
from guide.loader import load_norm

Open = Callable[[], OpenNorm]
SAID = "Kijk het na."


def loaded(folder: Path) -> dict[str, Any]:
    found = load_norm(folder, Cache())
    assert found.norm is not None, found.faults
    return found.norm


def answers_in(folder: Path, example: str) -> Any:
    return yaml.safe_load((folder / "examples" / f"{example}.yaml").read_text(encoding="utf-8"))["answers"]


@pytest.mark.parametrize("into", ["OFR-1", "OFR-2", "OFR-7"])
def test_merged_points_are_one_and_the_norm_is_in_order(folder: Path, open_norm: Open, into: str) -> None:
    write_change(merge(open_norm(), ["OFR-1", "OFR-2"], into, SAID))
    norm = loaded(folder)
    assert list(norm["requirements"]["offering"]["checks"]) == [into]
    assert norm["documents"]["offering-description"]["proves"] == [into]
    assert norm["history"][-1]["merged"] == {into: ["OFR-1", "OFR-2"]}


def test_of_merged_answers_the_lowest_counts_in_examples_as_for_candidates(folder: Path, open_norm: Open) -> None:
    before = answers_in(folder, "adviser")
    write_change(merge(open_norm(), ["OFR-1", "OFR-2"], "OFR-7", SAID))
    norm = loaded(folder)
    own = {**before, "norm": {"id": norm["id"], "version": "2026.1.1"}}
    migrated = migrate(own, norm).answers["checks"]["OFR-7"]
    assert answers_in(folder, "adviser")["checks"]["OFR-7"] == {
        key: value for key, value in migrated.items() if key != "review"
    }
    assert migrated["conformity"] == "B"
    assert migrated["review"] is True


def test_what_an_example_answered_of_one_only_is_open_and_its_place_is_told(folder: Path, open_norm: Open) -> None:
    change = merge(open_norm(), ["OFR-1", "OFR-2"], "OFR-1", SAID)

    assert change.opened == [f"{(folder / 'examples' / 'trainer.yaml').as_posix()}:18"]


def test_merged_facts_need_no_history(folder: Path, open_norm: Open) -> None:
    change = merge(open_norm(), ["offering-clear"], "lookback", SAID)
    assert folder / "norm.yaml" not in change.files


def test_only_what_is_of_one_kind_can_be_merged(open_norm: Open) -> None:
    with pytest.raises(EditError) as wrong:
        merge(open_norm(), ["OFR-1"], "law", SAID)
    assert wrong.value.message == "merge_kinds"


def test_one_alone_cannot_be_merged(open_norm: Open) -> None:
    with pytest.raises(EditError) as wrong:
        merge(open_norm(), ["OFR-1"], "OFR-77", SAID)
    assert wrong.value.message == "merge_one"


def test_a_removed_point_goes_with_what_names_it_and_keeps_its_title(folder: Path, open_norm: Open) -> None:
    write_change(remove(open_norm(), "OFR-2", SAID))
    norm = loaded(folder)
    assert norm["history"][-1]["removed"] == {"OFR-2": {"nl": "Genoeg mensen"}}
    assert "OFR-2" not in answers_in(folder, "adviser")["checks"]


def test_what_a_sentence_or_a_needed_field_names_cannot_go(open_norm: Open) -> None:
    with pytest.raises(EditError) as wrong:
        remove(open_norm(), "lookback", SAID)
    assert wrong.value.message == "still_named"
    assert "documents.yaml:15" in str(wrong.value.values["places"])


def test_a_list_that_would_be_empty_is_told_before_anything_is_written(folder: Path, open_norm: Open) -> None:
    faults = faults_after(folder, remove(open_norm(), "client-list", SAID))
    assert [(Path(fault.file).name, fault.message) for fault in faults] == [("templates.yaml", "check.min_items")]
    assert load_norm(folder, Cache()).faults == []


def test_a_requirement_with_points_neither_goes_nor_merges(open_norm: Open) -> None:
    norm = open_norm()
    with pytest.raises(EditError) as gone:
        remove(norm, "offering", SAID)
    with pytest.raises(EditError) as merged:
        merge(norm, ["offering"], "references", SAID)
    assert {gone.value.message, merged.value.message} == {"has_parts"}
