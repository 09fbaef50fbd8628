"""Atomic writes: files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TextIO

__all__ = ["atomic_replace", "behind_links", "file_mode", "write_bytes_atomically", "write_text_atomically"]


def write_text_atomically(path: Path, write: Callable[[TextIO], object]) -> None:
    """Write a text file beside its place, and put it there when it is done.

    A terminal, device or pipe is written to as it is. A link stays, and the file that it leads to is written.

    Args:
        path: Where the file goes; what was there is replaced.
        write: Writes the text to an open file.

    Raises:
        OSError: The folder is not there, or may not be written to.
    """
    if _is_special(path):
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            write(stream)
        return
    place = behind_links(path)
    with atomic_replace(place) as beside:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            write(file)
        beside.chmod(file_mode(place))


def write_bytes_atomically(path: Path, content: bytes) -> None:
    """Write any other file in the same way.

    Args:
        path: Where the file goes; what was there is replaced.
        content: What goes into it.

    Raises:
        OSError: The folder is not there, or may not be written to.
    """
    if _is_special(path):
        path.write_bytes(content)
        return
    place = behind_links(path)
    with atomic_replace(place) as beside:
        beside.write_bytes(content)
        beside.chmod(file_mode(place))


def behind_links(path: Path) -> Path:
    """Return the place of the file that a path leads to, so that no link is replaced by a file.

    Raises:
        OSError: No file can be put there: it is a folder, a device or a pipe, or links go round in a circle.
    """
    place = Path(os.path.realpath(path))
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if place.exists() and not place.is_file():
        code = errno.EISDIR if place.is_dir() else errno.EINVAL
        raise OSError(code, os.strerror(code), str(path))
    return place


@contextmanager
def atomic_replace(path: Path) -> Iterator[Path]:
    """Give an empty file of nobody else's, which takes a place once it is written, and goes when that fails.

    Args:
        path: The place; what was there is replaced.

    Raises:
        OSError: The folder is not there, or may not be written to.
    """
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _is_special(path: Path) -> bool:
    """Tell a device, pipe or socket from what can be replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def file_mode(place: Path) -> int:
    """The rights of the file that was there, or those of any new file."""
    return stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask()


def _umask() -> int:
    """What this process takes away from the rights of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
