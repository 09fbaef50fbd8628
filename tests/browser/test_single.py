"""The one file, opened by a double-click: it passes the same tests of assessing as the site, and holds the guide."""

import functools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.catalogue import LANGUAGE, load_messages
from tests.browser.conftest import SITE, VISITOR
from tests.browser.desk import Desk
from tests.browser.harness import Watch
from tests.browser.shared import SharedDesk

# Collected here too, where `desk` is the file's.
from tests.browser.test_assessment import (
    examples,
    norm,
    test_a_point_set_aside_counts_once_its_reason_is_given,
    test_a_question_that_does_not_apply_hides_and_keeps_its_answer,
    test_a_wrong_answer_is_told_with_its_place_and_remedied,
    test_an_answer_changes_the_result,
    test_an_answer_given_by_keyboard_changes_the_result,
    test_an_empty_form_gives_the_same_bytes_as_the_command,
    test_every_example_gives_the_same_bytes_as_the_command,
    test_the_result_is_for_the_date_that_was_asked,
)

__all__ = [
    "examples",
    "norm",
    "test_a_point_set_aside_counts_once_its_reason_is_given",
    "test_a_question_that_does_not_apply_hides_and_keeps_its_answer",
    "test_a_wrong_answer_is_told_with_its_place_and_remedied",
    "test_an_answer_changes_the_result",
    "test_an_answer_given_by_keyboard_changes_the_result",
    "test_an_empty_form_gives_the_same_bytes_as_the_command",
    "test_every_example_gives_the_same_bytes_as_the_command",
    "test_the_result_is_for_the_date_that_was_asked",
]

SINGLE = SITE / "kmop-gids.html"
# The desk adds the page's own address, which a file takes for a question and does not mind.
ADDRESS = f"{SINGLE.as_uri()}?"
MESSAGES = load_messages(LANGUAGE)
KINDS = ["docx", "documents", "actions", "calendar"]


@pytest.fixture(scope="module")
def shared_desk(browser: Browser) -> Iterator[SharedDesk]:
    """In the place of the site's, so that `desk` lends out the file."""
    shared = SharedDesk(functools.partial(browser.new_context, **VISITOR), ADDRESS)
    yield shared
    shared.throw_away()


def turn(page: Page, guide_page: str) -> None:
    """Go to a page of the guide by the list of contents."""
    page.click("#kmop-contents summary")
    page.click(f"#kmop-contents a[href$='{guide_page}']")


def contents(page: Page) -> list[str]:
    """Every page that the list of contents leads to."""
    links = page.locator("#kmop-contents a")
    return [str(address) for address in links.evaluate_all("all => all.map(link => link.getAttribute('href'))")]


def test_it_is_small_enough_to_send() -> None:
    assert SINGLE.stat().st_size < 8_000_000


def test_the_site_offers_it(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}zelftoets/")
    link = page.locator(".kmop-site-only a")

    assert link.evaluate("link => link.href") == f"{site_url}{SINGLE.name}"


def test_it_asks_nothing_of_anybody(desk: Desk, watch: Watch) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.page.reload()
    desk.wait()

    assert {url.partition(":")[0] for url in watch.requests} <= {"file", "blob", "data"}
    assert {url for url in watch.requests if url.startswith("file:")} <= {SINGLE.as_uri(), ADDRESS + "zelftoets/"}


def test_answers_are_kept_and_saved_as_on_the_site(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.answer("checks.ACT-1.conformity", "T")
    desk.wait_until_kept()
    before = desk.saved()

    desk.page.reload()
    desk.wait()

    assert desk.saved() == before


@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_taken_along(desk: Desk, kind: str) -> None:
    desk.answer("profile.provider_kind", "private")
    button = desk.page.locator(f'[data-take="{kind}"]')
    button.evaluate("e => e.closest('details').open = true")

    with desk.page.expect_download() as waiting:
        button.click()

    assert Path(waiting.value.path()).stat().st_size > 0


def test_every_page_of_the_guide_is_in_it(desk: Desk) -> None:
    pages = {path.parent.relative_to(SITE).as_posix() for path in SITE.rglob("index.html")}
    linked = {address.removeprefix("../").strip("/") or "." for address in contents(desk.page)}

    assert linked == pages


def test_links_lead_from_page_to_page_and_back_to_the_answers(desk: Desk) -> None:
    page = desk.page
    heading, here = page.locator("#kmop-reading h1"), page.locator("#kmop-contents [aria-current=page]")
    desk.answer("profile.provider_kind", "private")
    turn(page, "kostprijs/")
    expect(heading).to_contain_text("Wat kost de audit?")
    expect(here).to_have_attribute("href", "../kostprijs/")

    page.locator("#kmop-reading a[href*='../bronnen/']").first.click()
    expect(heading).to_contain_text("Bronnen")
    page.go_back()
    expect(heading).to_contain_text("Wat kost de audit?")
    turn(page, "zelftoets/")

    expect(desk.radio("profile.provider_kind", "private")).to_be_visible()
    assert desk.radio("profile.provider_kind", "private").is_checked()


def test_no_link_leads_nowhere(desk: Desk) -> None:
    """Every link within the guide names a page and a place that are in the file."""
    desk.page.evaluate("location.hash = '#/klachten/'")  # the pages are unpacked when the first is asked for
    desk.page.wait_for_selector("#kmop-reading h1")
    found = desk.page.evaluate(
        """() => {
            const home = document.getElementById('kmop-assessment')
            const templates = [...document.querySelectorAll('template[data-page]')]
            const all = new Map(templates.map(e => [e.dataset.page, e.content]))
            all.set('zelftoets/', home)
            const lost = []
            for (const [page, content] of all) for (const link of content.querySelectorAll('a[href]')) {
                const url = new URL(link.getAttribute('href'), 'https://guide.invalid/' + page)
                if (url.origin !== 'https://guide.invalid' || link.closest('.kmop-site-only')) continue
                const target = all.get(decodeURIComponent(url.pathname.slice(1)))
                const place = decodeURIComponent(url.hash.slice(1))
                const carries = page !== 'zelftoets/' && place.startsWith('antwoorden=')
                const isThere = target && (!place || carries || target.querySelector('#' + CSS.escape(place)))
                if (!isThere) lost.push(page + ' > ' + link.getAttribute('href'))
            }
            return lost
        }"""
    )

    assert json.dumps(found) == "[]"


def test_an_example_opens_in_the_same_file(desk: Desk) -> None:
    page = desk.page
    desk.answer("profile.provider_kind", "private")
    turn(page, "voorbeelden/school/")

    page.click("#kmop-reading .kmop-way-open a")
    desk.question.locator("[value=yes]").click()
    page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    desk.wait()

    assert desk.saved()["title"] == "Een school als publieke dienstverlener"


def test_a_term_explains_itself(desk: Desk) -> None:
    turn(desk.page, "klachten/")
    term = desk.page.locator("#kmop-reading a.kmop-term").first
    meaning = desk.page.locator("#" + (term.get_attribute("aria-describedby") or "")).text_content() or ""

    term.focus()

    expect(desk.page.locator(".kmop-tip")).to_have_text(meaning)


def test_a_touch_explains_a_term_before_it_follows_it_and_no_meaning_outlives_its_page(desk: Desk) -> None:
    turn(desk.page, "klachten/")
    tip, term = desk.page.locator(".kmop-tip"), desk.page.locator("#kmop-reading a.kmop-term").first
    for leads_to, is_shown in (("klachten", True), ("begrippen", False)):
        term.dispatch_event("pointerdown", {"pointerType": "touch"})
        term.dispatch_event("click", {"detail": 1})
        expect(tip).to_be_visible(visible=is_shown)
        assert leads_to in desk.page.evaluate("location.hash")

    desk.page.evaluate("location.hash = '#/klachten/'")
    term.focus()
    expect(tip).to_be_visible()
    desk.page.evaluate("location.hash = '#/kostprijs/'")
    expect(tip).to_be_hidden()


def test_a_damaged_address_still_leads_to_its_page(desk: Desk) -> None:
    desk.page.evaluate("location.hash = '#/kostprijs/#100%'")

    expect(desk.page.locator("#kmop-reading h1")).to_contain_text("Wat kost de audit?")


def test_the_practice_test_is_taken_and_kept_on_request(desk: Desk) -> None:
    """Also after the page has been left and opened anew."""
    page = desk.page
    turn(page, "oefentest/")
    page.locator("#kmop-quiz-keep").check()
    page.get_by_role("button", name=MESSAGES["pages.quiz.begin"]).click()
    right = page.locator("#kmop-quiz-question input[data-right]")
    for box in right.all():
        box.check()
    page.locator("#kmop-quiz-next").click()
    expect(page.locator("#kmop-quiz-verdict")).to_have_text(MESSAGES["quiz.verdict.right"])

    turn(page, "klachten/")
    turn(page, "oefentest/")
    page.locator("[data-quiz=resume]").click()

    expect(page.locator("#kmop-quiz-place")).to_contain_text("Vraag 2")


def test_what_held_on_a_day_shows(desk: Desk) -> None:
    turn(desk.page, "wijzigingen/")
    shown = desk.page.locator("[data-then] li[data-about]:not([hidden])")
    before = shown.count()

    desk.page.locator("[data-then] input[type=date]").fill("2016-06-01")

    expect(desk.page.locator(".kmop-then-status")).not_to_be_empty()
    assert 0 < shown.count() < before
