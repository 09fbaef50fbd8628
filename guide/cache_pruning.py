"""Cache pruning: what of a disk cache goes, so that it does not grow for ever. Only what is named as entries are."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import rmtree
from time import time

from guide import paths

__all__ = ["prune"]

# Of each kind; what was not used for the longest goes first.
MAX_ENTRIES = 500
# What entries are called, those of templates too; somebody may have named a folder that holds other things.
_ENTRY = re.compile(r"(\w+-[0-9a-f]{16}-)?[0-9a-f]{40,64}")
# What a program that was killed was writing; an hour ago it would have been done.
_HALF_WRITTEN = re.compile(r"\.[0-9a-f]{64}\.\w{8}")
_AN_HOUR = 3_600
_OLD_ENTRY = re.compile(r"[0-9a-f]{64}(\.22|\.12)?(\.br|\.gz|\.zst)?")


@cache
def prune(folder: Path) -> None:
    """Keep what was used last: once in a process is enough. Another build may be doing the same.

    Args:
        folder: A cache's folder for one kind of entries.
    """
    with suppress(OSError):
        ours = [path for path in folder.iterdir() if _ENTRY.fullmatch(path.name)]
        for path in sorted(ours, key=lambda path: path.stat().st_mtime)[:-MAX_ENTRIES]:
            path.unlink(missing_ok=True)
        for path in folder.iterdir():
            if _HALF_WRITTEN.fullmatch(path.name) and path.stat().st_mtime < time() - _AN_HOUR:
                path.unlink(missing_ok=True)
    if folder.is_relative_to(paths.CACHE):
        _drop_old_layout(folder.parent)


def _drop_old_layout(folder: Path) -> None:
    """Remove what earlier versions kept right where folders for each kind stand now; nothing reads it any more."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _OLD_ENTRY.fullmatch(path.name):
                rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
