"""Scratch folders: where things are made before they go to their place; what a killed program left goes at the next.

Beside each folder stands a file that its maker holds an advisory lock on (`flock`): the system lets go of that when the
maker ends, in whatever way. A folder whose file says so and is held by nobody was left behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkstemp
from typing import IO

__all__ = ["PREFIX", "scratch_folder"]

PREFIX = "kmop-"
LOCK = ".lock"
# Without it a file is somebody else's, or that of a folder which is not there yet.
MARK = b"kmop scratch folder\n"


@contextmanager
def scratch_folder(prefix: str = PREFIX, parent: Path | None = None) -> Iterator[Path]:
    """Give an empty folder that goes with all that is in it, and take away those that earlier programs left.

    Args:
        prefix: How its name begins, and the names of those that are taken away.
        parent: Where it comes; the system's own place for such folders when not given.

    Raises:
        OSError: It cannot be made there.
    """
    where = parent or Path(gettempdir())
    for lock in _locks(where, prefix):
        _remove_if_left(lock)
    try:
        handle, name = mkstemp(prefix=prefix, suffix=LOCK, dir=where)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(where)) from error
    lock, folder = Path(name), _folder_of(Path(name))
    with open(handle, "r+b") as lock_file:  # noqa: PTH123 - by its handle
        _hold(lock_file, wait=True)
        lock_file.write(MARK)
        lock_file.flush()
        try:
            folder.mkdir(mode=0o700)
            yield folder
        finally:
            rmtree(folder, ignore_errors=True)
            lock.unlink(missing_ok=True)


def _locks(where: Path, prefix: str) -> list[Path]:
    """The locks in a folder, which may be full of what others keep there."""
    with suppress(OSError), os.scandir(where) as entries:
        return [Path(each.path) for each in entries if each.name.startswith(prefix) and each.name.endswith(LOCK)]
    return []


def _remove_if_left(lock: Path) -> None:
    """Remove a folder whose maker is gone. Another program may be doing the same."""
    with suppress(OSError), lock.open("r+b") as lock_file:
        if _hold(lock_file, wait=False) and lock_file.read() == MARK:
            rmtree(_folder_of(lock), ignore_errors=True)
            lock.unlink()


def _folder_of(lock: Path) -> Path:
    return lock.with_suffix("")


def _hold(file: IO[bytes], *, wait: bool) -> bool:
    """Take the lock, which goes with the program; on a system without such locks nobody ever has it."""
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415 - not there on Windows

    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        return True
    return False
