"""`kmop serve` in a browser that was there before: edits show, no page reloads for ever, no answer is lost."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs import livereload
from playwright.sync_api import Page, expect

from guide.catalogue import load_messages
from guide.paths import FRONTEND, NODE_MODULES, NORM, ROOT
from guide.runtime import Bundle
from guide.site.service_worker import write_offline
from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage, serving
from tests.browser.paths import SITE

# The dev server stops halfway what pages ask of it.
pytestmark = pytest.mark.allow_console_errors

READY = "navigator.serviceWorker.ready.then(() => true)"
REGISTERED = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
CACHES = "caches.keys().then(names => names.filter(name => name.startsWith('workbox')))"
# Long enough for a loop of reloads to show: each takes a third of a second.
A_WHILE_MS = 5_000
BUILT_MS = 90_000


@pytest.fixture
def norm(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NORM, tmp_path / "norm"))


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(service_workers="allow")


@contextmanager
def dev_server(norm: Path, port: int, *, runtime: bool = True) -> Iterator[None]:
    """Serve a norm as a maintainer does, from the first page until Ctrl-C; without the runtime it starts sooner."""
    command = [sys.executable, "-m", "guide", "serve", "--norm", str(norm), "--port", str(port)]
    environment = {**os.environ, "KMOP_RUNTIME": str(runtime).lower()}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        try:
            assert process.stdout.readline()  # its address, once it answers there
            yield
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End it with Ctrl-C, or else without: what a shell starts in the background does not hear of Ctrl-C."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def edit(norm: Path, notice: str) -> str:
    """Give another wording to the notice at the foot of every page."""
    path = norm / "norm.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    (at,) = (number for number, line in enumerate(lines) if line == "notice:\n")
    assert lines[at + 1] == "  nl: >-\n"
    lines[at + 2] = f"    {notice}.\n"
    path.write_text("".join(lines), encoding="utf-8")
    return notice


def shows(page: Page, notice: str) -> None:
    expect(page.locator(".kmop-authority-notice", has_text=notice)).to_be_visible(timeout=BUILT_MS)


def counted_loads(page: Page) -> list[str]:
    """The addresses that the page loads from now on."""
    loads: list[str] = []
    page.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    return loads


def built_site(folder: Path) -> Path:
    """A site as `kmop build` makes it."""
    folder.symlink_to(SITE)
    return folder


def pages_of_an_earlier_dev_server(folder: Path) -> Path:
    """A site whose worker keeps pages with the live reload of a server that is gone."""
    shutil.copytree(SITE, folder)
    script = livereload._SCRIPT_TEMPLATE.substitute(epoch=1, request_id=1)  # noqa: SLF001 - what that server put in
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8").replace("</body>", f"<script>{script}</script></body>")
        path.write_text(text, encoding="utf-8")
    runtime = next((folder / "assets" / "runtime").iterdir()).name
    write_offline(folder, Bundle(FRONTEND, NODE_MODULES, runtime), load_messages("nl"), "nl")
    return folder


@pytest.mark.parametrize("site", [built_site, pytest.param(pages_of_an_earlier_dev_server, marks=pytest.mark.attack)])
def test_a_browser_that_kept_a_site_shows_edits_at_every_start(
    site: Callable[[Path], Path], page: Page, norm: Path, tmp_path: Path
) -> None:
    with serving(site(tmp_path / "site")) as url:
        page.goto(url)
        assert page.evaluate(READY)
        app = AssessmentPage(page, url).sit_down()
        app.answer("profile.provider_kind", "private")
        app.wait_until_kept()
        before = app.kept()
    port = urlsplit(url).port or 0

    with dev_server(norm, port, runtime=False):
        page.goto(url)
        shows(page, edit(norm, "Eerste tekst"))
    page.goto("about:blank")
    with dev_server(norm, port, runtime=False):
        loads = counted_loads(page)
        page.goto(url)
        shows(page, "Eerste tekst")
        page.wait_for_timeout(A_WHILE_MS)
        # One more where the server noticed late that a file had changed before it started; a loop makes dozens.
        assert len(loads) <= 2
        shows(page, edit(norm, "Tweede tekst"))

        page.wait_for_function(f"() => {REGISTERED}.then(n => n === 0)")
        page.wait_for_function(f"() => {CACHES}.then(names => names.length === 0)")
        assert app.kept() == before


def test_a_second_start_loads_a_page_once_and_shows_edits(page: Page, norm: Path) -> None:
    with serving(SITE) as url:
        port = urlsplit(url).port or 0
    with dev_server(norm, port):
        AssessmentPage(page, url).sit_down()
        page.goto(url)
        page.wait_for_timeout(3 * A_WHILE_MS)  # a worker would come once the page has nothing better to do
    page.goto("about:blank")

    with dev_server(norm, port):
        loads = counted_loads(page)
        page.goto(url)
        page.wait_for_timeout(A_WHILE_MS)
        assert len(loads) <= 2
        shows(page, edit(norm, "Tweede tekst"))
