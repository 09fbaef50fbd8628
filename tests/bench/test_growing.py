"""The generated norm is a norm: what is measured on it holds for a real one of that size."""

import copy
from pathlib import Path
from typing import Any

import pytest

from guide.loader import load_norm
from tests.bench.answering import changed
from tests.bench.growing import grow
from tests.norms import REAL_NORM

MULTIPLIED = ("conditions", "documents", "glossary", "warnings", "bureaus", "changes")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("grown") / "norm"
    grow(REAL_NORM, folder, 2)
    loaded = load_norm(folder)
    assert loaded.faults == []
    return loaded.norm or {}


def test_twice_the_norm_has_twice_the_elements(real_norm: dict[str, Any], grown: dict[str, Any]) -> None:
    assert {name: len(grown[name]) for name in MULTIPLIED} == {name: 2 * len(real_norm[name]) for name in MULTIPLIED}
    for name, requirement in real_norm["requirements"].items():
        assert len(grown["requirements"][name]["checks"]) == 2 * len(requirement["checks"])


def test_a_copy_names_copies_only(real_norm: dict[str, Any], grown: dict[str, Any]) -> None:
    original = next(iter(real_norm["documents"].values()))
    copied = grown["documents"][f"{original['id']}-copy-1"]

    assert [name.replace("-100", "-") for name in copied["proves"]] == original["proves"]
    assert copied["title"] == original["title"]


def test_once_the_norm_is_the_norm_itself(real_norm: dict[str, Any], tmp_path: Path) -> None:
    grow(REAL_NORM, tmp_path / "norm", 1)
    assert load_norm(tmp_path / "norm").norm == real_norm


def test_each_change_is_one_score_and_leaves_the_ones_before_it(real_norm: dict[str, Any]) -> None:
    point, next_point = list(next(iter(real_norm["requirements"].values()))["checks"])[:2]
    answers = {"format": "kmop-answers/1", "checks": {point: {"conformity": "V"}}}
    kept = copy.deepcopy(answers)

    first, second, *_ = changed(answers, real_norm, 60)

    assert answers == kept
    assert first["checks"] == {point: {"conformity": "B"}}
    assert second["checks"] == {point: {"conformity": "B"}, next_point: {"conformity": "B"}}
