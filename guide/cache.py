"""What takes long to make and follows from known things alone stays in `.cache/` for the next build.

Each thing is kept under a fingerprint of all that it follows from: what it is made of, and what makes it. Whoever keeps
something keeps only what is without fault, so that a fault is found again in every build. Keeping is a convenience:
what cannot be kept, or was damaged since, is made anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from guide import paths
from guide.atomic_write import taking_place

__all__ = ["Kept", "contents", "installed", "keep", "recalled", "tools"]

# Of each kind; what was not used for the longest goes first.
MOST = 500
CODE = ("assessment", "guide")
# Before each thing stands its digest: a machine that went down may have left half of it.
_SEAL_BYTES = 32


class Kept:
    """A place for one thing; two are equal when the same things would make what stands there.

    Args:
        kind: The name of the folder for things of this kind.
        made_of: Everything that it follows from, besides the tools.
    """

    def __init__(self, kind: str, made_of: Iterable[bytes]) -> None:
        self._path = paths.KEPT / kind / _fingerprint([tools().encode(), *made_of])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and self._path == other._path

    def __hash__(self) -> int:
        return hash(self._path)

    def get(self) -> bytes | None:
        """What was kept, if anything was and all of it is there."""
        try:
            sealed = self._path.read_bytes()
        except OSError:
            return None
        seal, content = sealed[:_SEAL_BYTES], sealed[_SEAL_BYTES:]
        if seal != _digest(content):
            return None
        with suppress(OSError):
            os.utime(self._path)
        return content

    def put(self, content: bytes) -> None:
        """Keep something, if this machine lets us."""
        folder = self._path.parent
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with taking_place(self._path) as beside:
                beside.write_bytes(_digest(content) + content)
            _thin_out(folder)


def recalled(place: Callable[[], Kept], make: Callable[[], bytes]) -> bytes:
    """What was kept, or what is made now and kept for the next time.

    Args:
        place: Finds the place for it, from all that it is made of as that is now.
        make: Makes it.
    """
    now = place()
    kept = now.get()
    if kept is None:
        kept = make()
        keep(now, place, kept)
    return kept


def keep(before: Kept, place: Callable[[], Kept], content: bytes) -> None:
    """Keep what was made, unless somebody saved a file meanwhile, so that it is not known what it was made of.

    Args:
        before: The place for it when it was begun.
        place: Finds the place for it now.
        content: What was made.
    """
    if place() == before:
        before.put(content)


def contents(folder: Path, pattern: str = "*") -> Iterator[bytes]:
    """Names and contents of the files in a folder and below, as things that something else is made of."""
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        yield path.relative_to(folder).as_posix().encode()
        yield path.read_bytes()


def installed(node_modules: Path) -> bytes:
    """What of Node's packages is there, as npm notes it; where there is no telling, each time is another.

    Args:
        node_modules: The folder of the npm packages.
    """
    noted = node_modules / ".package-lock.json"
    if noted.is_file() and (node_modules / ".bin" / "esbuild").is_file():
        return noted.read_bytes()
    return os.urandom(32)


@cache
def tools() -> str:
    """What makes everything: this Python, all that is installed for it, and our code and schemas.

    A process runs the code that it has read, so this is looked at once. Templates and words may change meanwhile, and
    are named by whoever keeps what is made of them.
    """
    parts = [sys.version.encode(), *(name.encode() for name in _installed())]
    for package in CODE:
        parts += contents(paths.ROOT / package, "*.py")
    return _fingerprint([*parts, *contents(paths.ROOT / "schemas", "*.json")])


def _installed() -> list[str]:
    """The packages with their versions, by the folders that installers write."""
    folders = [Path(entry) for entry in sys.path if Path(entry).is_dir()]
    return sorted(path.name for folder in folders for path in folder.iterdir() if path.suffix == ".dist-info")


def _fingerprint(parts: Iterable[bytes]) -> str:
    # Digests of a known length, so that no two lists of parts run into the same text.
    whole = hashlib.sha256()
    for part in parts:
        whole.update(_digest(part))
    return whole.hexdigest()


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).digest()


@cache
def _thin_out(folder: Path) -> None:
    """Keep what was used last: once in a process is enough. Another build may be doing the same."""
    with suppress(OSError):
        paths = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in paths[:-MOST]:
            path.unlink(missing_ok=True)
