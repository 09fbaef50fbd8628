"""Hundreds of norms in which something went wrong, for `kmop check`."""

import random
from pathlib import Path

import pytest

from guide.catalogue import load_messages
from guide.faults import fault_lines
from guide.loader import load_norm
from tests.guide.checks.mutated_norms import mutate_norm
from tests.norms import REAL_NORM, SMALL_NORM


@pytest.mark.parametrize("norm", [SMALL_NORM, REAL_NORM], ids=["small", "real"])
@pytest.mark.parametrize("seed", range(150))
def test_a_norm_in_which_something_went_wrong_is_told_in_lines(norm: Path, seed: int, tmp_path: Path) -> None:
    loaded = load_norm(mutate_norm(norm, tmp_path / "norm", random.Random(seed)))  # noqa: S311 - the same every time

    lines = fault_lines(loaded.faults, load_messages("nl", "check"))
    assert (loaded.norm is None) == bool(lines)
    assert [line for line in lines if "check." in line] == []
