"""What the editing commands share: the norm that is open, and a change that is shown or written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import click

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.options import FAULTY, FINE, default_norm, print_faults, read_norm, reason
from guide.disk_cache import Cache
from guide.editing.changes import Change, diff_lines, faults_after, write_change
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.yaml_text import stands_out, word
from guide.faults import Fault
from guide.norm.files import pages_folder

__all__ = ["left_over", "make", "own_prose", "sentence", "today", "with_open_norm", "written"]

_ANSWERED = ("examples", "cases")
_LEFT = {"check.source_unused", "check.task_unused"}


def today() -> date:
    """The day, after which a new version is called."""
    return datetime.now().astimezone().date()


def sentence(messages: Mapping[str, str], name: str, **values: object) -> str:
    """A sentence about editing."""
    return messages[f"editing.{name}"].format(**values)


def own_prose(folder: Path) -> Path | None:
    """The hand-written pages that go with a norm, if any do."""
    prose, here = pages_folder(folder, LANGUAGE), Path.cwd()
    if folder.resolve() != paths.NORM.resolve() and folder not in prose.parents:
        return None
    return prose.relative_to(here) if prose.is_relative_to(here) else prose


def with_open_norm(norm_dir: Path | None, use: Callable[[OpenNorm, Mapping[str, str]], int]) -> int:
    """Open the norm, which must be without faults, and say plainly what cannot be done with it."""
    messages, folder = load_messages(LANGUAGE, cache=Cache()), norm_dir or default_norm()
    if read_norm(folder, messages) is None:
        return FAULTY
    try:
        return use(OpenNorm.read(folder, own_prose(folder), today()), messages)
    except EditError as error:
        click.echo(sentence(messages, error.message, **error.values), err=True)
        return FAULTY


def make(norm: OpenNorm, change: Change, messages: Mapping[str, str], *, is_dry: bool) -> int:
    """Show a change, or write it if the norm holds up after it; what only people can decide is told."""
    faults = faults_after(norm.folder, change)
    left = [fault for fault in faults if _is_for_people(fault)]
    if len(left) < len(faults):
        click.echo(sentence(messages, "nothing_written"), err=True)
        print_faults(faults, messages)
        return FAULTY
    code = written(norm, change, messages, is_dry=is_dry)
    if code == FINE and left and not is_dry:
        click.echo(sentence(messages, "decide"))
        print_faults(left, messages)
    return code


def _is_for_people(fault: Fault) -> bool:
    """Whether an example comes out otherwise, or a source is not needed any more: what to do about it, people know."""
    return Path(fault.file).parent.name in _ANSWERED or fault.message in _LEFT


def written(norm: OpenNorm, change: Change, messages: Mapping[str, str], *, is_dry: bool) -> int:
    """Write a change, or show it."""
    if is_dry:
        click.echo("\n".join(diff_lines(change)))
        click.echo(sentence(messages, "dry"), err=True)
        return FINE
    try:
        write_change(change)
    except OSError as error:
        file = error.filename or norm.folder
        click.echo(sentence(messages, "cannot_write", file=file, reason=reason(error)), err=True)
        return FAULTY
    click.echo(sentence(messages, "written", files=", ".join(sorted(path.as_posix() for path in change.files))))
    _tell_version(norm, change, messages)
    return FINE


def _tell_version(norm: OpenNorm, change: Change, messages: Mapping[str, str]) -> None:
    text = change.files.get(norm.file)
    version = re.search(r'^version: "(.*)"', text, re.MULTILINE) if text else None
    if version:
        click.echo(sentence(messages, "version", version=version[1], file=norm.file.as_posix()))


def left_over(norm: OpenNorm, name: str, messages: Mapping[str, str]) -> None:
    """Name the places where an id still stands as a word, if it can hardly be any other word."""
    if "-" not in name and not stands_out(name):
        return
    lines = list(_left(norm, name))
    if lines:
        click.echo("\n".join([sentence(messages, "left_over"), *lines]))


def _left(norm: OpenNorm, name: str) -> Iterator[str]:
    folders = [(norm.folder, "*.yaml"), *([(norm.prose, "*.md")] if norm.prose else [])]
    for file in sorted(path for folder, kind in folders for path in folder.rglob(kind)):
        if file == norm.file or file.parent == norm.folder / "released":
            continue  # what was stays as it was
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if word(name).search(line):
                yield f"{file.as_posix()}:{number}"
