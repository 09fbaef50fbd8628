"""Live reload: MkDocs' own server, which waits for nobody and answers nobody else than this computer's browsers."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer
from mkdocs.livereload import _Handler as MkDocsHandler

from guide.site.fault_banner import with_banner
from guide.site.static_server import HOST, ImpatientHandler, headers_for, hosts_of, is_inside

__all__ = ["Server"]

_ALLOWED = ("GET", "HEAD")
# A page asks whether there is a newer site than its own, which it names by a number that grows with the clock.
_POLL = re.compile(r"/livereload/([0-9]+)/[0-9]+")
_SECONDS = 3
# How often it is looked whether a file changed: not told by the system, since folders of other machines never are.
_LOOK_AGAIN = 0.2
_DIGEST = re.compile(r" 'sha256-[^']+'")
_NOT_FOUND, _BAD_METHOD, _BAD_HOST = "404 Not Found", "405 Method Not Allowed", "421 Misdirected Request"


class _Handler(ImpatientHandler, MkDocsHandler):
    """MkDocs' own, as impatient as the server of the zip."""


class Server(LiveReloadServer):
    """Serves a folder on this computer, with the headers that the site asks for.

    Args:
        builder: Builds the site anew after a change.
        port: The port on 127.0.0.1.
        root: The folder; may become another.

    Attributes:
        banner: What stands on top of each page, as HTML.
    """

    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 128

    def __init__(self, builder: Callable[[], None], port: int, root: str) -> None:
        super().__init__(builder=builder, host=HOST, port=port, root=root, polling_interval=_LOOK_AGAIN)
        self.RequestHandlerClass = _Handler
        self._first_epoch = self._wanted_epoch
        self.on_answering: Callable[[], None] = lambda: None
        self._is_bound = False
        self.banner = b""

    def server_bind(self) -> None:
        """Take the port, unless that was done before there was anything to serve."""
        if not self._is_bound:
            super().server_bind()
            self._is_bound = True

    def server_activate(self) -> None:
        """Begin to listen, and tell: from now on browsers are answered."""
        super().server_activate()
        self.on_answering()

    def begin_watching(self) -> None:
        """Take note of changes from now on, so that one made during the first build is not missed."""
        self.observer.start()
        self.observer.start = _nothing  # type: ignore[method-assign] # serving would start it once more

    def run(self) -> None:
        """Serve until it is stopped, building anew after each change."""
        self.serve()  # type: ignore[no-untyped-call] # without types in MkDocs

    def handle_error(self, *_args: object) -> None:
        """Say nothing of a browser that hung up."""

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer what may be asked, with the site's headers."""
        refusal = self._refusal(environ)
        if refusal:
            body = (self.error_handler(404) if refusal == _NOT_FOUND else None) or b""
            length = [("Content-Length", str(len(body))), ("Content-Type", "text/html; charset=utf-8")]
            allow = [("Allow", ", ".join(_ALLOWED))] if refusal == _BAD_METHOD else []
            self._with_headers(environ, start_response)(refusal, [*length, *allow])
            return [body]
        if epoch := self._epoch_of_another(environ["PATH_INFO"]):
            return _reload_later(epoch, self._with_headers(environ, start_response))
        return super().serve_request(environ, self._with_headers(environ, start_response))

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add to each page what MkDocs adds, and the banner."""
        page = with_banner(content, self.banner) if self.banner else content
        injected: bytes = super()._inject_js_into_html(page, epoch)  # type: ignore[no-untyped-call] # as above
        return injected

    def _refusal(self, environ: WSGIEnvironment) -> str | None:
        if environ["REQUEST_METHOD"] not in _ALLOWED:
            return _BAD_METHOD
        if environ.get("HTTP_HOST") not in hosts_of(self.server_port):
            return _BAD_HOST
        return None if is_inside(self.root, f"{self.root}/{environ['PATH_INFO']}") else _NOT_FOUND

    def _epoch_of_another(self, path: str) -> int | None:
        """Return the number of the site of a page that asks for a newer one and is not of this server."""
        found = _POLL.fullmatch(path)
        epoch = int(found[1]) if found else self._first_epoch
        return None if self._first_epoch <= epoch <= self._wanted_epoch else epoch

    def _with_headers(self, environ: WSGIEnvironment, start_response: StartResponse) -> StartResponse:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            added = headers_for(self.root, environ["PATH_INFO"])
            if not status.startswith("200"):
                added["Cache-Control"] = "no-cache"
            if policy := added.get("Content-Security-Policy"):
                added["Content-Security-Policy"] = _allowing_reload(policy)
            known = {name.lower() for name, _ in headers}
            return start_response(status, [*headers, *(h for h in added.items() if h[0].lower() not in known)], *more)

        return start


def _nothing() -> None:
    pass


def _reload_later(epoch: int, start_response: StartResponse) -> Iterable[bytes]:
    """Let a page that another server gave reload, but only after a while.

    It may come out of a service worker that is gone by now. Browsers look for a newer worker once no page was asked for
    during a second, which never is where each page reloads at once.
    """
    time.sleep(_SECONDS)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"%d" % (epoch + 1)]


def _allowing_reload(policy: str) -> str:
    """The script in each page that loads it again is another each time."""
    return _DIGEST.sub("", policy).replace("script-src", "script-src 'unsafe-inline'")
