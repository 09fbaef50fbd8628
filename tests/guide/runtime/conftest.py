"""What the tests of the runtime share: a folder of npm packages to break."""

from pathlib import Path

import pytest

from guide.paths import NODE_MODULES


@pytest.fixture
def node_modules(tmp_path: Path) -> Path:
    """The npm packages as installed, each a link that a test may take away."""
    folder = tmp_path / "node_modules"
    folder.mkdir()
    for package in NODE_MODULES.iterdir():
        (folder / package.name).symlink_to(package)
    return folder
