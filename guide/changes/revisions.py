"""Norms to compare: a folder, or a revision that git keeps of one."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from shutil import which

from guide.disk_cache import Cache
from guide.faults import Fault, MessageError, fault_text
from guide.norm.files import NormFile, read_files
from guide.scratch import scratch_folder

__all__ = ["Revision", "RevisionError", "open_revision"]

# What git writes of a whole norm; more is something else.
_MOST_BYTES = 50_000_000


class RevisionError(MessageError):
    """There is no such norm; the message stands under `cli.revision`."""


@dataclass(frozen=True)
class Revision:
    """One of the norms that are compared.

    Attributes:
        label: How it was asked for.
        folder: Where its files lie, for as long as it is open.
        files: Its files, held to the schemas of today.
        faults: What does not hold to them, or is missing.
        is_of_git: Whether it was unpacked from a revision.
    """

    label: str
    folder: Path
    files: list[NormFile]
    faults: list[Fault]
    is_of_git: bool = False

    @property
    def version(self) -> str:
        """The version that the norm gives itself; empty where it gives none."""
        head = next((file.document.data for file in self.files if file.kind == "norm" and file.document), None)
        return str(head.get("version", "")) if isinstance(head, dict) else ""

    def named(self, fault: Fault) -> Fault:
        """The fault in a file as people know it: one of git by its revision, and not by where it was unpacked."""
        inside = self._inside(fault.file)
        return replace(fault, file=f"{self.label}:{inside}") if self.is_of_git else fault

    def fault_lines(self, messages: Mapping[str, str]) -> list[str]:
        """What does not hold to the schemas of today, each as one line that names its file within the norm."""
        return [fault_text(replace(each, file=self._inside(each.file)), messages) for each in self.faults]

    def _inside(self, path: str) -> str:
        """A file by its path within the norm."""
        return Path(path).relative_to(self.folder).as_posix() if Path(path).is_relative_to(self.folder) else path


@contextmanager
def open_revision(word: str, norm_dir: Path, cache: Cache | None = None) -> Iterator[Revision]:
    """Open a norm by the name of its folder, or else by a revision of git.

    Args:
        word: A folder, or what git calls a revision, such as `HEAD~1`, `v1.2` or `main`.
        norm_dir: The folder of which git keeps the revision.
        cache: Where it is known which files hold to their schemas.

    Raises:
        RevisionError: There is no norm of that name.
    """
    if Path(word).is_dir():
        yield _read(word, Path(word), cache)
        return
    archive = _archived(word, norm_dir)
    with scratch_folder() as folder:
        _unpack(archive, folder)
        yield replace(_read(word, folder, cache), is_of_git=True)


def _read(label: str, folder: Path, cache: Cache | None) -> Revision:
    files, faults = read_files(folder, cache)
    if not files:
        raise RevisionError("no_norm", name=label)
    return Revision(label, folder, files, [*faults, *(fault for file in files for fault in file.faults)])


def _archived(word: str, norm_dir: Path) -> bytes:
    """The norm's folder in a revision, as git packs it."""
    if which("git") is None:
        raise RevisionError("no_git", name=word)
    if not norm_dir.is_dir():
        raise RevisionError("no_norm", name=norm_dir.as_posix())
    commit = _git(norm_dir, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}")
    if commit is None:
        raise RevisionError("no_revision", name=word)
    archive = _git(norm_dir, "archive", "--format=tar", commit.decode().strip(), ".")
    if archive is None or len(archive) > _MOST_BYTES:
        raise RevisionError("not_in_revision", name=word, folder=norm_dir.as_posix())
    return archive


def _git(folder: Path, *words: str) -> bytes | None:
    """What git answers; nothing where it refuses."""
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)  # noqa: S603, S607
    return done.stdout if done.returncode == 0 else None


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files of a revision; links and the like are no part of a norm."""
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        for member in packed:
            inside = PurePosixPath(member.name)
            content = packed.extractfile(member) if member.isreg() and ".." not in inside.parts else None
            if content is not None:
                target = folder / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
