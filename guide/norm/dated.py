"""The files of a norm as if they had last been gone through on another day, to see what holds then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guide.norm.files import NormFile

__all__ = ["checked_on"]

_FIELD = "checked_on"


def checked_on(files: Iterable[NormFile], day: str) -> list[NormFile]:
    """Return the files of a norm that is held to another day than the one it names; faults stay where they are.

    Args:
        files: All files of the norm.
        day: The day.
    """
    return [_dated(file, day) if file.kind == "norm" and file.sound else file for file in files]


def _dated(file: NormFile, day: str) -> NormFile:
    document = file.document
    assert document  # noqa: S101 - a sound file has one
    return replace(file, document=replace(document, data={**document.data, _FIELD: day}))
