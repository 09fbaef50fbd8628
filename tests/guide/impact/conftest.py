"""Changes of the small norm, and what they do to its examples and cases."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.changes.revisions import open_revision
from guide.disk_cache import Cache
from guide.impact.trying import Faulty, Tried, Wanted, try_change
from tests.norms import SMALL_NORM

Try = Callable[..., Tried]
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


@pytest.fixture
def tried(copy: Path, messages: Mapping[str, str], tmp_path: Path) -> Try:
    """Try what the copy changed in the small norm."""

    def run(answers: Path | None = None, *, backwards: bool = False) -> Any:
        old, new = (copy, SMALL_NORM) if backwards else (SMALL_NORM, copy)
        wanted, cache = Wanted(answers, "2026-11-28", tmp_path / "accepted.yaml"), Cache()
        with open_revision(str(old), old, cache) as before, open_revision(str(new), new, cache) as after:
            found = try_change(before, after, wanted, messages, cache)
        assert not isinstance(found, Faulty), found
        return found

    return run
