"""Runtime manifest: the list of the runtime's parts with their sizes, by which the page shows how far it is."""

import hashlib
import json
from pathlib import Path
from typing import Any

__all__ = ["FORMAT", "NAME", "manifest_of", "write_manifest"]

NAME = "manifest.json"
FORMAT = "kmop-runtime/1"


def write_manifest(folder: Path) -> str:
    """List every file of a folder in `manifest.json` beside them.

    Returns:
        A key of a few hexadecimal digits that is another one as soon as one byte of one file is.
    """
    text = json.dumps(manifest_of(folder), indent=1, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def manifest_of(folder: Path) -> dict[str, Any]:
    """The files of a folder: name, size in bytes, SHA-256 in hexadecimal digits."""
    paths = sorted(path for path in folder.iterdir() if path.name != NAME)
    return {"format": FORMAT, "parts": [_part(path) for path in paths]}


def _part(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"name": path.name, "size": len(content), "sha256": digest}
