"""Precompression (Brotli, gzip): files as small as they get beside the originals, which a host sends as they are."""

import gzip
import zlib
from collections.abc import Callable, Collection
from pathlib import Path

import brotli  # type: ignore[import-untyped] # comes without types

from guide import paths
from guide.disk_cache import Cache

__all__ = ["KINDS", "compress", "compress_cached", "compressed"]

KINDS = {".css", ".html", ".js", ".json", ".svg", ".wasm", ".xml", ".zip"}
# Below this a packet is not filled anyway.
LEAST_BYTES = 1_000
# The interpreter takes half a minute to compress and never changes: this cache hangs on no line of our code.
CACHE = "compressed"
BROTLI, GZIP = f"br {brotli.__version__}", f"gz {zlib.ZLIB_RUNTIME_VERSION}"


def compress(site: Path, kinds: Collection[str] = KINDS) -> None:
    """Write `.br` and `.gz` beside each file of these kinds that becomes smaller by it."""
    for path in sorted(path for path in site.rglob("*") if path.suffix in kinds):
        content = path.read_bytes()
        if len(content) >= LEAST_BYTES:
            _write(path, content, ".br")
            _write(path, content, ".gz")


def _write(path: Path, content: bytes, ending: str) -> None:
    smaller = compressed(content, ending)
    # A twentieth less is not worth a file.
    if len(smaller) < 0.95 * len(content):
        path.with_name(path.name + ending).write_bytes(smaller)


def compressed(content: bytes, ending: str) -> bytes:
    """Return what a file `.br` (Brotli) or `.gz` (gzip) beside the original holds."""
    if ending == ".br":
        return compress_cached(content, BROTLI, _brotli)
    return compress_cached(content, GZIP, _gzip)


def compress_cached(content: bytes, method: str, compress: Callable[[bytes], bytes]) -> bytes:
    """Compress something, unless an earlier build did.

    Args:
        content: What to compress.
        method: The way of compressing and the version of the library, such as `br 1.2.0`.
        compress: Compresses in that way.
    """
    kind, _ = method.split()
    cache = Cache(paths.CACHE / CACHE, tools=method)
    return cache.get_or_make(kind, lambda: [content], lambda: compress(content))


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)
