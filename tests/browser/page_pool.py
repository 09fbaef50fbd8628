"""One started page that many tests use after each other, each as if it were the first.

Starting Python takes seconds, and most tests are not about starting. After every test the page is put back; what then
differs in anything from a page that was just opened is thrown away, and the next test gets a new one.
"""

import difflib
import logging
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import Watch

RESET = Path(__file__).with_name("reset.js").read_text(encoding="utf-8")
SIZE = (1280, 720)
SHOWN = 20

log = logging.getLogger(__name__)


class NotFreshError(Exception):
    """A page that was put back and still differs from a fresh one; the message says in what."""


class PagePool:
    """A app that is lent to one test at a time."""

    def __init__(self, new_context: Callable[[], BrowserContext], site: str) -> None:
        self._new_context = new_context
        self._site = site
        self._app: AssessmentPage | None = None
        self._fresh: dict[str, Any] = {}
        self._looked = ""

    def lend(self, watch: Watch) -> AssessmentPage:
        """The app as a fresh visitor finds it; `watch` follows it from here."""
        if self._app is None:
            return self._open(watch)
        watch.follow(self._app.page.context)
        return self._app

    def take_back(self, watch: Watch, *, intact: bool) -> None:
        """Put the app back for the next test, or throw it away; `watch` looks on until that is done."""
        if self._app is None:
            return
        try:
            if not intact:
                raise NotFreshError("the test failed")  # noqa: TRY301 - the one way to throw a page away
            self.put_back()
        except (Error, NotFreshError) as error:
            log.info("the shared page is thrown away: %s", error)
            self.throw_away()
        else:
            watch.leave(self._app.page.context)

    def put_back(self) -> None:
        """Let the page be as it was when it was opened; raises when that does not work out."""
        assert self._app is not None
        page = self._app.page
        self._look_usual(self._app)
        if not page.evaluate("'pageReset' in window"):
            page.evaluate(RESET)  # it was loaded again
        page.evaluate("fresh => pageReset.reset(fresh)", self._fresh)
        if changed := difference(self._looked, page.evaluate("pageReset.look()")):
            raise NotFreshError("\n".join(changed))

    def throw_away(self) -> None:
        """Close the page; the next test gets a new one."""
        if self._app is not None:
            self._app.page.context.close()
        self._app = None

    def _open(self, watch: Watch) -> AssessmentPage:
        context = self._new_context()
        watch.follow(context)
        self._app = AssessmentPage(context.new_page(), self._site)
        page = self._app.page
        self._app.sit_down()
        self._look_usual(self._app)
        page.evaluate(RESET)
        self._fresh = page.evaluate("pageReset.remember()")
        self._looked = page.evaluate("pageReset.look()")
        return self._app

    @staticmethod
    def _look_usual(app: AssessmentPage) -> None:
        page = app.page
        page.unroute_all()
        page.context.clear_permissions()
        for other in page.context.pages:
            if other is not page:
                other.close()
        usual = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
        app.seen(SIZE, media="null", **usual)


def difference(before: str, after: str) -> list[str]:
    """The first lines that came or went."""
    if before == after:
        return []
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return list(islice((line[:300] for line in lines if line[0] in "+-"), SHOWN))
