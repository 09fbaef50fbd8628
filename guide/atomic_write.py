"""Atomic writes: files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TextIO

__all__ = ["atomic_replace", "write_text_atomically"]


def write_text_atomically(path: Path, write: Callable[[TextIO], object]) -> None:
    """Write a text file beside its place, and put it there when it is done.

    Args:
        path: Where the file goes; what was there is replaced.
        write: Writes the text to an open file.

    Raises:
        OSError: The folder is not there, or may not be written to.
    """
    with atomic_replace(path) as beside:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            write(file)
        beside.chmod(0o666 & ~_umask())


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


def _umask() -> int:
    """What this process takes away from the rights of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
