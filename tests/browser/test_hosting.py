"""Served with the headers that we ask a host to send, everything works."""

import functools
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page

from guide.hosting import HEADERS, headers_for
from tests.browser.conftest import SITE
from tests.browser.desk import Desk
from tests.browser.harness import HOST, NewPage, QuietHandler, QuietServer, search


class Host(QuietHandler):
    """Sends what the file of headers says, and nothing against it."""

    rules = ""

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, self.path.partition("?")[0]).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def hosted() -> Iterator[str]:
    handler: Any = type("Hosting", (Host,), {"rules": (SITE / HEADERS).read_text("utf-8")})
    with QuietServer((HOST, 0), functools.partial(handler, directory=str(SITE))) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


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
    desk = Desk(page, hosted).sit_down()
    desk.answer("profile.provider_kind", "private")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    with page.expect_download() as waiting:
        page.click('[data-take="docx"]')
    waiting.value.save_as(tmp_path / "folder.docx")

    assert (tmp_path / "folder.docx").stat().st_size > 0
    assert page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert found == []


def test_the_guide_works_and_nothing_is_refused(page: Page, hosted: str) -> None:
    found = refused(page)
    page.goto(hosted)
    search(page, "uurprijs")
    page.goto(f"{hosted}kostprijs/", wait_until="networkidle")

    assert found == []


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
