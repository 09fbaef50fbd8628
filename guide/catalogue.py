"""Message catalogue: every sentence that is not part of the norm itself, by language.

The files are `guide/messages/<language>/<area>.yaml`, nested maps of texts; `check.yaml` with
`tab: {wrong: …}` gives the id `check.tab.wrong`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide import paths
from guide.disk_cache import Cache, file_contents, json_bytes
from guide.documents.document import Document
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault

__all__ = ["LANGUAGE", "CatalogueError", "languages", "load_messages", "read_messages"]

# What the norm is written in first, and what everything speaks that is not asked for another language.
LANGUAGE = "nl"


class CatalogueError(Exception):
    """The catalogue itself is at fault.

    Attributes:
        faults: What is wrong, in every file that was read.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{f.file}:{f.line}: {f.path}: {f.message}" for f in faults))


def languages(root: Path | None = None) -> list[str]:
    """The languages that there is a catalogue of."""
    return sorted(folder.name for folder in (root or paths.MESSAGES).iterdir() if folder.is_dir())


def load_messages(language: str, *areas: str, root: Path | None = None, cache: Cache | None = None) -> dict[str, str]:
    """The messages of one language by id.

    Args:
        language: The folder's name, such as `nl`.
        areas: Only these files (without `.yaml`); all of them when none is named.
        root: The folder of all languages; ours when not given.
        cache: Where messages without fault are found again; without one, all is read.

    Raises:
        CatalogueError: A file cannot be read or holds something else than texts.
    """

    def load() -> dict[str, str]:
        messages, faults = read_messages(language, *areas, root=root)
        if faults:
            raise CatalogueError(faults)
        return messages

    if cache is None:
        return load()
    folder = (root or paths.MESSAGES) / language
    messages: dict[str, str] = cache.get_or_make_json(
        "messages", lambda: [json_bytes(areas), *file_contents(folder)], load
    )
    return messages


def read_messages(language: str, *areas: str, root: Path | None = None) -> tuple[dict[str, str], list[Fault]]:
    """The messages that hold up, and what is wrong with the rest."""
    folder = (root or paths.MESSAGES) / language
    files = [folder / f"{area}.yaml" for area in areas] or sorted(folder.glob("*.yaml"))
    messages: dict[str, str] = {}
    faults: list[Fault] = []
    for path in files:
        document, unread = read_yaml(path, f"{language}/{path.name}")
        faults.extend(unread)
        if document is not None:
            _flatten(document, path.stem, messages, faults)
    return messages, faults


def _flatten(document: Document, area: str, messages: dict[str, str], faults: list[Fault]) -> None:
    for path, value in document.walk():
        identifier = ".".join((area, *map(str, path)))
        wrong = _wrong(path, value, identifier in messages)
        if wrong:
            faults.append(document.fault(path, wrong, id=identifier))
        elif isinstance(value, str):
            messages[identifier] = value


def _wrong(path: tuple[str | int, ...], value: Any, known: bool) -> str:  # noqa: FBT001 - private
    if isinstance(value, dict):
        return ""
    if not path or not isinstance(value, str):
        return "check.message_not_text"
    return "check.message_twice" if known else ""
