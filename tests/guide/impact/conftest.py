"""Changes of the small norm, and what they do to its examples and cases."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.changes.revisions import open_revision
from guide.disk_cache import Cache
from guide.impact.try_change import Faulty, Tried, Wanted, try_change
from tests.norms import SMALL_NORM

Try = Callable[..., Tried]


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
