"""From the guide into the self-assessment: ways and examples open there, beside what the visitor has already."""

import pytest
from playwright.sync_api import Page

from guide.loader import load_norm
from tests.browser.desk import Desk
from tests.pages.conftest import ROOT

EXAMPLE = "example-three-sites-iso-9001"


@pytest.fixture(scope="module")
def norm() -> dict[str, object]:
    norm = load_norm(ROOT / "norm").norm
    assert norm is not None
    return norm


def follow(desk: Desk, address: str) -> Desk:
    """Go to a page of the guide, open what it offers in the self-assessment, and say yes there."""
    site = desk.address.removesuffix("zelftoets/")
    desk.page.goto(site + address)
    desk.page.click(".kmop-way-open a")
    desk.wait()
    desk.question.locator("[value=yes]").click()
    desk.page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return desk.wait()


def test_an_example_opens_exactly_as_it_is_beside_the_visitors_own_work(desk: Desk, norm: dict[str, dict]) -> None:  # type: ignore[type-arg]
    example = norm["examples"][EXAMPLE]
    page = desk.page
    desk.answer("profile.provider_kind", "public")
    desk.wait_until_kept()

    follow(desk, f"voorbeelden/{example['page']['nl']}/")

    assert desk.saved() == {**example["answers"], "norm": {"id": norm["id"], "version": norm["version"]}}
    assert "antwoorden=" not in page.url
    desk.on_date(example["date"])
    desk.wait()
    shown = desk.result
    assert "waarschijnlijk voorwaardelijk. Streng gelezen negatief" in shown
    page.eval_on_selector("#kmop-work", "e => e.open = true")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="Zelftoets zonder naam").filter(has_text="nu open").wait_for()
    desk.wait()
    assert desk.saved()["profile"] == {"provider_kind": "public"}


def test_a_way_is_chosen_by_keyboard_alone_and_goes_on_in_the_self_assessment(desk: Desk) -> None:
    page = desk.page
    page.goto(desk.address.removesuffix("zelftoets/"))
    page.locator(".kmop-chooser summary").first.focus()
    for key in ("Enter", "Tab", "Enter", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)

    page.wait_for_url("**/wegen/starter-opleiding/")
    follow(desk, "wegen/starter-opleiding/")

    assert desk.radio("profile.starter", "true").is_checked()
    assert desk.saved()["title"] == "Starten met opleiding"


def test_only_one_answer_of_a_question_stands_open(page: Page, site_url: str) -> None:
    page.goto(site_url)
    folds = page.locator(".kmop-chooser > .kmop-fork > li > details")

    folds.nth(0).locator("summary").first.click()
    folds.nth(2).locator("summary").first.click()

    assert folds.evaluate_all("all => all.map(each => each.open)") == [False, False, True, False]
