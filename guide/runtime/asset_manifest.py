"""Runtime manifest: the list of the runtime's parts with their sizes, by which the page shows how far it is."""

import gzip
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped] # comes without types

from guide import paths
from guide.disk_cache import Cache

__all__ = ["FORMAT", "NAME", "manifest_of", "write_manifest"]

NAME = "manifest.json"
FORMAT = "kmop-runtime/2"
# How hosts compress what they send, by the name that their answers give it; as hard as they do it on the fly, which is
# fast, and not much larger than the files that are compressed beforehand.
_ENCODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: bytes(brotli.compress(content, quality=5)),
    "gzip": lambda content: gzip.compress(content, mtime=0),
}


def write_manifest(folder: Path) -> str:
    """List every file of a folder in `manifest.json` beside them.

    Returns:
        A key of a few hexadecimal digits that is another one as soon as one byte of one file is.
    """
    text = json.dumps(manifest_of(folder), indent=1, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def manifest_of(folder: Path) -> dict[str, Any]:
    """The files of a folder: name, bytes, bytes on the line by content encoding, SHA-256 in hexadecimal digits."""
    parts = sorted(path for path in folder.iterdir() if path.name != NAME)
    return {"format": FORMAT, "parts": [_part(path) for path in parts]}


def _part(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"name": path.name, "size": len(content), "sent": _sent(content), "sha256": digest}


def _sent(content: bytes) -> dict[str, int]:
    """How many bytes cross the line; worked out once, since the interpreter takes long and never changes."""
    cache = Cache(paths.CACHE / "sent", tools=f"br {brotli.__version__}")

    def sizes() -> bytes:
        return json.dumps({name: len(compress(content)) for name, compress in _ENCODINGS.items()}).encode()

    kept: dict[str, int] = json.loads(cache.get_or_make("sizes", lambda: [content], sizes))
    return kept
