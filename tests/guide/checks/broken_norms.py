"""Lays out the deliberately broken norms: each is the small norm with a few edits or other files.

What is expected names lines of the small norm, so what is added to that goes to the end of a file where it can.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.norms import SMALL_NORM

__all__ = ["BROKEN", "lay_out"]

BROKEN = sorted(path for path in (Path(__file__).parent / "broken").iterdir() if path.is_dir())
# What stands in a broken norm's folder beside its files.
_EDIT, _EXPECTED = "edit.yaml", "expected.txt"


def lay_out(broken: Path, folder: Path) -> Path:
    """Write a broken norm as `norm` into a folder.

    Args:
        broken: The folder that says what differs: files that stand in for the small norm's or come beside them, and
            `edit.yaml`, a list of edits. An edit puts one text in the place of the first occurrence of another, or
            removes a file.
        folder: Where to write.
    """
    norm = folder / "norm"
    shutil.copytree(SMALL_NORM, norm)
    for path in broken.rglob("*"):
        if path.is_file() and path.name not in {_EDIT, _EXPECTED}:
            target = norm / path.relative_to(broken)
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
    edits = broken / _EDIT
    for edit in yaml.safe_load(edits.read_text(encoding="utf-8")) if edits.exists() else ():
        _apply(edit, norm)
    return norm


def _apply(edit: dict[str, Any], norm: Path) -> None:
    path = norm / edit["file"]
    if edit.get("remove"):
        path.unlink()
        return
    text = path.read_text(encoding="utf-8")
    assert edit["find"] in text, f"{edit['file']} does not say {edit['find']!r}"
    path.write_text(text.replace(edit["find"], edit["put"], 1), encoding="utf-8")
