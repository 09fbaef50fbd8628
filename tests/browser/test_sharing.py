"""A link that carries the answers: made with a warning, opened beside what is there, recognised when broken."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.harness import NewPage, Watch
from tests.browser.test_keeping import WORK

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return desk


def link_from(desk: Desk, *, notes: bool) -> str:
    desk.unfold(".kmop-take")
    desk.page.click("#kmop-share")
    assert "Al uw antwoorden staan in de link zelf" in desk.question.inner_text()
    assert not desk.question.locator("input").is_checked()
    desk.question.locator("input").set_checked(notes)
    desk.question.locator("[value=yes]").click()
    desk.page.locator("#kmop-status", has_text="De link is gekopieerd").wait_for()
    return str(desk.page.evaluate("navigator.clipboard.readText()"))


def receive(page: Page, link: str, site: str) -> Desk:
    page.goto(link)
    desk = Desk(page, site).wait()
    desk.question.locator("[value=yes]").click()
    page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return desk.wait()


def without_notes(work: dict[str, Any]) -> dict[str, Any]:
    checks = {
        "ACT-1": {"conformity": "T", "demonstrability": "G"},
        "ACT-2": {"not_applicable": {"reason": "niet bij ons"}},
    }
    documents = {"articles-of-association": {"state": "ready"}}
    return {**work, "checks": {**checks, "SAT-1": {"conformity": "V"}}, "documents": documents}


@pytest.mark.parametrize("notes", [True, False])
def test_a_link_brings_the_answers_over_exactly(
    desk: Desk, new_page: NewPage, site_url: str, watch: Watch, notes: bool
) -> None:
    desk.open(WORK)
    link = link_from(desk, notes=notes)
    watch.requests.clear()

    other = receive(new_page(), link, site_url)

    assert other.saved() == (WORK if notes else without_notes(WORK))
    assert "antwoorden=" not in other.page.url
    secret = link.split("#")[1]
    assert not [url for url in watch.requests if secret in url.split("#")[0]]


def test_a_link_never_overwrites_what_is_there(desk: Desk, site_url: str) -> None:
    desk.open(WORK)
    link = link_from(desk, notes=True)
    desk.answer("profile.provider_kind", "public")
    desk.wait_until_kept()

    received = receive(desk.page, link, site_url)

    assert received.saved() == WORK
    page = desk.page
    page.eval_on_selector("#kmop-work", "e => e.open = true")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="nu open").wait_for()
    desk.wait()
    assert desk.radio("profile.provider_kind", "public").is_checked()


def test_a_link_can_be_left_unopened(desk: Desk) -> None:
    desk.open(WORK)
    link = link_from(desk, notes=True)
    desk.answer("profile.provider_kind", "public")
    before = desk.saved()

    desk.page.goto(link)
    desk.question.locator("[value=no]").click()

    assert desk.saved() == before


@pytest.mark.parametrize("damage", ["antwoorden=1.AAAA", "antwoorden=9.abc", "antwoorden="])
def test_a_broken_link_is_told_and_the_work_untouched(desk: Desk, damage: str) -> None:
    desk.answer("profile.provider_kind", "public")
    before = desk.saved()

    desk.page.goto(f"{desk.address}#{damage}")

    desk.page.locator(".kmop-notice[role=alert]", has_text="De link is niet geopend").wait_for()
    assert desk.question.count() == 0
    assert desk.saved() == before


def test_without_a_clipboard_the_link_is_shown_to_copy(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(NO_CLIPBOARD)
    desk = Desk(page, site_url).sit_down()
    desk.answer("profile.provider_kind", "private")
    desk.unfold(".kmop-take")
    page.click("#kmop-share")
    desk.question.locator("[value=yes]").click()

    link = page.locator("#kmop-link")
    link.wait_for()

    assert link.input_value().startswith(f"{desk.address}#antwoorden=1.")
    assert page.evaluate("document.activeElement.id") == "kmop-link"
