"""A change of several files that is made whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path
from shutil import copytree
from tempfile import mkstemp

from guide.checks.expected import expected_faults
from guide.disk_cache import Cache
from guide.editing.yaml_text import YamlText
from guide.faults import Fault
from guide.loader import load_norm
from guide.scratch import scratch_folder

__all__ = ["Change", "diff_lines", "faults_after", "write_change"]


@dataclass
class Change:
    """What files become.

    Attributes:
        files: The new text of each file by its path; None where a file goes.
        yaml: Files whose edits are still being gathered.
        opened: Where an answer of an example or a case becomes open, since it was an answer to one of several points.
    """

    files: dict[Path, str | None] = field(default_factory=dict)
    yaml: dict[Path, YamlText] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)

    def edit(self, name: str | Path) -> YamlText:
        """The edits of one YAML file."""
        path = Path(name)
        if path not in self.yaml:
            self.yaml[path] = YamlText(path.read_text(encoding="utf-8"))
        return self.yaml[path]

    def text(self, path: Path) -> str:
        """What stands in a file by now; nothing in one that is not there yet."""
        if path in self.yaml:
            self.files[path] = self.yaml.pop(path).result
        now = self.files.get(path)
        return now if now is not None else path.read_text(encoding="utf-8")

    def done(self) -> Change:
        """All edits as texts, without the files that stay as they are."""
        for path in list(self.yaml):
            self.text(path)
        self.files = {path: text for path, text in self.files.items() if _before(path) != (text or "")}
        return self


def _before(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def diff_lines(change: Change) -> Iterator[str]:
    """What a change does, as programmers show it: lines that go and lines that come."""
    for path, text in sorted(change.done().files.items()):
        name = path.as_posix()
        old, new = _before(path).splitlines(), (text or "").splitlines()
        yield from unified_diff(old, new, name if old else "/dev/null", name if new else "/dev/null", lineterm="")


def faults_after(norm: Path, change: Change) -> list[Fault]:
    """What would be wrong with a norm after a change; nothing is written.

    Args:
        norm: The folder of the norm.
        change: What would be written.
    """
    with scratch_folder() as scratch:
        copy = scratch / "norm"
        copytree(norm, copy)
        for path, text in change.done().files.items():
            if norm in path.parents:
                _put(copy / path.relative_to(norm), text)
        loaded = load_norm(copy, Cache())
        faults = loaded.faults or (expected_faults(loaded.norm, copy, Cache()) if loaded.norm else [])
    return [_as_of(fault, copy.as_posix(), norm.as_posix()) for fault in faults]


def _as_of(fault: Fault, inside: str, shown: str) -> Fault:
    """A fault of the copy as one of the norm itself."""
    values = tuple((name, value.replace(inside, shown)) for name, value in fault.values)
    return replace(fault, file=fault.file.replace(inside, shown, 1), values=values)


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def write_change(change: Change) -> None:
    """Write all files, or leave all as they were.

    Each text is written beside its place first, so that little can go wrong once the first takes its place.

    Raises:
        OSError: A file cannot be written; every file is as it was.
    """
    files = change.done().files
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    staged: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            if text is not None:
                staged[path] = _staged(path, text)
        for path in files:
            _take_place(path, staged.get(path))
    except BaseException:
        for path, content in before.items():
            _restore(path, content)
        raise
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)


def _staged(path: Path, text: str) -> Path:
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    beside = Path(name)
    beside.chmod(path.stat().st_mode if path.exists() else 0o644)
    return beside


def _take_place(path: Path, beside: Path | None) -> None:
    if beside is None:
        path.unlink()
    else:
        beside.replace(path)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
