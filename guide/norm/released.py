"""What candidates could answer in the versions that were released: kept, so that none of it goes without a word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assessment.migration import answered_ids
from guide.atomic_write import write_text_atomically

__all__ = ["note_release"]

_FOLDER = "released"
_HEAD = (
    "# Written by `kmop release`: what candidates could answer by id in this version. It is never changed afterwards."
)


def note_release(directory: Path, norm: Mapping[str, Any]) -> Path | None:
    """Note the ids of this version of the norm.

    Args:
        directory: The folder of the norm.
        norm: What stands in it, checked.

    Returns:
        The file that says so, or None when this version was released already, with other ids.

    Raises:
        OSError: The file cannot be written.
    """
    path = directory / _FOLDER / f"{norm['version']}.yaml"
    ids = "".join(f"  - {name}\n" for name in sorted(answered_ids(norm)))
    text = f'{_HEAD}\nversion: "{norm["version"]}"\nids:\n{ids}'
    if path.exists():
        return path if path.read_text(encoding="utf-8") == text else None
    path.parent.mkdir(exist_ok=True)
    write_text_atomically(path, lambda file: file.write(text))
    return path
