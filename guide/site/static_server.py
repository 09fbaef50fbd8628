"""Static server: shows the site beside this file on this computer only: python serve.py [PORT].

Needs nothing but Python 3.8 or later; the zip holds this very file. What it sends with each file stands in `_headers`.
"""

import os
import sys
import webbrowser
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socket import SHUT_RDWR
from threading import Timer
from typing import BinaryIO

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
# Those that there are.
ALL_PORTS = range(1, 65536)
# The one that no address names.
USUAL_PORT = 80
BARE = "--no-browser"
SITE = Path(__file__).resolve().parent / "site"
HEADERS = "_headers"
NOT_FOUND = "404.html"
# What browsers insist on, whatever this computer's own table says.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def hosts_of(port: int) -> "set[str]":
    """Give the names by which the site may be asked for.

    A page elsewhere can let its own name lead to this computer (DNS rebinding), and would then read what is here.
    """
    ends = ["", ":80"] if port == USUAL_PORT else [f":{port}"]
    return {f"{name}{end}" for name in (HOST, "localhost") for end in ends}


def headers_for(folder: "str | Path", path: str) -> "dict[str, str]":
    """Tell what goes with an address: what the site's file of headers says, and else that browsers ask each time."""
    try:
        lines = Path(folder, HEADERS).read_text("utf-8").splitlines()
    except OSError:
        lines = []
    found, fits = {"Cache-Control": "no-cache"}, False
    for line in lines:
        name, _, value = line.strip().partition(": ")
        if not line.startswith(" "):
            fits = fnmatchcase(path.partition("?")[0], line)
        elif fits and name.startswith("! "):
            found.pop(name[2:], None)
        elif fits:
            found[name] = value
    return found


def is_inside(folder: "str | Path", path: str) -> bool:
    """Tell whether a path stays in a folder, wherever links lead; what can be no path does not."""
    try:
        os.fsencode(path)
        real = os.path.realpath(folder)
        return "\0" not in path and os.path.commonpath([real, os.path.realpath(path)]) == real
    except (OSError, ValueError):
        return False


class ImpatientHandler(BaseHTTPRequestHandler):
    """Hangs up on who takes too long to ask: who says nothing, and who says it one sign at a time (slow loris)."""

    # So many seconds for the whole of what is asked, and for each wait after that.
    timeout = 10

    def setup(self) -> None:
        """Begin to wait."""
        super().setup()
        self._patience = Timer(self.timeout, self._hang_up)
        self._patience.daemon = True
        self._patience.start()

    def parse_request(self) -> bool:
        """Read what is asked, and wait no longer."""
        try:
            return super().parse_request()
        finally:
            self._patience.cancel()

    def finish(self) -> None:
        """Wait no longer for whoever asked nothing."""
        self._patience.cancel()
        super().finish()

    def _hang_up(self) -> None:
        try:
            self.connection.shutdown(SHUT_RDWR)
        except OSError:
            pass  # it hung up itself


class Handler(ImpatientHandler, SimpleHTTPRequestHandler):
    """Serves the files of the site, and nothing else."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}
    server_version, sys_version = "kmop", ""

    def send_response(self, code: int, message: "str | None" = None) -> None:
        """Remember what is answered: headers hang on it."""
        self._is_found = code == HTTPStatus.OK
        super().send_response(code, message)

    def send_header(self, keyword: str, value: str) -> None:
        """Leave the date out: in a zip each file has the same, and a browser would take new ones for old."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Add what the site asks for, but let nobody keep that something is not there."""
        headers = headers_for(self.directory, getattr(self, "path", "/"))
        if not self._is_found:
            headers["Cache-Control"] = "no-cache"
        for name, value in headers.items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> "BytesIO | BinaryIO | None":
        """Find the file, if it is one of the site's and is asked for by a name of this computer."""
        port = self.server.server_port if isinstance(self.server, HTTPServer) else USUAL_PORT
        if self.headers.get("Host") not in hosts_of(port):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path.startswith("//") or not self._is_ours(self.translate_path(self.path)):
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            # A browser that asks whether a file is newer than the date of an earlier version gets the file.
            del self.headers["If-Modified-Since"]
            return super().send_head()
        return None

    def _is_ours(self, path: str) -> bool:
        return all(is_inside(self.directory, each) for each in (path, f"{path}/index.html"))

    def list_directory(self, _path: object) -> None:
        """Show no folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, *_told: "str | None") -> None:
        """Answer with the site's own page where there is one, and else with nothing to read."""
        page = Path(self.directory, NOT_FOUND)
        body = page.read_bytes() if code == HTTPStatus.NOT_FOUND and page.is_file() else b""
        self.close_connection = True
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.send_response(HTTPStatus.METHOD_NOT_ALLOWED)
            self.send_header("Allow", "GET, HEAD")
        else:
            self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing of each request."""


class Server(ThreadingHTTPServer):
    """Takes no port that is another's: on Windows, to use one again is to share it with whoever has it."""

    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 128

    def handle_error(self, *_args: object) -> None:
        """Say nothing of a browser that hung up."""


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
