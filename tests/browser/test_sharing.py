"""A link that carries the answers: made with a warning, opened beside what is there, recognised when broken."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage, Watch
from tests.browser.norm_ids import DOCUMENTS, FIRST_CHECK, LAST_CHECK, SECOND_CHECK
from tests.browser.saved_work import WORK

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"


@pytest.fixture
def app(app: AssessmentPage) -> AssessmentPage:
    app.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return app


def link_from(app: AssessmentPage, *, notes: bool) -> str:
    app.unfold(".kmop-take")
    app.page.click("#kmop-share")
    assert "Al uw antwoorden staan in de link zelf" in app.question.inner_text()
    assert not app.question.locator("input").is_checked()
    app.question.locator("input").set_checked(notes)
    app.question.locator("[value=yes]").click()
    app.page.locator("#kmop-status", has_text="De link is gekopieerd").wait_for()
    return str(app.page.evaluate("navigator.clipboard.readText()"))


def receive(page: Page, link: str, site: str) -> AssessmentPage:
    page.goto(link)
    app = AssessmentPage(page, site).wait()
    app.question.locator("[value=yes]").click()
    page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return app.wait()


def without_notes(work: dict[str, Any]) -> dict[str, Any]:
    checks = {
        FIRST_CHECK: {"conformity": "T", "demonstrability": "G"},
        SECOND_CHECK: {"not_applicable": {"reason": "niet bij ons"}},
    }
    documents = {DOCUMENTS[0]: {"state": "ready"}}
    return {**work, "checks": {**checks, LAST_CHECK: {"conformity": "V"}}, "documents": documents}


@pytest.mark.parametrize("notes", [True, False])
def test_a_link_brings_the_answers_over_exactly(
    app: AssessmentPage, new_page: NewPage, site_url: str, watch: Watch, notes: bool
) -> None:
    app.open(WORK)
    link = link_from(app, notes=notes)
    watch.requests.clear()

    other = receive(new_page(), link, site_url)

    assert other.saved() == (WORK if notes else without_notes(WORK))
    assert "antwoorden=" not in other.page.url
    secret = link.split("#")[1]
    assert not [url for url in watch.requests if secret in url.split("#")[0]]


def test_a_link_never_overwrites_what_is_there(app: AssessmentPage, site_url: str) -> None:
    app.open(WORK)
    link = link_from(app, notes=True)
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()

    received = receive(app.page, link, site_url)

    assert received.saved() == WORK
    page = app.page
    page.eval_on_selector("#kmop-work", "e => e.open = true")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="nu open").wait_for()
    app.wait()
    assert app.radio("profile.provider_kind", "public").is_checked()


def test_a_link_can_be_left_unopened(app: AssessmentPage) -> None:
    app.open(WORK)
    link = link_from(app, notes=True)
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.page.goto(link)
    app.question.locator("[value=no]").click()

    assert app.saved() == before


def test_a_broken_link_is_told_and_the_work_untouched(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.page.goto(f"{app.address}#antwoorden=1.AAAA")

    app.page.locator(".kmop-notice[role=alert]", has_text="De link is niet geopend").wait_for()
    assert app.question.count() == 0
    assert app.saved() == before


def test_without_a_clipboard_the_link_is_shown_to_copy(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(NO_CLIPBOARD)
    app = AssessmentPage(page, site_url).sit_down()
    app.answer("profile.provider_kind", "private")
    app.unfold(".kmop-take")
    page.click("#kmop-share")
    app.question.locator("[value=yes]").click()

    link = page.locator("#kmop-link")
    link.wait_for()

    assert link.input_value().startswith(f"{app.address}#antwoorden=1.")
    assert page.evaluate("document.activeElement.id") == "kmop-link"


def test_the_link_shows_as_a_code_when_it_is_asked_for(app: AssessmentPage, watch: Watch) -> None:
    link_from(app, notes=False)
    assert not [url for url in watch.requests if "qr-code" in url]

    app.page.locator(".kmop-notices").get_by_role("button", name="Toon de QR-code").click()

    code = app.question.get_by_role("img", name="QR-code met de link naar uw antwoorden")
    box = code.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 200
    app.question.locator("[value=yes]").click()
    assert app.page.locator(".kmop-notices button").count() == 0
