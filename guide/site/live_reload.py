"""Live reload for pages of an earlier dev server too: a browser may still hold some, in a tab or a service worker."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mkdocs.livereload import LiveReloadServer

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

__all__ = ["PatientLiveReload"]

# A page asks whether there is a newer site than its own, which it names by a number that grows with the clock.
_ASKED = re.compile(r"/livereload/([0-9]+)/[0-9]+")
_SECONDS = 3


class PatientLiveReload(LiveReloadServer):
    """Lets a page that is not of this server reload, but only after a while.

    Such a page may come out of a service worker that is gone by now. Browsers look for a newer worker once no page was
    asked for during a second, which never is where each page reloads at once.
    """

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._first = self._wanted_epoch

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request; the polls of pages of other servers by ourselves."""
        asked = _ASKED.fullmatch(environ["PATH_INFO"])
        if asked is None or self._first <= int(asked[1]) <= self._wanted_epoch:
            return super().serve_request(environ, start_response)
        time.sleep(_SECONDS)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(int(asked[1]) + 1).encode()]
