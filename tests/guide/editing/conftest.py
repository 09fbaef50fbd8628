import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guide.editing.open_norm import OpenNorm
from tests.norms import SMALL_NORM

TODAY = date(2026, 11, 28)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


@pytest.fixture
def open_norm(folder: Path) -> Callable[[], OpenNorm]:
    return lambda: OpenNorm.read(folder, folder.parent / "prose", TODAY)
