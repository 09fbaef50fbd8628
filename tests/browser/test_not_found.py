"""The page for what is not found is whole wherever the site lies and however deep the address is."""

import functools
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import HOST, QuietHandler, QuietServer, search
from tests.browser.paths import SITE

# The host says that the page is not found, and the page asks in which folder the site begins.
pytestmark = pytest.mark.allow_console_errors
FOLDER = "gids/"


class Host(QuietHandler):
    """Sends the page for what is not found, as most hosts do."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        if Path(self.translate_path(self.path)).exists():
            return super().send_head()
        page = (SITE / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)


@pytest.fixture(scope="module", params=["", FOLDER], ids=["at the root", "in a folder"])
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a host."""
    root = SITE
    if request.param:
        root = tmp_path_factory.mktemp("root")
        (root / request.param).symlink_to(SITE)
    with QuietServer((HOST, 0), functools.partial(Host, directory=str(root))) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/{request.param}"
        server.shutdown()


@pytest.mark.parametrize("address", ["bestaat-niet", "kostprijs/bestaat/niet/", "bestaat-niet/?r=1#daar"])
def test_it_has_its_looks_and_leads_home(page: Page, hosted: str, address: str) -> None:
    page.goto(hosted + address)

    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Figtree")
    assert page.evaluate("document.querySelector('.md-logo img').naturalWidth") > 0
    page.locator(".md-header .md-logo").click()
    assert page.url == hosted
    page.goto(hosted + address)
    page.click(".kmop-ways a[href$='naslag/kostprijs/']")
    assert page.url == f"{hosted}naslag/kostprijs/"


def test_its_search_finds_pages(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}bestaat/niet/")
    search(page, "uurprijs")
    page.locator(".md-search-result__link").first.click()

    assert page.url.startswith(f"{hosted}audit/kostprijs/")


def test_its_question_is_asked_of_the_site(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}bestaat/niet/")
    page.fill("#kmop-find", "uurprijs")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{hosted}?q=uurprijs")


def test_who_skips_to_the_text_stays_on_the_page(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}bestaat/niet/?r=1")
    page.evaluate("document.querySelector('.md-skip').click()")

    assert page.url == f"{hosted}bestaat/niet/?r=1#not-found"


def test_it_has_the_colours_that_the_reader_chose(page: Page, hosted: str) -> None:
    page.goto(hosted)
    page.evaluate("document.querySelector('label[for=__palette_1]').click()")
    page.evaluate("document.querySelector('label[for=__palette_2]').click()")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"

    page.goto(f"{hosted}bestaat/niet/")

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
