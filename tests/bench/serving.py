"""A server for benchmarks: long-lived caching, what was compressed beforehand, and as slow a line as asked for."""

import functools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import Any, BinaryIO

from tests.browser.harness import HOST, QuietHandler

__all__ = ["LOCAL", "PHONE", "SLOW", "Line", "serving_over"]

_CHUNK = 16_384
_BITS = 8


@dataclass
class Line:
    """The line between server and browser.

    Attributes:
        name: What it is called.
        bits_per_second: Shared by everything that goes over it; 0 for no limit.
        latency: Seconds before each answer begins.
        compressed: Whether files go compressed where they were.
        slowdown: How many times slower the browser's processor is.
    """

    name: str
    bits_per_second: int = 0
    latency: float = 0
    compressed: bool = False
    slowdown: int = 1
    _free: float = 0
    _lock: Lock = field(default_factory=Lock)

    def wait_for(self, size: int) -> None:
        """Wait until these bytes have gone over the line."""
        if self.bits_per_second:
            with self._lock:
                self._free = max(self._free, time.monotonic()) + _BITS * size / self.bits_per_second
                until = self._free
            time.sleep(max(0.0, until - time.monotonic()))


LOCAL = Line("local")
SLOW = Line("slow", 10_000_000, 0.04, compressed=True, slowdown=4)
PHONE = Line("phone", 1_600_000, 0.15, compressed=True, slowdown=2)


class _Handler(QuietHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        self._line = line
        self._packed = False
        super().__init__(*args, **kwargs)

    def send_head(self) -> BytesIO | BinaryIO | None:
        time.sleep(self._line.latency)
        if self.path.endswith("/"):
            self.path += "index.html"
        accepted = "br" in self.headers.get("Accept-Encoding", "")
        packed = f"{self.translate_path(self.path)}.br"
        self._packed = self._line.compressed and accepted and Path(packed).is_file()
        if self._packed:
            self.path += ".br"
        return super().send_head()

    def guess_type(self, path: Any) -> str:
        return super().guess_type(str(path).removesuffix(".br") if self._packed else path)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=31536000, immutable")
        if self._packed:
            self.send_header("Content-Encoding", "br")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        while chunk := source.read(_CHUNK):
            self._line.wait_for(len(chunk))
            outputfile.write(chunk)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Say nothing: a browser that is closed halfway is no news."""


@contextmanager
def serving_over(line: Line, folder: Path) -> Iterator[str]:
    """Serve a folder over a line and give its address, ending in a slash."""
    handler = functools.partial(_Handler, line=line, directory=str(folder))
    with _Server((HOST, 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()
