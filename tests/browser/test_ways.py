"""From the guide into the self-assessment: ways and examples open there, beside what the visitor has already."""

from datetime import date

from playwright.sync_api import Page

from assessment import assess, present
from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import EXAMPLE, NORM


def follow(app: AssessmentPage, address: str, place: str = "") -> AssessmentPage:
    """Go to a page of the guide, open what it offers in the self-assessment, and say yes there."""
    site = app.address.removesuffix("zelftoets/")
    app.page.goto(site + address)
    app.page.locator(f"{place} .kmop-way-open a".strip()).first.click()
    app.wait()
    app.question.locator("[value=yes]").click()
    app.page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return app.wait()


def test_an_example_opens_exactly_as_it_is_beside_the_visitors_own_work(
    app: AssessmentPage, messages: dict[str, str]
) -> None:
    example = NORM["examples"][EXAMPLE]
    report = assess(NORM, example["answers"], date.fromisoformat(example["date"]))
    page = app.page
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()

    follow(app, f"naslag/voorbeelden/#{EXAMPLE}", f"#{EXAMPLE} ~")

    assert app.saved() == {**example["answers"], "norm": {"id": NORM["id"], "version": NORM["version"]}}
    assert "antwoorden=" not in page.url
    app.on_date(example["date"])
    app.wait()
    assert present(report, NORM, messages, {})["headline"] in app.result
    page.eval_on_selector("#kmop-work", "e => e.open = true")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="Zelftoets zonder naam").filter(has_text="nu open").wait_for()
    app.wait()
    assert app.saved()["profile"] == {"provider_kind": "public"}


def test_a_way_is_chosen_by_keyboard_alone_and_goes_on_in_the_self_assessment(app: AssessmentPage) -> None:
    page = app.page
    page.goto(app.address.removesuffix("zelftoets/"))
    page.locator(".kmop-chooser summary").first.focus()
    for key in ("Enter", "Tab", "Enter", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)

    page.wait_for_url("**/situatie/starter-opleiding/")
    follow(app, "situatie/starter-opleiding/")

    assert app.radio("profile.starter", "true").is_checked()
    assert app.saved()["title"] == "Starten met opleiding"


def test_only_one_answer_of_a_question_stands_open(page: Page, site_url: str) -> None:
    page.goto(site_url)
    folds = page.locator(".kmop-chooser > .kmop-fork > li > details")

    folds.nth(0).locator("summary").first.click()
    folds.nth(2).locator("summary").first.click()

    assert folds.evaluate_all("all => all.map(each => each.open)") == [False, False, True, False]
