"""Content-addressed disk cache: what takes long to make and follows from known things alone stays for the next build.

Each entry stands under a fingerprint of all that it follows from: its inputs, and the tools that make it. Nothing
expires: other inputs, other name. What raises is not kept, so that a fault is found again each time. Keeping is a
convenience: what cannot be kept, or was damaged since, is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zipfile import ZipFile

from guide import paths
from guide.atomic_write import atomic_replace
from guide.cache_pruning import prune
from guide.scratch import scratch_folder

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

__all__ = ["Cache", "file_contents", "fingerprint", "json_bytes", "node_packages"]

T = TypeVar("T")
Inputs = Callable[[], Iterable[bytes]]
"""Gives everything that an entry follows from besides the tools; asked once more when it is made."""

CODE = ("assessment", "guide")
TEMPLATES = "templates"
# Before each entry stands its digest: a machine that went down may have left half of it.
_SEAL_BYTES = 32


class Cache:
    """Makes things, or finds them where they were made before of the same inputs by the same tools.

    Args:
        folder: Where entries lie; that of builds when not given.
        tools: What every entry follows from besides its inputs; all our tools and code when not given.
    """

    def __init__(self, folder: Path | None = None, tools: str | None = None) -> None:
        self._folder = folder or paths.KEPT
        self._tools = toolchain() if tools is None else tools

    def get_or_make(self, kind: str, inputs: Inputs, make: Callable[[], bytes]) -> bytes:
        """Return an entry, made now if it is not there.

        Args:
            kind: The name of the folder for entries of this kind.
            inputs: What it follows from.
            make: Makes it; what this raises is raised here, and nothing is kept.
        """
        entry = self._entry(kind, inputs)
        content = entry.read()
        if content is None:
            content = make()
            self._store_if_unchanged(entry, kind, inputs, content)
        return content

    def get_or_make_json(self, kind: str, inputs: Inputs, make: Callable[[], object]) -> Any:
        """Return an entry as `get_or_make` does, for what JSON can hold."""
        return json.loads(self.get_or_make(kind, inputs, lambda: json_bytes(make())))

    def get_or_make_files(self, kind: str, inputs: Inputs, make: Callable[[Path], object]) -> dict[str, bytes]:
        """Return files by their paths as `get_or_make` does; what makes them is given a folder to write them to."""
        return _unpacked(self.get_or_make(kind, inputs, lambda: _packed(make)))

    def check_once(self, kind: str, inputs: Inputs, check: Callable[[], list[T]]) -> list[T]:
        """Return what a check finds: nothing at once, when it found nothing before. Only that all is well is kept."""
        entry = self._entry(kind, inputs)
        if entry.read() is not None:
            return []
        found = check()
        if not found:
            self._store_if_unchanged(entry, kind, inputs, b"")
        return found

    def templates(self, environment: str) -> BytecodeCache | None:
        """Return where an environment keeps its compiled templates; nothing on a machine that lets nothing be kept.

        Args:
            environment: A name for the environment: others compile the same template otherwise.
        """
        from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415 - only what renders needs it

        folder = self._folder / TEMPLATES
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return None
        prune(folder)
        return FileSystemBytecodeCache(str(folder), f"{environment}-{self._tools[:16]}-%s")

    def _entry(self, kind: str, inputs: Inputs) -> CacheEntry:
        return CacheEntry(self._folder / kind / fingerprint([self._tools.encode(), *inputs()]))

    def _store_if_unchanged(self, entry: CacheEntry, kind: str, inputs: Inputs, content: bytes) -> None:
        """Keep what was made, unless somebody saved a file meanwhile, so that it is not known what it was made of."""
        if self._entry(kind, inputs) == entry:
            entry.write(content)


@dataclass(frozen=True)
class CacheEntry:
    """The place of one thing; two are equal when the same things would make what stands there.

    Attributes:
        path: The file, named by the fingerprint.
    """

    path: Path

    def read(self) -> bytes | None:
        """What was kept, if anything was and all of it is there."""
        try:
            sealed = self.path.read_bytes()
        except OSError:
            return None
        seal, content = sealed[:_SEAL_BYTES], sealed[_SEAL_BYTES:]
        if seal != _digest(content):
            return None
        with suppress(OSError):
            os.utime(self.path)
        return content

    def write(self, content: bytes) -> None:
        """Keep something, if this machine lets us."""
        folder = self.path.parent
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with atomic_replace(self.path) as beside:
                beside.write_bytes(_digest(content) + content)
            prune(folder)


def json_bytes(value: object) -> bytes:
    """A value as JSON, in its own order: what follows from it may depend on that."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def file_contents(folder: Path, pattern: str = "*") -> Iterator[bytes]:
    """Names and contents of the files in a folder and below, as things that something else is made of."""
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        yield path.relative_to(folder).as_posix().encode()
        yield path.read_bytes()


def node_packages(node_modules: Path) -> bytes:
    """What of Node's packages is there, as npm notes it; where there is no telling, each time is another.

    Args:
        node_modules: The folder of the npm packages.
    """
    noted = node_modules / ".package-lock.json"
    if noted.is_file() and (node_modules / ".bin" / "esbuild").is_file():
        return noted.read_bytes()
    return os.urandom(32)


@cache
def toolchain() -> str:
    """What makes everything: this Python, all that is installed for it, and our code and schemas.

    A process runs the code that it has read, so this is looked at once. Templates and words may change meanwhile, and
    are named by whoever keeps what is made of them.
    """
    parts = [sys.version.encode(), *(name.encode() for name in _installed())]
    for package in CODE:
        parts += file_contents(paths.ROOT / package, "*.py")
    return fingerprint([*parts, *file_contents(paths.SCHEMAS, "*.json")])


def _installed() -> list[str]:
    """The packages with their versions, by the folders that installers write."""
    folders = [Path(entry) for entry in sys.path if Path(entry).is_dir()]
    return sorted(path.name for folder in folders for path in folder.iterdir() if path.suffix == ".dist-info")


def _packed(make: Callable[[Path], object]) -> bytes:
    """The files that something writes to a folder, as one archive."""
    archive = BytesIO()
    with scratch_folder() as folder, ZipFile(archive, "w") as files:
        make(folder)
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            files.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return archive.getvalue()


def _unpacked(archive: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as files:
        return {name: files.read(name) for name in files.namelist()}


def fingerprint(parts: Iterable[bytes]) -> str:
    """One name for some things in their order."""
    # Digests of a known length, so that no two lists of parts run into the same text.
    whole = hashlib.sha256()
    for part in parts:
        whole.update(_digest(part))
    return whole.hexdigest()


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).digest()
