"""What candidates could answer in the versions that were released: kept, so that none of it goes without a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assessment.migration import answered_ids
from guide.atomic_write import write_text_atomically

__all__ = ["answered_questions", "note_release"]

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
    ids = f'{_HEAD}\nversion: "{norm["version"]}"\nids:\n{_listed(answered_ids(norm))}'
    text = f"{ids}questions:\n{_listed(answered_questions(norm))}"
    if path.exists():
        # A version that was released before questions were noted stays as it is.
        return path if path.read_text(encoding="utf-8") in {text, ids} else None
    path.parent.mkdir(exist_ok=True)
    write_text_atomically(path, lambda file: file.write(text))
    return path


def answered_questions(norm: Mapping[str, Any]) -> set[str]:
    """The questions that answers hold by name, and the choices of each that are its own."""
    fields = norm["profile"]["fields"]
    choices = {
        f"profile.{name}.{option['id']}" for name, field in fields.items() for option in field.get("options", ())
    }
    return {*(f"profile.{name}" for name in fields), *choices, *(f"worth.{name}" for name in norm["worth"]["fields"])}


def _listed(names: Iterable[str]) -> str:
    return "".join(f"  - {name}\n" for name in sorted(names))
