"""What browser tests are made of: a watch over pages, and a server for folders."""

import functools
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    TimeoutError,  # noqa: A004 - Playwright's own
    WebError,
    WebSocket,
)

from guide.site.static_server import TYPES

HOST = "127.0.0.1"
PUBLIC_HOST = "gids.example"
"""A host that is none: a test that needs the site to stand on the web answers for it."""
PUBLISHED = f"https://{PUBLIC_HOST}/"


@dataclass
class Watch:
    """What the pages of one test asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page and worker of a context, those that are there already too."""
        for event, hear in self._ears().items():
            context.on(event, hear)  # type: ignore[call-overload]
        for page in context.pages:
            self._follow_sockets(page)

    def leave(self, context: BrowserContext) -> None:
        """Listen no more, for what others do there."""
        for event, hear in self._ears().items():
            context.remove_listener(event, hear)
        for page in context.pages:
            page.remove_listener("websocket", self._hear_socket)

    @property
    def foreign(self) -> list[str]:
        """The requests that went to another host than this machine's own."""
        return [url for url in self.requests if urlsplit(url).hostname not in {None, HOST, PUBLIC_HOST}]

    def complaints(self, *, errors_allowed: bool) -> list[str]:
        """Everything that a test must not end with."""
        foreign = [f"request to another host: {url}" for url in self.foreign]
        return foreign if errors_allowed else foreign + self.errors

    def clear(self) -> None:
        """Forget what was seen, for a test that provokes it on purpose."""
        self.requests.clear()
        self.errors.clear()

    def _ears(self) -> dict[str, Callable[..., None]]:
        return {
            "request": self._hear_request,
            "console": self._hear,
            "weberror": self._hear_error,
            "page": self._follow_sockets,
        }

    def _hear_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _hear_error(self, error: WebError) -> None:
        self.errors.append(f"uncaught: {error.error}")

    def _hear_socket(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({message.location['url']})")

    def _follow_sockets(self, page: Page) -> None:
        page.on("websocket", self._hear_socket)


class NewPage(Protocol):
    """Opens a page; takes the options of Playwright's `Browser.new_context`."""

    def __call__(self, **options: Any) -> Page:
        """Open a page in a profile of its own."""


class Serve(Protocol):
    """Serves a folder until the test ends."""

    def __call__(self, folder: Path) -> str:
        """Return the address, ending in a slash."""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as a plain host does: it knows their types, and no more."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - as the base class has it

    def log_message(self, *_args: object) -> None:
        """Say nothing of each request."""


class QuietServer(ThreadingHTTPServer):
    """A server that takes it in its stride when a page is closed halfway an answer."""

    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Say nothing: the page's own complaint is what counts."""


class FreshHandler(QuietHandler):
    """Lets browsers keep nothing, for a folder that becomes another while they look."""

    def end_headers(self) -> None:
        """Forbid it in every answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def search(page: Page, words: str) -> None:
    """Open the theme's search and type until it answers: what is done before its script is there is lost on it."""
    query = page.locator("[data-md-component=search-query]")
    for _ in range(30):
        query.blur()
        page.keyboard.press("/")
        query.fill("")
        query.fill(words)
        page.keyboard.press("End")  # the search listens to keys
        try:
            page.locator(".md-search-result__link").first.wait_for(timeout=2000)
        except TimeoutError:
            continue
        return
    pytest.fail(f"the search found nothing for {words}")


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, handler_type: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on a free port and give its address, ending in a slash."""
    handler = functools.partial(handler_type, directory=str(folder))
    with QuietServer((HOST, 0), handler) as server:
        # Looks often whether it must stop: tests start and stop many servers.
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


def eventually(page: Page, is_so: Callable[[], bool], seconds: int = 20) -> None:
    """Wait for what the page does by itself a moment later; it keeps working meanwhile."""
    for _ in range(10 * seconds):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise AssertionError("in vain")
