"""Thousands of files that went wrong, for the page and for `kmop assess`."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from tests.judging.judging import Judges, bases, mutated


@pytest.mark.parametrize("seed", range(3))
def test_files_in_which_something_went_wrong_are_judged_alike(
    norm: dict[str, Any], messages: Mapping[str, str], tmp_path: Any, seed: int
) -> None:
    judges = Judges(norm, messages, tmp_path)
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    texts = bases(judges)

    assert judges.disagreements([mutated(chance.choice(texts), chance) for _ in range(1000)]) == []
