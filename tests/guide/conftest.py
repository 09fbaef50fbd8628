"""What the tests of keeping have in common: a place of their own, so that none finds what another kept."""

from pathlib import Path

import pytest

from guide import paths


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where builds keep things, for one test alone."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(paths, "KEPT", folder)
    return folder
