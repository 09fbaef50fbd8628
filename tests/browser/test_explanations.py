"""What stands behind each conclusion: a reader unfolds it, and follows it to the question in the form."""

from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import NORM, REQUIREMENTS, checks_of

POINTS = {name: check for each in NORM["requirements"].values() for name, check in each["checks"].items()}
DECIDING = [name for name, check in POINTS.items() if "tip_because" not in check][-1]
"""The last point that is no tip."""
WEAK = {"conformity": "T", "demonstrability": "B"}


PROFILE = {"provider_kind": "private", "application": "first", "starter": False, "services": ["training"]}
# A candidate who is good but for one point.
ANSWERS: dict[str, Any] = {
    "format": "kmop-answers/1",
    "profile": PROFILE,
    "checks": {name: {"conformity": "V", "demonstrability": "V"} for name in checks_of()} | {DECIDING: WEAK},
}
TITLE = POINTS[DECIDING]["title"]["nl"]
REQUIREMENT = NORM["requirements"][REQUIREMENTS[-1]]


def unfold(fold: Locator) -> Locator:
    """Open a fold by keyboard, and wait for what it holds."""
    fold.locator("> summary").press("Enter")
    content = fold.locator("> .kmop-why__content")
    content.wait_for()
    return content


@pytest.fixture
def ready(app: AssessmentPage) -> AssessmentPage:
    """The page with the result of that candidate."""
    app.open(ANSWERS)
    return app


def test_a_conclusion_unfolds_to_its_grounds_and_follows_the_answers(ready: AssessmentPage) -> None:
    page, title = ready.page, REQUIREMENT["title"]["nl"]
    top = unfold(page.locator("[data-section=outcome] > details.kmop-why"))
    strict = unfold(top.locator('details[data-why="outcome strict"]'))
    assert f"{title}: niet geslaagd" in strict.inner_text()
    requirement = unfold(strict.locator(f'details[data-why="requirement {REQUIREMENTS[-1]}"]'))
    assert TITLE in requirement.inner_text()

    ready.answer(f"checks.{DECIDING}.demonstrability", "T")

    requirement.get_by_text("Alle punten volstaan").first.wait_for()
    assert requirement.is_visible()
    assert f"{title}: geslaagd" in strict.inner_text()


def test_what_is_left_to_do_has_its_mark_beside_it(ready: AssessmentPage) -> None:
    mark = ready.page.locator(".kmop-report__headline ~ details.kmop-why")
    assert "aandachtspunten ingevuld" in unfold(mark).inner_text()
    assert ready.page.locator(".kmop-report > details.kmop-why").count() == 0


def test_documents_stand_under_who_asks_for_them(ready: AssessmentPage) -> None:
    headings = ready.page.locator("[data-section=documents] > h4").all_text_contents()

    assert headings[0] == "De overheid vraagt dit"
    assert len(headings) == len(set(headings)) > 1
    first = ready.page.locator("[data-section=documents] > h4 + ul").first
    assert first.locator("> li").count() > 1


def test_what_a_line_within_a_mark_holds_needs_no_second_fold(app: AssessmentPage) -> None:
    # So that one score less makes a difference.
    app.open(ANSWERS | {"checks": {name: {"conformity": "T", "demonstrability": "T"} for name in checks_of()}})
    mark = app.page.locator("[data-line=tipping] > details.kmop-why")
    mark.locator("> summary").press("Enter")

    pulls = mark.locator("[data-line^=tipping-] > ul > li")
    assert pulls.count() > 0
    assert pulls.first.is_visible()


def test_what_is_unfolded_stays_that_conclusions_when_other_answers_are_opened(ready: AssessmentPage) -> None:
    top = unfold(ready.page.locator("[data-section=outcome] > details.kmop-why"))
    strict = unfold(top.locator('details[data-why="outcome strict"]'))
    for step in strict.locator("> ol > li > details.kmop-why").all()[:3]:
        unfold(step)
    unfolded = "all => all.map(each => each.dataset.why)"
    before = ready.page.locator("#kmop-view details.kmop-why[open]").evaluate_all(unfolded)

    ready.open(ANSWERS | {"profile": PROFILE | {"starter": True}, "checks": {}})

    after = ready.page.locator("#kmop-view details.kmop-why[open]")
    assert set(after.evaluate_all(unfolded)) <= set(before)
    assert after.locator("> p").count() == 0


def test_a_line_has_one_mark_at_most_and_no_other_fold(ready: AssessmentPage) -> None:
    lines = ready.page.locator(".kmop-section > .kmop-lines > .kmop-line")
    folds = lines.evaluate_all(
        "all => all.map(each => each.querySelectorAll(':scope > details, :scope > p > details').length)"
    )
    assert len(folds) > 50
    assert set(folds) == {1}


def test_the_switch_shows_all_that_we_know_it_by_and_folds_it_again(ready: AssessmentPage) -> None:
    marks = ready.page.locator(".kmop-section > .kmop-lines > .kmop-line > details.kmop-why")
    switch = ready.page.get_by_label("Toon overal hoe we dit weten")
    assert not marks.evaluate_all("all => all.some(each => each.open)")
    switch.check()
    ready.page.wait_for_function(
        "[...document.querySelectorAll('.kmop-section > .kmop-lines > .kmop-line > [data-why]')]"
        ".every(e => e.querySelector('.kmop-why__content'))"
    )
    assert marks.evaluate_all("all => all.every(each => each.open)")
    # What stands within a mark is unfolded by whoever wants still more.
    assert ready.page.locator("details.kmop-why details.kmop-why[open]").count() == 0
    switch.uncheck()
    assert not marks.evaluate_all("all => all.some(each => each.open)")


def test_a_price_unfolds_to_its_parts(ready: AssessmentPage) -> None:
    content = unfold(ready.page.locator('[data-section=cost] > details[data-why="total cost"]'))
    assert content.locator("ol > li").count() > 5
    assert "onze schatting" in content.inner_text()


def test_what_lifts_the_result_leads_to_its_question(ready: AssessmentPage) -> None:
    page = ready.page
    line = page.locator("[data-line=tipping]")
    assert TITLE in line.locator("> .kmop-line__text").inner_text()
    line.locator("> details > summary").click()
    point = line.locator(f"[data-line={DECIDING}]").first
    assert "‘toereikend’ voor beide scores" in point.inner_text()

    point.locator(".kmop-line__ask a").click()

    assert page.evaluate("location.hash") == f"#checks.{DECIDING}"
    assert page.locator(f'[id="checks.{DECIDING}"]').evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_every_link_to_a_question_leads_to_one(ready: AssessmentPage) -> None:
    for section in ("actions", "documents", "eligibility"):
        links = ready.page.locator(f"[data-section={section}] .kmop-line__ask a")
        assert links.count() > 0
        for address in links.evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            assert ready.page.locator(f'[id="{address[1:]}"][data-field]').count() == 1, address
