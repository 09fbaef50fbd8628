"""What several rooms share: a cache of one's own, and a copy of the small norm to edit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide import paths
from tests.norms import SMALL_NORM

Edit = Callable[[str, str, str], None]


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where builds keep things, for one test alone."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(paths, "KEPT", folder)
    return folder


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
