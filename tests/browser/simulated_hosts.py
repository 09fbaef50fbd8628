"""Hosts that run no server of ours, simulated on this machine: object storage with a website, pages of a repository.

They answer as their own documentation says: by exact names, with a type that goes by the ending or that came with the
file, never compressed, and with nothing rewritten.
"""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler
from mimetypes import MimeTypes
from pathlib import Path
from threading import Thread
from typing import Protocol
from urllib.parse import unquote, urlsplit

from tests.browser.harness import HOST, QuietServer

__all__ = ["Answer", "Bucket", "Pages", "serving_host"]

INDEX = "index.html"
# What the tool that copies knows of types, wherever it runs: Python's own table, and nothing of the machine's.
KNOWN = MimeTypes()
BINARY = "binary/octet-stream"
# Names that Jekyll leaves out, and how a file begins that it would take for a template.
LEFT_OUT = ("_", ".", "#")
FRONT_MATTER = b"---\n"


@dataclass(frozen=True)
class Answer:
    """What a host sends: a status, a file, and its headers."""

    status: int
    file: Path | None = None
    headers: dict[str, str] = field(default_factory=dict)


class SimulatedHost(Protocol):
    """Answers for an address."""

    def answer(self, path: str) -> Answer:
        """Return what is sent for a path, which begins with a slash."""


def _type_of(name: str) -> str:
    return KNOWN.guess_type(name)[0] or BINARY


class Bucket:
    """Object storage with a website endpoint, filled by commands of its own tool."""

    def __init__(self) -> None:
        self.objects: dict[str, Answer] = {}
        self._index = self._error = ""

    def run(self, command: str, folder: Path) -> None:
        """Do what a command of the tool does.

        Args:
            command: A line of a shell.
            folder: Where it is run.
        """
        tool, part, verb, *words = shlex.split(command)
        assert (tool, part) == ("aws", "s3"), command
        plain, options = _split(words)
        if verb == "website":
            (self._index,), (self._error,) = options["--index-document"], options["--error-document"]
        else:
            assert verb == "sync", command
            self._sync(folder / plain[0], urlsplit(plain[1]).path.lstrip("/"), options)

    def _sync(self, source: Path, prefix: str, options: dict[str, list[str]]) -> None:
        there = {}
        for file in (each for each in source.rglob("*") if each.is_file()):
            name = file.relative_to(source).as_posix()
            if not _is_excluded(name, options):
                headers = {"Content-Type": _type_of(name), "Cache-Control": options["--cache-control"][0]}
                there[prefix + name] = Answer(200, file, headers)
        if "--delete" in options:
            kept = [key for key in self.objects if _is_excluded(key.removeprefix(prefix), options)]
            self.objects = {key: self.objects[key] for key in kept}
        self.objects |= there

    def answer(self, path: str) -> Answer:
        """Return an object by its key; a folder's document; the way to that; or the document for errors."""
        key = unquote(path).lstrip("/")
        if key == "" or key.endswith("/"):
            key += self._index
        if key in self.objects:
            return self.objects[key]
        if f"{key}/{self._index}" in self.objects:
            return Answer(302, headers={"Location": f"/{key}/"})
        return Answer(404, self.objects[self._error].file, {"Content-Type": "text/html"})


def _split(words: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    plain: list[str] = []
    options: dict[str, list[str]] = {}
    rest = iter(words)
    for word in rest:
        if word == "--delete":
            options[word] = []
        elif word.startswith("--"):
            options.setdefault(word, []).append(next(rest))
        else:
            plain.append(word)
    return plain, options


def _is_excluded(name: str, options: dict[str, list[str]]) -> bool:
    return any(fnmatch(name, pattern) for pattern in options.get("--exclude", []))


class Pages:
    """Pages of a repository, in a folder that is called after it; Jekyll has gone over them."""

    def __init__(self, site: Path, repository: str) -> None:
        self._site = site
        self._prefix = f"/{repository}/"

    def answer(self, path: str) -> Answer:
        """Return a file, also without its ending; a folder's index; the way to that; or the page for errors."""
        if not path.startswith(self._prefix):
            return Answer(404)
        name = unquote(path).removeprefix(self._prefix)
        if name == "" or name.endswith("/"):
            name += INDEX
        for file in (self._site / name, self._site / f"{name}.html"):
            if file.is_file() and not _is_left_out(file.relative_to(self._site)):
                return Answer(200, file, {"Content-Type": _type_of(file.name), "Cache-Control": "max-age=600"})
        if (self._site / name / INDEX).is_file():
            return Answer(301, headers={"Location": f"{path}/"})
        return Answer(404, self._site / "404.html", {"Content-Type": "text/html"})


def _is_left_out(name: Path) -> bool:
    return any(part.startswith(LEFT_OUT) for part in name.parts)


@contextmanager
def serving_host(host: SimulatedHost) -> Iterator[str]:
    """Let a simulated host answer on this machine, and give its address, ending in a slash."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = host.answer(urlsplit(self.path).path)
            body = answer.file.read_bytes() if answer.file else b""
            self.send_response(answer.status)
            for name, value in {**answer.headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing of each request."""

    with QuietServer((HOST, 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()
