"""What the tests of the runtime share: the norm, the words, and a folder of npm packages to break."""

from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.catalogue import load_messages
from guide.loader import load_norm
from guide.paths import NODE_MODULES


@pytest.fixture(scope="session")
def messages() -> dict[str, str]:
    return load_messages("nl")


@pytest.fixture(scope="session")
def norm() -> dict[str, Any]:
    found = load_norm(paths.NORM).norm
    assert found is not None
    return found


@pytest.fixture
def node_modules(tmp_path: Path) -> Path:
    """The npm packages as installed, each a link that a test may take away."""
    folder = tmp_path / "node_modules"
    folder.mkdir()
    for package in NODE_MODULES.iterdir():
        (folder / package.name).symlink_to(package)
    return folder
