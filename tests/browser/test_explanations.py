"""What stands behind each conclusion: a reader unfolds it, and follows it to the question in the form."""

from typing import Any

import pytest
from playwright.sync_api import Locator

from guide.loader import load_norm
from guide.paths import ROOT
from tests.browser.assessment_page import AssessmentPage

WEAK = {"conformity": "T", "demonstrability": "B"}


def answers(norm: dict[str, Any]) -> dict[str, Any]:
    """A candidate who is good but for one point."""
    checks = {name: {"conformity": "V", "demonstrability": "V"} for name in checks_of(norm)} | {"SAT-4": WEAK}
    profile = {"provider_kind": "private", "application": "first", "starter": False, "services": ["training"]}
    return {"format": "kmop-answers/1", "profile": profile, "checks": checks}


def checks_of(norm: dict[str, Any]) -> list[str]:
    return [name for entry in norm["requirements"].values() for name in entry["checks"]]


def unfold(fold: Locator) -> Locator:
    """Open a fold by keyboard, and wait for what it holds."""
    fold.locator("> summary").press("Enter")
    content = fold.locator("> .kmop-why__content")
    content.wait_for()
    return content


@pytest.fixture
def ready(app: AssessmentPage) -> AssessmentPage:
    """The page with the result of that candidate."""
    norm = load_norm(ROOT / "norm").norm
    assert norm is not None
    app.open(answers(norm))
    return app


def test_a_conclusion_unfolds_to_its_grounds_and_follows_the_answers(ready: AssessmentPage) -> None:
    page = ready.page
    top = unfold(page.locator(".kmop-report > details.kmop-why"))
    strict = unfold(top.locator('details[data-why="outcome strict"]'))
    assert "Klantentevredenheid: niet geslaagd" in strict.inner_text()
    requirement = unfold(strict.locator('details[data-why="requirement satisfaction"]'))
    assert "SAT-4" in requirement.inner_text()

    ready.answer("checks.SAT-4.demonstrability", "T")

    requirement.get_by_text("Elk van de 4 punten volstaat").first.wait_for()
    assert requirement.is_visible()
    assert "Klantentevredenheid: geslaagd" in strict.inner_text()


def test_a_price_unfolds_to_its_parts(ready: AssessmentPage) -> None:
    content = unfold(ready.page.locator('[data-section=cost] > details[data-why="total cost"]'))
    assert content.locator("ol > li").count() > 5
    assert "eigen inschatting" in content.inner_text()


def test_what_lifts_the_result_leads_to_its_question(ready: AssessmentPage) -> None:
    page = ready.page
    line = page.locator("[data-line=tipping]")
    assert "SAT-4" in line.locator("> .kmop-line__text").inner_text()
    line.locator("> details > summary").click()
    point = line.locator("[data-line=SAT-4]").first
    assert "van T/B naar T/T" in point.inner_text()

    point.locator(".kmop-line__ask a").click()

    assert page.evaluate("location.hash") == "#checks.SAT-4"
    assert page.locator('[id="checks.SAT-4"]').evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_every_link_to_a_question_leads_to_one(ready: AssessmentPage) -> None:
    for section in ("actions", "documents", "eligibility"):
        links = ready.page.locator(f"[data-section={section}] .kmop-line__ask a")
        assert links.count() > 0
        for address in links.evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            assert ready.page.locator(f'[id="{address[1:]}"][data-field]').count() == 1, address
