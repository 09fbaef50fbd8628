"""Whatever goes wrong in a norm, `kmop check` says so in lines."""

import random
from pathlib import Path

import pytest

from guide.catalogue import load_messages
from guide.faults import fault_lines
from guide.loader import load_norm
from tests.guide.checks.mutated_norms import mutate_norm
from tests.norms import SMALL_NORM


@pytest.mark.parametrize("seed", range(10))
def test_a_norm_in_which_something_went_wrong_is_told_in_lines(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same norms every time
    for _ in range(4):
        loaded = load_norm(mutate_norm(SMALL_NORM, tmp_path / "norm", chance))

        lines = fault_lines(loaded.faults, load_messages("nl", "check"))
        assert (loaded.norm is None) == bool(lines)
        assert [line for line in lines if "check." in line] == []
