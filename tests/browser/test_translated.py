"""A page that the browser translates: all that is drawn follows the answers, and stays as the reader left it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.chromium import VISITOR
from tests.browser.norm_ids import FIRST_CHECK, LAST_CHECK, REQUIREMENTS, checks_of

TRANSLATORS = Path(__file__).with_name("translators.js").read_text(encoding="utf-8")
PROFILE: dict[str, Any] = {
    "provider_kind": "private",
    "application": "first",
    "starter": False,
    "services": ["training"],
}
BEST, WORST = ({"conformity": score, "demonstrability": score} for score in "VB")


def document(title: str, score: dict[str, str], checks: list[str], profile: dict[str, Any]) -> dict[str, Any]:
    """Answers that show something in every place that is drawn."""
    return EMPTY | {
        "title": title,
        "profile": PROFILE | profile,
        "checks": dict.fromkeys(checks_of(), score)
        | {name: score | {"flagged": True, "review": True} for name in checks},
        "scenarios": [{"title": f"{title} als", "profile": {"starter": True}}],
        "appendix": [{"id": f"old-{title}", "version": "1", "answer": title}],
    }


BEFORE = document("Vroeger", BEST, [FIRST_CHECK], {"hourly_rate": "150", "hours": "20"})
AFTER = document("Later", WORST, [LAST_CHECK], {"hourly_rate": "250"})
WHY = f'details[data-why="requirement {REQUIREMENTS[0]}"]'
# Every place that is drawn while the page is used; dialogs are drawn once.
PLACES = {
    "the result": "#kmop-view",
    "an unfolded calculation": f"#kmop-view {WHY}",
    "what if": "#wat-als",
    "what is kept": "#kmop-work b, #kmop-work summary",
    "flagged questions": "#kmop-flagged li",
    "questions to look at again": "#kmop-review li",
    "answers put aside": ".kmop-appendix",
    "the list of answers": "#kmop-given",
    "notices": "#kmop-notices",
    "mistakes": ".kmop-errors",
}


@pytest.fixture(scope="module")
def reference(browser: Browser, site_url: str) -> Iterator[dict[str, str]]:
    """What stands in each place of a page that nobody translates."""
    context = browser.new_context(**VISITOR)
    yield used(AssessmentPage(context.new_page(), site_url))
    context.close()


@pytest.fixture(scope="module", params=[pytest.param("fonts", marks=pytest.mark.attack), "texts"])
def translated(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The same of a page that a translator of this kind works on, once it is done."""
    context = browser.new_context(**VISITOR)
    yield used(AssessmentPage(context.new_page(), site_url), request.param)
    context.close()


def used(app: AssessmentPage, translator: str | None = None) -> dict[str, str]:
    """Answer one way, turn the translator on, answer another way, and read what stands there."""
    page = app.page
    app.sit_down().open(BEFORE)
    page.evaluate(TRANSLATORS)
    unfold_why(page)
    mistake(app, "0")
    if translator:
        page.evaluate("way => startTranslator(way)", translator)
        wait_for_translation(page, "#kmop-view", "#wat-als", "#kmop-keeping", ".kmop-errors", "#kmop-notices")
    mistake(app, "2")
    app.open(AFTER)
    mistake(app, "100001")
    page.wait_for_function("selector => untranslatedText(selector).includes('lager')", arg="#wat-als")
    if translator:
        wait_for_translation(page, *PLACES.values())
    found = {name: page.evaluate("selector => untranslatedText(selector)", where) for name, where in PLACES.items()}
    return found | {"what is typed": typed_in_the_middle(page)}


def typed_in_the_middle(page: Page) -> str:
    """Type into a field that is drawn anew at each key."""
    page.focus("#what-if-0-title")
    page.keyboard.press("Home")
    page.keyboard.type("Veel l")
    return str(page.evaluate("document.activeElement.value"))


def unfold_why(page: Page) -> None:
    page.locator(f"#kmop-view {WHY}").first.evaluate("fold => { fold.open = true }")
    page.locator(f"#kmop-view {WHY} .kmop-why__content").wait_for()


def mistake(app: AssessmentPage, people: str) -> None:
    app.type("profile.deployed_people", people)
    app.page.keyboard.press("Tab")
    app.page.locator(".kmop-errors").wait_for(state="detached" if people == "2" else "attached")


def wait_for_translation(page: Page, *places: str) -> None:
    for place in places:
        page.wait_for_function("selector => isTranslated(selector)", arg=place)


@pytest.mark.parametrize("place", [*PLACES, "what is typed"])
def test_a_translated_page_says_what_an_untranslated_one_says(
    place: str, reference: dict[str, str], translated: dict[str, str]
) -> None:
    assert reference[place]
    assert translated[place] == reference[place]


def test_a_page_that_nobody_translates_is_updated_in_place(app: AssessmentPage) -> None:
    """The page takes none of its own changes for those of a translator."""
    page = app.page
    page.evaluate("window.drawn = document.querySelectorAll('.kmop-report, #kmop-keeping button')")
    app.answer("profile.provider_kind", "private")
    app.type("profile.deployed_people", "0")
    page.keyboard.press("Tab")
    page.locator(".kmop-errors").wait_for()
    app.type("profile.deployed_people", "2")
    page.locator(".kmop-errors").wait_for(state="detached")
    app.answer(f"checks.{FIRST_CHECK}.flagged", "true")
    app.save()

    assert page.evaluate("drawn.length") > 2
    assert page.evaluate("[...drawn].every((each) => each.isConnected)")
    page.evaluate("delete window.drawn")
