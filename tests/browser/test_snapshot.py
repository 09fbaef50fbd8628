"""The second start wakes up what the first one left in the browser, and never depends on it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.assessment_page import AssessmentPage
from tests.browser.chromium import VISITOR
from tests.browser.harness import Watch, eventually
from tests.browser.norm_ids import FIRST_CHECK

SETTLED_MS = 21_000
KEPT = "async () => (await (await caches.open('kmop-snapshot')).keys()).map(key => key.url)"
DAMAGE = """async () => {
    const shelf = await caches.open('kmop-snapshot')
    const [key] = await shelf.keys()
    const found = await shelf.match(key)
    const damaged = new Uint8Array(await found.arrayBuffer()).fill(7)
    await shelf.put(key, new Response(damaged, {headers: found.headers}))
}"""
# What was prepared, laid aside and brought back: preparing takes as long as a start.
COPY = """async ([from, to]) => {
    const [source, target] = await Promise.all([caches.open(from), caches.open(to)])
    for (const key of await source.keys()) {
        await target.put(key, await source.match(key))
    }
}"""
SHELF, ASIDE = "kmop-snapshot", "aside"


@pytest.fixture(scope="module")
def prepared(browser: Browser, site_url: str) -> Iterator[AssessmentPage]:
    """A page whose reader has stayed long enough for the next start to be prepared."""
    context = browser.new_context(**VISITOR)
    page = context.new_page()
    page.clock.install()
    app = AssessmentPage(page, site_url).sit_down()
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    page.clock.fast_forward(SETTLED_MS)
    for _ in range(300):  # a minute, on a slow machine
        if page.evaluate(KEPT):
            break
        page.wait_for_timeout(200)
    page.evaluate(COPY, [SHELF, ASIDE])
    yield app
    context.close()


@pytest.fixture
def app(prepared: AssessmentPage, watch: Watch) -> Iterator[AssessmentPage]:
    """That page again, whatever an earlier test did to what was prepared."""
    watch.follow(prepared.page.context)
    prepared.page.evaluate(COPY, [ASIDE, SHELF])
    yield prepared
    prepared.page.unroute_all()
    watch.leave(prepared.page.context)


def come_back(app: AssessmentPage, watch: Watch) -> list[str]:
    """Reload, and tell which files were asked for."""
    watch.requests.clear()
    app.page.reload()
    app.wait()
    return [url.rpartition("/")[2] for url in watch.requests]


def test_the_second_start_gives_the_same_bytes_and_reads_no_norm_again(app: AssessmentPage, watch: Watch) -> None:
    app.answer("profile.has_sepa_account", "true")
    app.type("profile.iban", "FR14 2004 1010 0505 0001 3M02 606")  # judged with files that the rules read then
    app.wait()
    app.wait_until_kept()
    before = app.report()

    asked = come_back(app, watch)

    assert "pyodide.asm.wasm" in asked
    assert not {"norm.json", "python_stdlib.zip"} & set(asked)
    assert app.report() == before
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    app.answer("profile.provider_kind", "public")
    assert app.report() != before


def test_a_damaged_snapshot_is_thrown_away_and_all_starts(app: AssessmentPage, watch: Watch) -> None:
    before = app.report()
    app.page.evaluate(DAMAGE)

    asked = come_back(app, watch)

    assert app.report() == before
    assert "norm.json" in asked


def test_wiping_takes_it_away(app: AssessmentPage) -> None:
    app.wipe()

    eventually(app.page, lambda: app.page.evaluate(KEPT) == [])
