"""After one visit everything works without a connection, and a new version never costs the old one or an answer."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from assessment.names import named_messages
from guide.catalogue import load_messages
from guide.paths import FRONTEND, NODE_MODULES
from guide.runtime import Bundle
from guide.site.service_worker import write_offline
from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage, Watch, eventually, search, serving
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.paths import SITE
from tests.norms import REAL_NORM, checked_norm

MESSAGES = named_messages(load_messages("nl"), checked_norm(REAL_NORM), "nl")
READY = "navigator.serviceWorker.ready.then(() => true)"
KEPT = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
UPDATE = """async () => {
    const {installing, waiting} = await (await navigator.serviceWorker.getRegistration()).update()
    const update = installing ?? waiting
    while (update.state === 'installing') await new Promise(done => update.addEventListener('statechange', done))
    return update.state
}"""
WHOLE_MS = 60_000


class Build:
    """A site on one address, whose files can be replaced by another build's and whose server can be stopped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = ExitStack()
        self.url = ""

    def serve(self) -> None:
        self._folder.symlink_to(SITE)
        self.url = self._server.enter_context(serving(self._folder))

    def replace(self, change: str) -> Path:
        """Put another build in the place of this one, with a sentence that it alone has."""
        other = self._folder.with_name(change)
        shutil.copytree(SITE, other)
        for page in (other / "index.html", other / "zelftoets" / "index.html"):
            page.write_text(page.read_text("utf-8").replace("</h1>", f"</h1><p>{change}</p>", 1), encoding="utf-8")
        runtime = next((other / "assets" / "runtime").iterdir()).name
        write_offline(other, Bundle(FRONTEND, NODE_MODULES, runtime), MESSAGES, "nl")
        self._folder.unlink()
        self._folder.symlink_to(other)
        return other

    def cut(self) -> None:
        """Stop the server: whoever asks it for something is refused."""
        self._server.close()


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    build = Build(tmp_path / "served")
    build.serve()
    yield build
    build.cut()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(service_workers="allow")


def visit(page: Page, url: str) -> None:
    """Open the first page, and stay until the whole site is kept."""
    page.goto(url)
    assert page.evaluate(READY)


def look_for_update(page: Page) -> str:
    """Do what the browser does by itself once a day; tells what became of the update: installed, or redundant."""
    return str(page.evaluate(UPDATE))


@pytest.mark.allow_console_errors  # the server is gone: some requests are refused on purpose
def test_without_a_connection_the_guide_and_the_assessment_work(page: Page, build: Build) -> None:
    visit(page, build.url)
    build.cut()

    page.goto(f"{build.url}naslag/kostprijs/")
    assert "Wat kost de audit?" in page.inner_text("h1")
    app = AssessmentPage(page, build.url).sit_down()
    app.answer("profile.provider_kind", "private")
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    assert app.report()
    page.goto(f"{build.url}bestaat-niet/")
    assert page.locator("h1", has_text="We vinden deze pagina niet").count() == 1


@pytest.mark.allow_console_errors
def test_without_a_connection_the_search_finds_pages(page: Page, build: Build) -> None:
    visit(page, build.url)
    build.cut()
    page.goto(build.url)

    search(page, "uurprijs")


def test_a_new_version_waits_until_the_reader_takes_it_and_touches_no_answer(page: Page, build: Build) -> None:
    visit(page, build.url)
    app = AssessmentPage(page, build.url).sit_down()
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    before = app.saved()
    build.replace("tweede versie")

    assert look_for_update(page) == "installed"
    offer = page.locator(".kmop-update")
    offer.wait_for(timeout=WHOLE_MS)
    page.reload()
    app.wait()
    assert page.locator("text=tweede versie").count() == 0
    offer.wait_for(timeout=WHOLE_MS)
    with page.expect_navigation():
        offer.locator("[data-update=take]").click()
    app.wait()

    assert page.locator("text=tweede versie").count() == 1
    assert app.saved() == before


@pytest.mark.allow_console_errors
def test_an_update_that_does_not_arrive_whole_leaves_the_old_version_whole(page: Page, build: Build) -> None:
    visit(page, build.url)
    (build.replace("halve versie") / "zelftoets" / "index.html").unlink()

    assert look_for_update(page) == "redundant"
    build.cut()

    page.goto(f"{build.url}naslag/kostprijs/")
    assert "Wat kost de audit?" in page.inner_text("h1")
    page.goto(build.url)
    assert page.locator("text=halve versie").count() == 0


@pytest.mark.allow_console_errors
def test_a_full_browser_keeps_the_old_version(page: Page, build: Build) -> None:
    visit(page, build.url)
    used = page.evaluate("navigator.storage.estimate().then(found => found.usage)")
    protocol = page.context.new_cdp_session(page)
    protocol.send("Storage.overrideQuotaForOrigin", {"origin": build.url.rstrip("/"), "quotaSize": used + 1000})
    build.replace("te grote versie")

    assert look_for_update(page) == "redundant"
    build.cut()

    page.goto(f"{build.url}naslag/kostprijs/")
    assert "Wat kost de audit?" in page.inner_text("h1")


def test_the_site_can_be_installed_as_an_app(page: Page, build: Build) -> None:
    visit(page, build.url)
    protocol = page.context.new_cdp_session(page)

    app = protocol.send("Page.getAppManifest")

    assert app["errors"] == []
    assert app["manifest"]["name"] == MESSAGES["package.app_name"]


def test_the_site_is_kept_only_once_the_rules_have_answered(page: Page, build: Build) -> None:
    held: list[Route] = []
    page.route("**/rules.zip", lambda route: held.append(route))  # noqa: PLW0108 - a method cannot be handed over
    app = AssessmentPage(page, build.url)
    page.goto(app.address)
    eventually(page, lambda: bool(held))
    page.wait_for_timeout(1500)
    assert page.evaluate(KEPT) == 0

    held[0].continue_()
    app.wait()
    eventually(page, lambda: page.evaluate(KEPT) == 1)


@pytest.mark.allow_console_errors
def test_the_site_is_kept_too_where_the_rules_cannot_start(page: Page, build: Build) -> None:
    page.route("**/rules.zip", lambda route: route.abort())
    page.goto(f"{build.url}zelftoets/")

    page.locator("#kmop-retry:visible").wait_for(timeout=WHOLE_MS)
    eventually(page, lambda: page.evaluate(KEPT) == 1)


@pytest.mark.allow_console_errors
def test_the_site_is_kept_too_in_a_browser_that_lacks_what_the_rules_need(page: Page, build: Build) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{build.url}zelftoets/")

    eventually(page, lambda: page.evaluate(KEPT) == 1)


def test_who_saves_data_fetches_only_what_is_read(new_page: NewPage, build: Build, watch: Watch) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto(build.url)
    page.wait_for_timeout(1500)

    assert page.evaluate(KEPT) == 0
    assert not [url for url in watch.requests if "/runtime/" in url]
