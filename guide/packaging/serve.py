"""Shows the site beside this file on this computer only: python serve.py [PORT].

Needs nothing but Python 3.8 or later.
"""

import sys
import webbrowser
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
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


def open_server(ports: "Iterable[int]") -> "ThreadingHTTPServer | None":
    """Take the first port that is free; nothing when none is."""
    for port in ports:
        try:
            return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(SITE)))
        except OSError:
            continue
    return None


def main(words: "list[str]") -> "str | None":
    """Serve until the reader stops it."""
    if not SITE.is_dir():
        return "NO_SITE"
    server = open_server([int(words[0])] if words and words[0].isdigit() else PORTS)
    if server is None:
        return "TAKEN"
    url = f"http://{HOST}:{server.server_port}/"
    print("READY", url, flush=True)
    print("STOP", flush=True)
    if "--no-browser" not in words:
        webbrowser.open(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
