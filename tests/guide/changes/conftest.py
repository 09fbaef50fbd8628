"""Norms to compare: the small one, and a copy to edit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.norms import SMALL_NORM

Edit = Callable[[str, str, str], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small norm."""
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "copy"))


@pytest.fixture
def edit(copy: Path) -> Edit:
    """Replace a text in a file of the copy, wherever it stands in it."""

    def replace(name: str, old: str, new: str) -> None:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace
