"""The one file, opened by a double-click: it holds the guide, and asks nothing of anybody."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide.catalogue import LANGUAGE, load_messages
from guide.site.licences import LICENCES
from tests.browser.assessment_page import AssessmentPage
from tests.browser.built_pages import MOVED
from tests.browser.form_helpers import LAPTOP, found_by_axe
from tests.browser.harness import Watch
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.page_pool import PagePool
from tests.browser.paths import SINGLE, SINGLE_ADDRESS, SITE

MESSAGES = load_messages(LANGUAGE)
# One of each form: a document, a table, a calendar.
KINDS = ["folder", "actions", "calendar"]


@pytest.fixture(scope="module")
def page_pool(single_file_pool: PagePool) -> PagePool:
    """In the place of the site's, so that `app` lends out the file."""
    return single_file_pool


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


def test_it_holds_the_licences_of_what_it_is_made_of(app: AssessmentPage) -> None:
    turn(app.page, "naslag/over/")
    link = app.page.locator("#kmop-reading a[href^='data:text/plain']")
    with app.page.expect_download() as waiting:
        link.click()

    assert waiting.value.path().read_bytes() == (SITE / LICENCES).read_bytes()
    assert "Mozilla Public License" in waiting.value.path().read_text("utf-8")


def test_it_asks_nothing_of_anybody(app: AssessmentPage, watch: Watch) -> None:
    app.answer("profile.provider_kind", "private")
    app.page.reload()
    app.wait()

    assert {url.partition(":")[0] for url in watch.requests} <= {"file", "blob", "data"}
    files = {url for url in watch.requests if url.startswith("file:")}
    assert files <= {SINGLE.as_uri(), SINGLE_ADDRESS + "zelftoets/"}


def test_answers_are_kept_and_saved_as_on_the_site(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    app.wait_until_kept()
    before = app.saved()

    app.page.reload()
    app.wait()

    assert app.saved() == before


@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_taken_along(app: AssessmentPage, kind: str) -> None:
    app.answer("profile.provider_kind", "private")

    with app.page.expect_download() as waiting:
        app.press(f'.kmop-take [data-take="{kind}"]')

    assert Path(waiting.value.path()).stat().st_size > 0


def test_every_page_of_the_guide_is_in_it(app: AssessmentPage) -> None:
    pages = {path.parent.relative_to(SITE).as_posix() for path in {*SITE.rglob("index.html")} - MOVED}
    linked = {address.removeprefix("../").strip("/") or "." for address in contents(app.page)}

    assert linked == pages


def test_links_lead_from_page_to_page_and_back_to_the_answers(app: AssessmentPage) -> None:
    page = app.page
    heading, here = page.locator("#kmop-reading h1"), page.locator("#kmop-contents [aria-current=page]")
    app.answer("profile.provider_kind", "private")
    turn(page, "naslag/kostprijs/")
    expect(heading).to_contain_text("Wat kost de audit?")
    expect(here).to_have_attribute("href", "../naslag/kostprijs/")

    page.locator("#kmop-reading .kmop-checked a").click()
    expect(heading).to_contain_text("Over deze gids")
    page.go_back()
    expect(heading).to_contain_text("Wat kost de audit?")
    turn(page, "naslag/norm/activiteit/")
    expect(here).to_have_attribute("href", "../naslag/norm/activiteit/")
    turn(page, "zelftoets/")

    expect(app.radio("profile.provider_kind", "private")).to_be_visible()
    assert app.radio("profile.provider_kind", "private").is_checked()


@pytest.mark.parametrize("page", ["situatie/opleiding/", pytest.param("audit/kostprijs/", marks=pytest.mark.attack)])
def test_axe_finds_nothing_on_a_page_in_it(app: AssessmentPage, page: str) -> None:
    """Its pages are wider than those of the site, so that other links stand beside each other."""
    turn(app.seen(LAPTOP).page, page)

    assert found_by_axe(app.page) == []


def test_no_link_leads_nowhere(app: AssessmentPage) -> None:
    """Every link within the guide names a page and a place that are in the file."""
    app.page.evaluate("location.hash = '#/naslag/klachten/'")  # the pages are unpacked when the first is asked for
    app.page.wait_for_selector("#kmop-reading h1")
    found = app.page.evaluate(
        """() => {
            const home = document.getElementById('kmop-assessment')
            const templates = [...document.querySelectorAll('template[data-page]')]
            const all = new Map(templates.map(e => [e.dataset.page, e.content]))
            all.set('zelftoets/', home)
            const lost = []
            for (const [page, content] of all) for (const link of content.querySelectorAll('a[href]')) {
                const url = new URL(link.getAttribute('href'), 'https://guide.invalid/' + page)
                if (url.origin !== 'https://guide.invalid' || link.closest('.kmop-site-only')) continue
                if (link.matches('[data-view-link]')) continue // the whole of the page, and no place on it
                const target = all.get(decodeURIComponent(url.pathname.slice(1)))
                const place = decodeURIComponent(url.hash.slice(1))
                // Answers in an address lead to no place.
                const carries = page !== 'zelftoets/' && place.startsWith('antwoorden=')
                    || url.pathname.startsWith('/situatie/') && place.includes('=')
                const isThere = target && (!place || carries || target.querySelector('#' + CSS.escape(place)))
                if (!isThere) lost.push(page + ' > ' + link.getAttribute('href'))
            }
            return lost
        }"""
    )

    assert json.dumps(found) == "[]"


def test_an_example_opens_in_the_same_file(app: AssessmentPage) -> None:
    page = app.page
    app.answer("profile.provider_kind", "private")
    turn(page, "naslag/voorbeelden/")

    page.locator("#kmop-reading #example-public-school ~ .kmop-example-open a").first.click()
    app.question.locator("[value=yes]").click()
    page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    app.wait()

    assert app.saved()["title"] == "Een school als publieke dienstverlener"


def test_a_term_explains_itself(app: AssessmentPage) -> None:
    turn(app.page, "naslag/klachten/")
    term = app.page.locator("#kmop-reading a.kmop-term").first
    meaning = app.page.locator("#" + (term.get_attribute("aria-describedby") or "")).text_content() or ""

    term.focus()

    expect(app.page.locator(".kmop-tip")).to_have_text(meaning)


def test_a_touch_explains_a_term_before_it_follows_it_and_no_meaning_outlives_its_page(app: AssessmentPage) -> None:
    turn(app.page, "naslag/klachten/")
    tip, term = app.page.locator(".kmop-tip"), app.page.locator("#kmop-reading a.kmop-term").first
    for leads_to, is_shown in (("klachten", True), ("begrippen", False)):
        term.dispatch_event("pointerdown", {"pointerType": "touch"})
        term.dispatch_event("click", {"detail": 1})
        expect(tip).to_be_visible(visible=is_shown)
        assert leads_to in app.page.evaluate("location.hash")

    app.page.evaluate("location.hash = '#/naslag/klachten/'")
    term.focus()
    expect(tip).to_be_visible()
    app.page.evaluate("location.hash = '#/naslag/kostprijs/'")
    expect(tip).to_be_hidden()


def test_a_damaged_address_still_leads_to_its_page(app: AssessmentPage) -> None:
    app.page.evaluate("location.hash = '#/naslag/kostprijs/#100%'")

    expect(app.page.locator("#kmop-reading h1")).to_contain_text("Wat kost de audit?")


def test_the_practice_test_is_taken_and_kept_on_request(app: AssessmentPage) -> None:
    """Also after the page has been left and opened anew."""
    page = app.page
    turn(page, "naslag/oefentest/")
    page.locator("#kmop-quiz-keep").check()
    page.get_by_role("button", name=MESSAGES["pages.quiz.begin"]).click()
    right = page.locator("#kmop-quiz-question input[data-right]")
    for box in right.all():
        box.check()
    page.locator("#kmop-quiz-next").click()
    expect(page.locator("#kmop-quiz-verdict")).to_have_text(MESSAGES["quiz.verdict.right"])

    turn(page, "naslag/klachten/")
    turn(page, "naslag/oefentest/")
    page.locator("[data-quiz=resume]").click()

    expect(page.locator("#kmop-quiz-place")).to_contain_text("Vraag 2")


def test_what_held_on_a_day_shows(app: AssessmentPage) -> None:
    turn(app.page, "naslag/wijzigingen/")
    shown = app.page.locator("[data-then] li[data-about]:not([hidden])")
    expect(shown).not_to_have_count(0)
    before = shown.count()

    app.page.locator("[data-then] input[type=date]").fill("2016-06-01")

    expect(app.page.locator(".kmop-then-status")).not_to_be_empty()
    assert 0 < shown.count() < before
