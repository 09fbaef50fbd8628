"""Replacing a folder by another so that a program that is killed meanwhile leaves one of the two in its place."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

__all__ = ["replace_folder"]

# From <fcntl.h> and <linux/fs.h>: a path is seen from where the program is, and both places are exchanged.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def replace_folder(place: Path, fresh: Path, aside: Path) -> None:
    """Put a folder in its place; the one that was there goes aside.

    On Linux that is one step. Elsewhere there is a moment in which neither is there; when the second step is refused,
    the old folder comes back.

    Args:
        place: Where it belongs; there may be nothing yet.
        fresh: The folder, on the same disk.
        aside: Where the old one goes, on the same disk; nothing is there.

    Raises:
        OSError: It cannot be put there; what was there still is.
    """
    if not place.exists():
        fresh.rename(place)
    elif _exchange(place, fresh):
        fresh.rename(aside)
    else:
        _rename_twice(place, fresh, aside)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders take one another's place in one step; tells whether this system and this disk can."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    return rename is not None and bool(rename(*paths, _RENAME_EXCHANGE) == 0)


def _rename_twice(place: Path, fresh: Path, aside: Path) -> None:
    place.rename(aside)
    try:
        fresh.rename(place)
    except BaseException:
        aside.rename(place)
        raise
