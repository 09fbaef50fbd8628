"""Five people come with a question and walk through the whole product: what each of them must meet on the way."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage
from tests.browser.norm_ids import REQUIREMENTS

PHONE = {"width": 375, "height": 812}
TRAINER = ("Ik ben nog niet geregistreerd", "Opleiding", "Ja")
TODAY = "2026-11-28"
FIRST = "#resultaat .kmop-summary"
HEIGHTS_TO = "(e => (e.getBoundingClientRect().bottom + scrollY) / innerHeight)"


@pytest.fixture
def phone(new_page: NewPage, site_url: str) -> Page:
    """A phone that shows Start."""
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(site_url)
    return page


def tap(page: Page, *choices: str) -> None:
    """Choose on Start who one is, one tap for each choice."""
    for choice in choices:
        title = page.locator(".kmop-fork-title", has_text=re.compile(f"^{choice}$")).locator("visible=true")
        title.first.click()


def into_the_assessment(page: Page, site: str) -> AssessmentPage:
    """Go on from the page of a situation with what it knows."""
    page.locator("article a[href*='zelftoets/#antwoorden']").first.click()
    return AssessmentPage(page, site)


def first_screen(app: AssessmentPage) -> str:
    """What the first screen of the result says."""
    app.go_to("resultaat")
    return app.page.locator(FIRST).inner_text()


def scanned(app: AssessmentPage, score: str) -> None:
    for requirement in REQUIREMENTS:
        for dimension in ("conformity", "demonstrability"):
            app.answer(f"scan.{requirement}.{dimension}", score)


# A trainer who works alone, with an ISO certificate


def test_three_taps_lead_a_trainer_to_price_time_and_documents(phone: Page) -> None:
    assert len(TRAINER) <= 3
    tap(phone, *TRAINER)

    article = phone.locator("article")
    expect(article.locator("h1")).to_contain_text("Opleiding")
    first = article.locator("p", has_text=re.compile(r"(weken|maanden) en ongeveer [\d.]+ euro")).first
    assert first.evaluate(HEIGHTS_TO) <= 1
    expect(article.locator("h2", has_text="documenten").first).to_be_visible()
    phone.locator(".kmop-narrow summary").click()
    phone.locator("#kmop-narrow input[name=certificaat][value=iso-9001]").check()
    expect(article.locator("li:visible", has_text="certificaat").first).to_be_visible()


def test_a_scan_tells_a_trainer_something_else_than_no_answers_do(phone: Page, site_url: str) -> None:
    tap(phone, *TRAINER)
    app = into_the_assessment(phone, site_url).wait()
    app.on_date(TODAY)
    told = [first_screen(app)]
    for score in ("T", "B"):
        scanned(app, score)
        told.append(first_screen(app))

    assert len(set(told)) == 3
    assert "0 van de" not in told[-1]
    cards = app.page.locator(f"{FIRST} .kmop-summary__card")
    assert [text.split("\n")[0] for text in cards.all_inner_texts()] == ["Dit eerst", "Tijd", "Geld"]


def test_who_comes_back_is_welcomed_and_led_on(phone: Page, site_url: str) -> None:
    tap(phone, *TRAINER)
    app = into_the_assessment(phone, site_url).wait()
    scanned(app, "G")
    app.wait_until_kept()

    phone.goto(site_url)
    phone.goto(f"{site_url}zelftoets/")

    expect(phone.locator(".kmop-notice")).to_contain_text("Welkom terug")


# A starter who advises on cybersecurity, on a slow line


@pytest.fixture
def slow(phone: Page) -> tuple[Page, list[Route]]:
    """A phone to which the rules come only when the test lets them."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    phone.route("**/rules.zip", hold)
    return phone, held


def test_answers_from_a_page_are_there_before_the_rules_and_nothing_covers_what_one_does(
    slow: tuple[Page, list[Route]], site_url: str
) -> None:
    page, held = slow
    page.goto(f"{site_url}situatie/starter/")
    app = into_the_assessment(page, site_url)
    expect(app.radio("profile.starter", "true")).to_be_checked()

    app.radio("profile.legal_form", "natural_person").evaluate("each => each.click()")
    assert held
    for route in held:
        route.continue_()
    app.wait()

    assert page.locator("dialog[open]").count() == 0
    expect(app.radio("profile.legal_form", "natural_person")).to_be_checked()
    expect(app.radio("profile.starter", "true")).to_be_checked()


def test_no_registration_runs_before_there_is_one(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}situatie/starter/")
    app = into_the_assessment(phone, site_url).wait()
    app.on_date(TODAY)

    told = app.page.locator('[data-section="timeline"]').inner_text()

    assert not re.search(r"\bloopt\b", told)


# A school


def test_a_school_reads_first_that_it_needs_no_audit(phone: Page) -> None:
    phone.goto(f"{phone.url}situatie/school/")

    told = phone.locator("article :is(p, h1, h2, strong)", has_text=re.compile("geen audit", re.IGNORECASE)).first
    assert told.evaluate(HEIGHTS_TO) <= 1


def test_a_school_meets_nothing_of_audits_in_its_result(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}situatie/school/")
    app = into_the_assessment(phone, site_url).wait()
    app.go_to("resultaat")

    told = app.page.locator("#resultaat").inner_text()

    assert "U hebt geen audit nodig" in told
    assert not re.search(r"auditbureau kan|scenario|gedelibereerd|extra klanten", told)
    take = app.page.locator(".kmop-take-along")
    expect(take.locator("[data-take=folder]")).to_be_hidden()
    expect(take.locator("[data-take=plan]")).to_be_visible()


# A provider whose registration ends, after a conditional result

RENEWAL: dict[str, Any] = {
    "provider_kind": "private",
    "application": "renewal",
    "services": ["training"],
    "follow_up_pending": True,
    "dates": {"registered": "2022-04-28", "registration_end": "2027-04-28", "result_communicated": "2026-06-15"},
}


def test_a_renewal_after_a_conditional_result_keeps_both_terms_in_sight(app: AssessmentPage) -> None:
    app.on_date(TODAY)
    app.open({"format": "kmop-answers/1", "profile": RENEWAL})

    first = first_screen(app.step_by_step())

    assert "28 april 2027" in first
    assert "15 juni 2027" in first


def test_a_renewal_hears_whether_there_is_time_left(app: AssessmentPage) -> None:
    app.on_date(TODAY)
    app.open({"format": "kmop-answers/1", "profile": RENEWAL})
    app.step_by_step().go_to("resultaat")

    heading = app.page.get_by_role("heading", name="Tijd", exact=True)
    time = app.page.locator(f"{FIRST} .kmop-summary__card", has=heading).inner_text()

    assert re.search(r"\bweken\b", time)
    assert "moest" not in app.page.locator("#resultaat").inner_text()
