"""Edits in the text of a file leave all else as it was written."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guide.documents.document import Path
from guide.editing.changes import Change, write_change
from guide.editing.yaml_text import YamlText, word

TEXT = """\
# Above all.
flow: [one, "two", three]  # beside
block:
  # Of the first.
  - one
  - two

  # Of the third.
  - three

last: {one: 1, two: >-
    folded}
"""


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ([("flow", 0)], 'flow: ["two", three]  # beside'),
        ([("flow", 1)], "flow: [one, three]  # beside"),
        ([("flow", 1), ("flow", 2)], "flow: [one]  # beside"),
        ([("flow", 0), ("flow", 1), ("flow", 2)], "flow: []  # beside"),
        ([("block", 0)], "block:\n  - two\n"),
        ([("block", 2)], "  - two\n\nlast:"),
        ([("block", 0), ("block", 1), ("block", 2)], "block: []\n"),
        ([("last", "one")], "last: {two:"),
    ],
)
def test_what_goes_takes_its_comma_or_its_lines_along(gone: list[Path], expected: str) -> None:
    text = YamlText(TEXT.replace(">-\n    folded", "2"))
    for path in gone:
        text.remove(path)
    assert expected in text.result
    assert text.result.startswith("# Above all.\n")


def test_a_name_within_a_longer_one_is_another() -> None:
    text = YamlText('about: [visit, visit-day, "{fact:visit}"]\n')
    for index in range(3):
        text.rename(("about", index), "visit", "tour")
    assert text.result == 'about: [tour, visit-day, "{fact:tour}"]\n'


def test_a_key_can_be_renamed_and_its_value_replaced() -> None:
    text = YamlText("checks:\n  OFR-1: {a: b}\n")
    text.rename(("checks", "OFR-1"), "OFR-1", "OFR-2", at_key=True)
    text.put(("checks", "OFR-1"), "{c: d}")
    assert text.result == "checks:\n  OFR-2: {c: d}\n"


@pytest.mark.parametrize(("text", "found"), [("OFR-1", True), ("OFR-11", False), ("XOFR-1", False), ("(OFR-1).", True)])
def test_an_id_is_a_word_of_its_own(text: str, found: bool) -> None:
    assert bool(word("OFR-1").search(text)) is found


_names = st.text("abc", min_size=1, max_size=3)
_data = st.dictionaries(_names, st.lists(_names, min_size=1, max_size=4), min_size=1, max_size=4)


@given(_data, st.booleans(), st.data())
def test_removing_an_item_changes_nothing_else(data: dict[str, Any], is_flow: bool, chance: st.DataObject) -> None:
    key = chance.draw(st.sampled_from(sorted(data)))
    index = chance.draw(st.integers(0, len(data[key]) - 1))
    text = YamlText(yaml.safe_dump(data, default_flow_style=is_flow))
    text.remove((key, index))
    left = {**data, key: data[key][:index] + data[key][index + 1 :]}
    assert yaml.safe_load(text.result) == left


def test_all_files_are_written_or_none(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("before\n", encoding="utf-8")
    two.mkdir()  # no file can take its place
    with pytest.raises(OSError, match="two"):
        write_change(_change({one: "after\n", two / ".." / "two.yaml": "after\n"}, monkeypatch))
    assert one.read_text(encoding="utf-8") == "before\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.yaml", "two.yaml"]


def _change(files: dict[Any, str | None], monkeypatch: pytest.MonkeyPatch) -> Change:
    change = Change(files)
    monkeypatch.setattr(change, "done", lambda: change)
    return change


def test_a_file_that_stays_as_it_is_is_no_part_of_a_change(tmp_path: Any) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("same\n", encoding="utf-8")
    assert Change({file: "same\n"}).done().files == {}
