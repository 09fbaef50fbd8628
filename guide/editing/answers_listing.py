"""List of the questions of our own norm in `schemas/answers.schema.json`, for editors and type checkers.

Answers themselves are held to the questions of the norm that they are given to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide import paths
from guide.editing.changes import Change
from guide.faults import Fault
from guide.validation.answers_schema import listed_answers

__all__ = ["list_renamed", "listing_faults", "listing_of"]


def listing_of(folder: Path, norm: Mapping[str, Any]) -> tuple[Path, str] | None:
    """The file with the list and what should stand in it; nothing for a norm that is not our own.

    Args:
        folder: The folder of the norm.
        norm: What stands in it, checked.
    """
    file = _file(folder)
    return (file, _text(listed_answers(norm))) if file else None


def listing_faults(folder: Path, norm: Mapping[str, Any]) -> list[Fault]:
    """A fault where our own norm asks something else than is listed."""
    listing = listing_of(folder, norm)
    if listing is None:
        return []
    file, wanted = listing
    if not file.exists():
        return [Fault(file.as_posix(), 1, 1, "", "check.answers_listing_gone")]
    same = file.read_bytes().replace(b"\r\n", b"\n") == wanted.encode()
    return [] if same else [Fault(file.as_posix(), 1, 1, "", "check.answers_listing")]


def list_renamed(folder: Path, change: Change, old: str, new: str) -> None:
    """Let the list follow a question of our own norm that gets another name in its group."""
    file = _file(folder)
    whole = _listed(file, change) if file else None
    if file is None or whole is None:
        return
    group = whole["properties"]["profile"]
    *groups, last = old.split(".")
    for name in groups:
        group = group["properties"][name]
    named = {new.rpartition(".")[2] if name == last else name: part for name, part in group["properties"].items()}
    group["properties"] = named
    change.files[file] = _text(whole)


def _listed(file: Path, change: Change) -> dict[str, Any] | None:
    """The list as it stands; nothing where it is gone or unreadable, until `kmop fmt` makes it anew."""
    try:
        listed: dict[str, Any] = json.loads(change.text(file))
    except (OSError, ValueError):
        return None
    return listed


def _file(folder: Path) -> Path | None:
    if paths.INSTALLED or folder.resolve() != paths.NORM.resolve():
        return None
    file, here = paths.SCHEMAS / "answers.schema.json", Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _text(whole: Mapping[str, Any]) -> str:
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
