"""The norms that tests are run over: a small one of their own, and the real one."""

import functools
from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.disk_cache import Cache
from guide.loader import load_norm

__all__ = ["OFFICIAL_NORM", "REAL_NORM", "SMALL_NORM", "checked_norm", "each_norm"]

# Tests of machinery name the ids of this one, so that a change of the real norm breaks none of them.
SMALL_NORM = Path(__file__).parent / "small_norm"
# A made-up norm whose points and thresholds are its own: other ids, another scale, other outcomes, weights.
OFFICIAL_NORM = Path(__file__).parent / "official_norm"
# Tests of what the guide must say, of the worked examples and of the real pages. They ask for `real_norm`.
REAL_NORM = paths.NORM

each_norm = pytest.mark.parametrize("norm", [SMALL_NORM, REAL_NORM], ids=["small", "real"], indirect=True)
"""For a law, which holds for any norm: the fixture `norm` is the small one, and then the real one."""


@functools.cache
def checked_norm(folder: Path) -> dict[str, Any]:
    """Return a norm that has no faults; it is shared, so no test changes it."""
    loaded = load_norm(folder, Cache())
    assert loaded.norm is not None, loaded.faults
    return loaded.norm
