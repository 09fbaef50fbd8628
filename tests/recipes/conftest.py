import shutil
from pathlib import Path

import pytest

from guide.norm.released import note_release
from tests.norms import SMALL_NORM, checked_norm


@pytest.fixture
def norm_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a norm in `norm` whose version is out."""
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    note_release(folder, checked_norm(SMALL_NORM))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("guide.cli.batch.os.cpu_count", lambda: 1)
    return folder
