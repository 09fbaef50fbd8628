"""Shows the site beside this file on this computer only: python serve.py [PORT].

Needs nothing but Python 3.8 or later.
"""

import sys
import webbrowser
from collections.abc import Iterable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
# Those that there are.
ALL_PORTS = range(1, 65536)
BARE = "--no-browser"
SITE = Path(__file__).resolve().parent / "site"


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the types that browsers insist on, whatever this computer's own table says."""

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".html": "text/html",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def log_message(self, *args: object) -> None:
        """Say nothing of each request."""


class Server(ThreadingHTTPServer):
    """Takes no port that is another's: on Windows, to use one again is to share it with whoever has it."""

    allow_reuse_address = sys.platform != "win32"


def asked_ports(words: "Sequence[str]") -> "Sequence[int]":
    """Tell which port was asked for, or which to try; none when what was asked for is no port."""
    if not words:
        return PORTS
    (word, *more) = words
    is_port = not more and word.isdecimal() and len(word) < len("100000") and int(word) in ALL_PORTS
    return [int(word)] if is_port else []


def open_server(ports: "Iterable[int]") -> "Server | None":
    """Take the first port that is free; nothing when none is."""
    for port in ports:
        try:
            return Server((HOST, port), partial(Handler, directory=str(SITE)))
        except OSError:
            continue
    return None


def main(words: "list[str]") -> "str | None":
    """Serve until the reader stops it."""
    if not SITE.is_dir():
        return "NO_SITE"
    ports = asked_ports([word for word in words if word != BARE])
    if not ports:
        return "NO_PORT"
    server = open_server(ports)
    if server is None:
        return "TAKEN"
    serve(server, is_bare=BARE in words)
    return None


def serve(server: Server, *, is_bare: bool) -> None:
    """Say where the site is, show it, and answer until the reader stops it."""
    url = f"http://{HOST}:{server.server_port}/"
    print("READY", url, flush=True)
    print("STOP", flush=True)
    if not is_bare:
        webbrowser.open(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
