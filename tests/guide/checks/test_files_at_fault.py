"""A file at fault gives its own faults: what only follows from it is not told, and what stands elsewhere is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from guide.faults import Fault
from guide.loader import load_norm
from tests.guide.checks.broken_norms import lay_out
from tests.norms import SMALL_NORM

FILES = sorted(path.relative_to(SMALL_NORM).as_posix() for path in SMALL_NORM.rglob("*.yaml"))
# What stands in a file of a topic and may as well stand in another of its folder.
APART = {"texts": ("words", "rules"), "files": ("columns", "rules")}


def _unreadable(text: str) -> str:
    return f"{text}: [\n"


def _with_a_strange_key(text: str) -> str:
    return f"{text}strange: 1\n"


def _without_an_id(text: str) -> str:
    return text.replace("id: ", "called: ", 1)


def _with_lists_misnamed(text: str) -> str:
    data = yaml.safe_load(text)
    renamed = {f"{key}s" if isinstance(value, list) else key: value for key, value in data.items()}
    return yaml.safe_dump({**renamed, "strange": 1}, allow_unicode=True, sort_keys=False)


# The other ways are for `make attack`.
WAYS = [
    _unreadable,
    *(
        pytest.param(way, marks=pytest.mark.attack)
        for way in (_with_a_strange_key, _without_an_id, _with_lists_misnamed)
    ),
]
each_way = pytest.mark.parametrize("spoil", WAYS, ids=lambda way: way.__name__.strip("_"))


@pytest.fixture
def norm(tmp_path: Path) -> Path:
    """The small norm, to be changed."""
    return lay_out(tmp_path / "no-difference", tmp_path)


def _faults_elsewhere(norm: Path, relative: str) -> list[Fault]:
    faults = load_norm(norm).faults
    own = (norm / relative).as_posix()
    assert any(fault.file == own for fault in faults)
    return [fault for fault in faults if fault.file != own]


def _spoil(path: Path, spoil: Callable[[str], str]) -> None:
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")


@each_way
@pytest.mark.parametrize("relative", FILES)
def test_nothing_is_told_that_only_follows_from_a_file_at_fault(
    relative: str, spoil: Callable[[str], str], norm: Path
) -> None:
    before = (norm / relative).read_text(encoding="utf-8")
    if spoil(before) == before:
        pytest.skip("the file has no id")
    _spoil(norm / relative, spoil)

    assert _faults_elsewhere(norm, relative) == []


def _told_once(norm: Path) -> Iterator[str]:
    """Put the lists of each topic into a file of their own, so that others name what stands in it."""
    for folder, (lent, kept) in APART.items():
        path = norm / folder / "small.yaml"
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        rest = {key: value for key, value in data.items() if key not in {lent, "reading"}}
        other = {"topic": "lent", "order": 2, lent: data[lent]}
        assert kept in rest
        if "reading" in data:
            other["reading"] = data["reading"]
        path.write_text(yaml.safe_dump(rest, allow_unicode=True, sort_keys=False), encoding="utf-8")
        path.with_name("lent.yaml").write_text(yaml.safe_dump(other, allow_unicode=True), encoding="utf-8")
        yield f"{folder}/lent.yaml"


@each_way
@pytest.mark.parametrize("folder", APART)
def test_what_other_rules_use_may_be_at_fault(folder: str, spoil: Callable[[str], str], norm: Path) -> None:
    lent = list(_told_once(norm))
    assert load_norm(norm).faults == []
    relative = next(path for path in lent if path.startswith(folder))
    before = (norm / relative).read_text(encoding="utf-8")
    if spoil(before) == before:
        pytest.skip("the file has no id")
    _spoil(norm / relative, spoil)

    assert _faults_elsewhere(norm, relative) == []


def test_what_is_held_to_a_file_at_fault_is_not_tried_and_the_rest_is(norm: Path) -> None:
    """A rule finds nothing where the figure is not known that it is held to."""
    for file, old, new in (
        ("texts/small.yaml", "rule-support-medium]", "rule-support-medium, lookback]"),
        ("texts/small.yaml", '["Wij zijn de beste."]', '["Wij zijn er."]'),
    ):
        path = norm / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    _spoil(norm / "facts/preparing.yaml", _unreadable)

    assert [fault.path for fault in _faults_elsewhere(norm, "facts/preparing.yaml")] == [
        "rules[text-best].examples.found[0]"
    ]


def test_independent_faults_of_other_files_are_told(norm: Path) -> None:
    _spoil(norm / "scheme.yaml", _unreadable)
    path = norm / "conditions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("sources: [", "sources: [nowhere, ", 1), encoding="utf-8")

    assert [fault.message for fault in _faults_elsewhere(norm, "scheme.yaml")] == ["check.dangling"]
