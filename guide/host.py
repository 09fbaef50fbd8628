"""Host settings: who serves the site and how to reach them, out of one file that may be empty in parts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide import paths
from guide.disk_cache import Cache
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault
from guide.norm.files import validate
from guide.validation.schemas import schema

__all__ = ["SETTINGS", "Host", "empty_settings", "read_host"]

Host = Mapping[str, str]

SETTINGS = ("publisher", "contact", "privacy", "accessibility")
"""What a host can say of itself, in the order in which pages show it."""


def read_host(path: Path | None = None, cache: Cache | None = None) -> tuple[Host, list[Fault]]:
    """Read the settings; only those that are filled in are there, and none where there is no file.

    Args:
        path: The file; the project's own when not given.
        cache: Where it is known which settings hold to their schema.

    Returns:
        The settings, and what is wrong with the file.
    """
    path = path or paths.HOST
    if not path.is_file():
        return {}, []
    document, faults = read_yaml(path, path.name)
    if document is not None:
        faults = [*faults, *validate(document, schema("host"), cache)]
    if document is None or faults:
        return {}, faults
    return {key: document.data[key] for key in SETTINGS if document.data.get(key)}, []


def empty_settings(host: Host) -> list[str]:
    """Return which settings are not filled in."""
    return [key for key in SETTINGS if key not in host]
