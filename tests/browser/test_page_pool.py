"""A page that was used and put back is as good as a new one; else the tests that share one would prove little."""

import functools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.assessment_page import AssessmentPage
from tests.browser.chromium import VISITOR
from tests.browser.form_helpers import next_open
from tests.browser.harness import Watch
from tests.browser.norm_ids import REQUIREMENTS, SECOND_CHECK
from tests.browser.page_pool import PagePool, difference
from tests.browser.saved_work import WORK


def use_in_every_way(app: AssessmentPage) -> None:
    """Leave traces of all kinds: answers, versions, names, folds, notices, mistakes, looks, a place on the page."""
    page = app.seen((360, 740), color_scheme="dark", reduced_motion="reduce", forced_colors="active").page
    app.open(WORK)
    app.unfold("#kmop-work")
    app.press("#kmop-work [data-act=copy]")
    page.locator("#kmop-work li").nth(1).wait_for()
    app.choose_file(b"{", "stuk.json")
    page.locator(".kmop-notice", has_text="stuk.json").wait_for()
    page.goto(f"{app.site}zelftoets/#antwoorden=9.abc")
    page.locator(".kmop-notice", has_text="De link is niet geopend").wait_for()
    app.unfold(".kmop-take")
    page.locator('[data-section="requirements"] details summary').first.evaluate("e => e.click()")
    app.on_date("2025-03-01")
    app.type("profile.deployed_people", "0")
    page.locator(".kmop-errors").wait_for()
    app.step_by_step()
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "T")
    page.keyboard.press("Alt+n")
    page.evaluate(f"location.hash = '#checks.{SECOND_CHECK}'")
    app.press("#kmop-wipe")


@pytest.fixture
def other(browser: Browser, site_url: str) -> Iterator[PagePool]:
    """Another one, which no other test has used."""
    other = PagePool(functools.partial(browser.new_context, **VISITOR), site_url)
    yield other
    other.throw_away()


def test_a_page_that_was_put_back_equals_a_new_one(other: PagePool, app: AssessmentPage, watch: Watch) -> None:
    used = other.lend(watch)
    use_in_every_way(used)
    assert difference(app.page.evaluate("pageReset.look()"), used.page.evaluate("pageReset.look()")) != []

    other.take_back(watch, intact=True)

    assert other.lend(watch) is used
    assert difference(app.page.evaluate("pageReset.look()"), used.page.evaluate("pageReset.look()")) == []
    assert next_open(used) == "profile.provider_kind"
    used.page.reload()
    used.wait()
    assert not {"profile", "checks", "documents", "scan", "title"} & used.saved().keys()


def test_a_page_that_cannot_be_put_back_is_thrown_away(other: PagePool, watch: Watch) -> None:
    first = other.lend(watch)
    first.page.evaluate("window.left = 'a trace'")
    other.take_back(watch, intact=True)
    second = other.lend(watch)
    assert first.page.is_closed()

    other.take_back(watch, intact=False)

    assert second.page.is_closed()


def test_what_a_page_does_after_its_test_is_none_of_its_business(other: PagePool, watch: Watch) -> None:
    page = other.lend(watch).page
    other.take_back(watch, intact=True)

    page.evaluate("console.error('later')")
    page.evaluate("fetch('./').then(answer => answer.text())")

    assert watch.errors == []
    assert not watch.requests[-1].endswith("/zelftoets/")
    other.lend(watch)
    page.evaluate("console.error('now')")
    assert "now" in "".join(watch.errors)
    watch.clear()
