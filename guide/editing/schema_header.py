"""The first line of a file of our own norm: it tells an editor by which schema to complete and check."""

from __future__ import annotations

import os
from pathlib import Path

from guide import paths
from guide.norm.files import FILES, FOLDERS

__all__ = ["with_schema_header"]

_BEGIN = "# yaml-language-server: $schema="
# Written by `kmop release` and never touched again.
_UNTYPED = frozenset({"released"})


def with_schema_header(text: str, file: Path) -> str:
    """The text of a file with that line, if it is a file of our own norm that people type.

    Args:
        text: What stands in the file.
        file: Where it stands.
    """
    place = file.resolve()
    kind = _kind(place)
    if kind is None:
        return text
    schema = os.path.relpath(paths.SCHEMAS / f"{kind}.schema.json", place.parent)
    first, _, rest = text.partition("\n")
    return f"{_BEGIN}{Path(schema).as_posix()}\n{rest if first.startswith(_BEGIN) else text}"


def _kind(place: Path) -> str | None:
    if not place.is_relative_to(paths.NORM):
        return None
    *folders, name = place.relative_to(paths.NORM).parts
    if not folders:
        stem = name.removesuffix(".yaml")
        return stem if stem in FILES else None
    return FOLDERS.get(folders[0]) if folders[0] not in _UNTYPED else None
