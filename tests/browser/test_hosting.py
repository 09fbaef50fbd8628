"""Served with the headers that we ask a host to send, everything works."""

import functools
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, Page

from guide.site.headers import HEADERS
from tests.browser.assessment_page import AssessmentPage
from tests.browser.chromium import CHROMIUM_FLAGS
from tests.browser.harness import HOST, NewPage, QuietHandler, QuietServer, Watch, search
from tests.browser.paths import SINGLE, SITE
from tests.guide.site.headers_file import headers_for

KEPT = "navigator.serviceWorker.ready.then(() => true)"
# What stands beside a file for hosts that send it so.
PACKED = {".br", ".gz"}


class Host(QuietHandler):
    """Sends what the file of headers says, and nothing against it."""

    rules = ""
    asked: list[str] = []  # noqa: RUF012 - each test has a class of its own

    def send_head(self) -> BytesIO | BinaryIO | None:
        self.asked.append(self.path)
        return super().send_head()

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, self.path.partition("?")[0]).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def asked() -> list[str]:
    """What the host is asked for, by page, worker and service worker."""
    return []


@pytest.fixture
def hosted(asked: list[str]) -> Iterator[str]:
    handler: Any = type("Hosting", (Host,), {"rules": (SITE / HEADERS).read_text("utf-8"), "asked": asked})
    with QuietServer((HOST, 0), functools.partial(handler, directory=str(SITE))) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page_on_disk(browser: Browser, chromium_path: str, watch: Watch, tmp_path: Path) -> Iterator[Page]:
    """A page as visitors have it: what is in memory alone has no room for the interpreter."""
    options: dict[str, Any] = {"executable_path": chromium_path, "headless": True, "args": CHROMIUM_FLAGS}
    context = browser.browser_type.launch_persistent_context(tmp_path / "profile", **options)
    watch.follow(context)
    yield context.pages[0]
    context.close()


def refused(page: Page) -> list[str]:
    """Let the page tell what its policy refuses."""
    found: list[str] = []
    page.expose_function("tellRefused", lambda told: found.append(told))  # noqa: PLW0108 - a method cannot be handed over
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => tellRefused(e.violatedDirective + ' ' + e.blockedURI))"
    )
    return found


def test_the_assessment_works_and_nothing_is_refused(new_page: NewPage, hosted: str, tmp_path: Path) -> None:
    page = new_page(service_workers="allow")
    found = refused(page)
    app = AssessmentPage(page, hosted).sit_down()
    app.answer("profile.provider_kind", "private")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    with page.expect_download() as waiting:
        page.click('.kmop-take [data-take="folder"]')
    waiting.value.save_as(tmp_path / "folder.docx")

    assert (tmp_path / "folder.docx").stat().st_size > 0
    assert page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert found == []


def test_the_guide_works_and_nothing_is_refused(page: Page, hosted: str) -> None:
    found = refused(page)
    page.goto(hosted)
    search(page, "uurprijs")
    page.goto(f"{hosted}naslag/kostprijs/", wait_until="networkidle")

    assert found == []


def test_who_goes_to_the_one_file_saves_it(page: Page, hosted: str, tmp_path: Path) -> None:
    page.goto(hosted)
    with page.expect_download() as waiting:
        page.evaluate(f"location.assign('{SINGLE.name}')")
    waiting.value.save_as(tmp_path / SINGLE.name)

    assert waiting.value.suggested_filename == SINGLE.name
    assert (tmp_path / SINGLE.name).read_bytes() == SINGLE.read_bytes()


def test_a_first_visit_fetches_each_part_of_the_runtime_once(page_on_disk: Page, hosted: str, asked: list[str]) -> None:
    AssessmentPage(page_on_disk, hosted).sit_down()
    page_on_disk.evaluate(KEPT)
    (runtime,) = (SITE / "assets" / "runtime").iterdir()

    hints = page_on_disk.locator("link[rel=prefetch]").evaluate_all("links => links.map(link => link.href)")
    assert f"{hosted}assets/runtime/{runtime.name}/pyodide.asm.wasm" in hints
    parts = Counter(path.rpartition("/")[2] for path in asked if "/assets/runtime/" in path)
    assert parts == dict.fromkeys((path.name for path in runtime.iterdir() if path.suffix not in PACKED), 1)


@pytest.mark.allow_console_errors
def test_a_script_of_somebody_else_is_refused(page: Page, hosted: str) -> None:
    found = refused(page)
    page.goto(hosted)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.evil = 1'}))"
    )
    page.wait_for_timeout(200)

    assert page.evaluate("window.evil") is None
    assert found
