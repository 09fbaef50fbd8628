"""Files compressed beforehand, as small as they get, beside the originals: a host sends them as they are."""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped] # comes without types

from guide import paths
from guide.atomic_write import taking_place

__all__ = ["KINDS", "compress", "packed", "packed_once"]

KINDS = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest", ".xml", ".zip"}
Pack = Callable[[bytes], bytes]
# Below this a packet is not filled anyway.
LEAST_BYTES = 1_000
# The interpreter takes half a minute to compress and never changes: what was made stays for the next build.
CACHE = "compressed"


def compress(site: Path) -> None:
    """Write `.br` and `.gz` beside each file that becomes smaller by it."""
    for path in sorted(path for path in site.rglob("*") if path.suffix in KINDS):
        content = path.read_bytes()
        if len(content) >= LEAST_BYTES:
            _write(path, content, ".br")
            _write(path, content, ".gz")


def _write(path: Path, content: bytes, ending: str) -> None:
    smaller = packed(content, ending)
    # A twentieth less is not worth a file.
    if len(smaller) < 0.95 * len(content):
        path.with_name(path.name + ending).write_bytes(smaller)


def packed(content: bytes, ending: str) -> bytes:
    """Return what a file `.br` (Brotli) or `.gz` (gzip) beside the original holds."""
    return packed_once(content, ending, _brotli if ending == ".br" else _gzip)


def packed_once(content: bytes, ending: str, pack: Pack) -> bytes:
    """Pack something, unless an earlier build did.

    Args:
        content: What to pack.
        ending: A name for the way of packing.
        pack: The way of packing.
    """
    kept = paths.CACHE / CACHE / f"{hashlib.sha256(content).hexdigest()}{ending}"
    if kept.is_file():
        return kept.read_bytes()
    made = pack(content)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with taking_place(kept) as beside:
        beside.write_bytes(made)
    return made


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)
