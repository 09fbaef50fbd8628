"""A real browser over the built site, and a watch over what it asks for and complains about.

Every test here may ask for `app` (the self-assessment, started and untouched), `page` (a fresh profile, in Dutch),
`new_page` (for options, or several pages), `site_url` (the built site) and `serve` (any folder).
"""

import functools
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.assessment_page import AssessmentPage
from tests.browser.built_pages import PAGES
from tests.browser.chromium import CHROMIUM_FLAGS, HEADLESS, QUICK, VISITOR, require_chromium
from tests.browser.form_helpers import AXE
from tests.browser.harness import NewPage, Serve, Watch, serving
from tests.browser.page_pool import PagePool
from tests.browser.paths import SINGLE_ADDRESS, SITE

HERE = Path(__file__).parent
STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"
# What is expected comes in a moment; a loaded machine gets more.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that `-m "not browser"` leaves them out.

    In CI a test of theirs that fails is tried once more, and the summary tells: three browsers on two processors are
    now and then later than any test should have to wait. At home the first failure counts.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if os.environ.get("CI"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to drive."""
    return require_chromium()


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One headless Chromium for all tests; every page gets a fresh profile in it."""
    asked_for = os.environ.get("KMOP_CHROMIUM")
    path = chromium_path if asked_for else shutil.which(HEADLESS) or chromium_path
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=[*CHROMIUM_FLAGS, QUICK])
        yield browser
        browser.close()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember of a test whether it failed: what it used may be in any state."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """The watch over this test, which fails it for foreign requests and for errors."""
    watch = Watch()
    yield watch
    errors_allowed = request.node.get_closest_marker("allow_console_errors") is not None
    if complaints := watch.complaints(errors_allowed=errors_allowed):
        pytest.fail("\n".join(["the page misbehaved:", *complaints]), pytrace=False)


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[NewPage]:
    """Opens watched pages, each in a fresh profile, for tests that need options or several."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{**VISITOR, **options})
        contexts.append(context)
        watch.follow(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A watched page in a fresh Dutch profile."""
    return new_page()


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    if not (SITE / "index.html").is_file():
        pytest.fail("the site is not built; run: make build", pytrace=False)
    with serving(SITE) as url:
        yield url


@pytest.fixture(scope="session")
def page_pool(browser: Browser, site_url: str) -> Iterator[PagePool]:
    """The one started self-assessment of this process; tests ask for `app`."""
    shared = PagePool(functools.partial(browser.new_context, **VISITOR), site_url)
    yield shared
    shared.throw_away()


@pytest.fixture(scope="module")
def single_file_pool(browser: Browser) -> Iterator[PagePool]:
    """The same of the one file, for a module that puts it in the place of `page_pool`."""
    shared = PagePool(functools.partial(browser.new_context, **VISITOR), SINGLE_ADDRESS)
    yield shared
    shared.throw_away()


@pytest.fixture
def app(page_pool: PagePool, watch: Watch, request: pytest.FixtureRequest) -> Iterator[AssessmentPage]:
    """The self-assessment with its first result, untouched; not for tests of starting or of the first visit."""
    yield page_pool.lend(watch)
    page_pool.take_back(watch, intact=not request.node.stash.get(FAILED, False))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves any folder until the test ends, and gives its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody who reads page after page, in one tab: to open one takes as long as to open a page."""
    with browser.new_context(**VISITOR, reduced_motion="reduce") as context:
        context.add_init_script(AXE.read_text(encoding="utf-8"))
        yield context.new_page()


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, reader: Page, site_url: str) -> Page:
    """One page, open."""
    reader.goto(site_url + request.param)
    reader.add_style_tag(content=STILL)
    return reader
