"""The generated norm is a norm: what is measured on it holds for a real one of that size."""

import copy
from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.loader import load_norm
from tests.bench.answering import changed
from tests.bench.growing import grow

NORM = paths.NORM
MULTIPLIED = ("conditions", "documents", "glossary", "warnings", "bureaus", "changes")


@pytest.fixture(scope="module")
def norm() -> dict[str, Any]:
    return load_norm(NORM).norm or {}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("grown") / "norm"
    grow(NORM, folder, 2)
    loaded = load_norm(folder)
    assert loaded.faults == []
    return loaded.norm or {}


def test_twice_the_norm_has_twice_the_elements(norm: dict[str, Any], grown: dict[str, Any]) -> None:
    assert {name: len(grown[name]) for name in MULTIPLIED} == {name: 2 * len(norm[name]) for name in MULTIPLIED}
    for name, requirement in norm["requirements"].items():
        assert len(grown["requirements"][name]["checks"]) == 2 * len(requirement["checks"])


def test_a_copy_names_copies_only(norm: dict[str, Any], grown: dict[str, Any]) -> None:
    original = next(iter(norm["documents"].values()))
    copied = grown["documents"][f"{original['id']}-copy-1"]

    assert [name.replace("-100", "-") for name in copied["proves"]] == original["proves"]
    assert copied["title"] == original["title"]


def test_once_the_norm_is_the_norm_itself(norm: dict[str, Any], tmp_path: Path) -> None:
    grow(NORM, tmp_path / "norm", 1)
    assert load_norm(tmp_path / "norm").norm == norm


def test_each_change_is_one_score_and_leaves_the_ones_before_it(norm: dict[str, Any]) -> None:
    answers = {"format": "kmop-answers/1", "checks": {"ACT-1": {"conformity": "V"}}}
    kept = copy.deepcopy(answers)

    first, second, *_ = changed(answers, norm, 60)

    assert answers == kept
    assert first["checks"] == {"ACT-1": {"conformity": "B"}}
    assert second["checks"] == {"ACT-1": {"conformity": "B"}, "ACT-2": {"conformity": "B"}}
