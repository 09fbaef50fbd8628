"""A page that was used and put back is as good as a new one; else the tests that share one would prove little."""

import functools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.answering import next_open
from tests.browser.conftest import VISITOR
from tests.browser.desk import Desk
from tests.browser.harness import Watch
from tests.browser.shared import SharedDesk, difference
from tests.browser.test_keeping import WORK


def use_in_every_way(desk: Desk) -> None:
    """Leave traces of all kinds: answers, versions, names, folds, notices, mistakes, looks, a place on the page."""
    page = desk.seen((360, 740), color_scheme="dark", reduced_motion="reduce", forced_colors="active").page
    desk.open(WORK)
    page.eval_on_selector("#kmop-work", "e => e.open = true")
    page.click("#kmop-work [data-act=copy]")
    page.locator("#kmop-work li").nth(1).wait_for()
    desk.choose_file(b"{", "stuk.json")
    page.locator(".kmop-notice", has_text="stuk.json").wait_for()
    page.goto(f"{desk.address}#antwoorden=9.abc")
    page.locator(".kmop-notice", has_text="De link is niet geopend").wait_for()
    page.eval_on_selector(".kmop-take", "e => e.open = true")
    page.locator('[data-section="requirements"] details summary').first.evaluate("e => e.click()")
    desk.on_date("2025-03-01")
    desk.type("profile.deployed_people", "0")
    page.locator(".kmop-errors").wait_for()
    page.locator('[data-mode-choice="scan"]').click()
    desk.answer("scan.activity", "T")
    page.keyboard.press("Alt+n")
    page.evaluate("location.hash = '#checks.ACT-2'")
    page.click("#kmop-wipe")


@pytest.fixture
def other(browser: Browser, site_url: str) -> Iterator[SharedDesk]:
    """Another one, which no other test has used."""
    other = SharedDesk(functools.partial(browser.new_context, **VISITOR), site_url)
    yield other
    other.throw_away()


def test_a_page_that_was_put_back_equals_a_new_one(other: SharedDesk, desk: Desk, watch: Watch) -> None:
    used = other.lend(watch)
    use_in_every_way(used)
    assert difference(desk.page.evaluate("desk.look()"), used.page.evaluate("desk.look()")) != []

    other.take_back(watch, intact=True)

    assert other.lend(watch) is used
    assert difference(desk.page.evaluate("desk.look()"), used.page.evaluate("desk.look()")) == []
    assert next_open(used) == "profile.services"
    used.page.reload()
    used.wait()
    assert not {"profile", "checks", "documents", "scan", "title"} & used.saved().keys()


def test_a_page_that_cannot_be_put_back_is_thrown_away(other: SharedDesk, watch: Watch) -> None:
    first = other.lend(watch)
    first.page.evaluate("window.left = 'a trace'")
    other.take_back(watch, intact=True)
    second = other.lend(watch)
    assert first.page.is_closed()

    other.take_back(watch, intact=False)

    assert second.page.is_closed()


def test_what_a_page_does_after_its_test_is_none_of_its_business(other: SharedDesk, watch: Watch) -> None:
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
