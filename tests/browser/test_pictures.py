"""The pictures of the result and the figures on whether it is worth it, as a candidate meets them."""

from typing import Any

import pytest

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import found_by_axe
from tests.browser.page_states import worked_example

# How far a bar may stand beside its frame, for rounding, and for what is too short to be seen.
A_PIXEL = 1.5
SEEN = 5
# Each picture with what is drawn in it, and within which frame.
DRAWN = [
    ("requirements", ".kmop-heat__cell", ".kmop-heat"),
    ("timeline", ".kmop-gantt__bar, .kmop-gantt__width, .kmop-gantt__mark", ".kmop-gantt__lanes"),
    ("cost", ".kmop-price__bar > span", ".kmop-price__bar"),
]


@pytest.fixture
def renewed(app: AssessmentPage) -> AssessmentPage:
    """The result of a registration that ends in a while."""
    app.answer("profile.provider_kind", "private")
    app.answer("profile.application", "renewal")
    return app


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(("section", "drawn", "frame"), DRAWN)
def test_a_picture_shows_as_it_comes_and_is_drawn_within_its_frame(
    renewed: AssessmentPage, section: str, drawn: str, frame: str, width: int
) -> None:
    renewed.seen((width, 800))
    picture = renewed.page.locator(f"[data-section={section}] .kmop-picture")
    within = picture.locator(frame).bounding_box()
    assert within is not None
    boxes = [each.bounding_box() for each in picture.locator(drawn).all()]
    assert len(boxes) > 2
    for box in boxes:
        assert box is not None
        assert within["x"] - A_PIXEL <= box["x"]
        assert box["x"] + box["width"] <= within["x"] + within["width"] + SEEN
    assert not renewed.scrolls_sideways()


@pytest.mark.parametrize("section", ["requirements", "timeline", "cost"])
def test_a_picture_has_its_table_folded_below(renewed: AssessmentPage, section: str) -> None:
    picture = renewed.page.locator(f"[data-section={section}] .kmop-picture")
    table = picture.locator("table")
    assert not table.is_visible()
    picture.get_by_text("Toon dit als tabel").press("Enter")
    assert table.is_visible()
    assert table.locator("tbody tr").count() > 2


def test_a_cell_of_the_heat_map_leads_to_the_question_about_its_point(renewed: AssessmentPage) -> None:
    cell = renewed.page.locator(".kmop-heat a").first
    address = cell.get_attribute("href")
    cell.click()
    assert renewed.page.evaluate("location.hash") == address
    assert renewed.page.locator(f'[id="{str(address)[1:]}"]').is_visible()


def test_a_row_of_the_heat_map_is_one_stop_and_the_arrows_go_through_it(renewed: AssessmentPage) -> None:
    row = renewed.page.locator(".kmop-heat__row").first
    assert row.locator("a[tabindex='0']").count() == 1
    row.locator("a").first.focus()
    renewed.page.keyboard.press("ArrowRight")
    assert row.locator("a").nth(1).evaluate("each => each === document.activeElement && each.tabIndex === 0")
    assert renewed.page.locator(".kmop-heat .kmop-arrows").is_visible()


def test_a_button_leads_past_a_part_to_the_next(renewed: AssessmentPage) -> None:
    part = renewed.page.locator("details[data-section=requirements]")
    part.locator(":scope > summary").focus()
    renewed.page.keyboard.press("Tab")
    box = part.locator(":scope > .kmop-skip:focus").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    renewed.page.keyboard.press("Enter")
    assert part.evaluate("each => each.nextElementSibling.querySelector('summary') === document.activeElement")


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.attack), "dark"])
def test_axe_finds_nothing_in_the_pictures_and_their_tables(app: AssessmentPage, scheme: Any) -> None:
    app.open(worked_example())
    app.seen((375, 800), color_scheme=scheme)
    app.page.locator(".kmop-picture > details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert found_by_axe(app.page, ".kmop-picture") == []


def test_own_figures_change_whether_it_is_worth_it_and_are_saved_as_given(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    before = app.page.inner_text("[data-section=worth]")
    app.type("worth.price", "500")
    app.page.keyboard.press("Tab")
    app.wait()
    app.page.wait_for_function(
        "before => document.querySelector('[data-section=worth]').innerText !== before", arg=before
    )
    assert app.saved()["worth"] == {"price": 500}


def test_what_is_assumed_is_never_filled_in_for_the_candidate(app: AssessmentPage) -> None:
    assert "worth" not in app.saved()
    figures = app.page.locator("[name^='worth.'][data-number]").evaluate_all("all => all.map(e => e.value)")
    assert figures
    assert not any(figures)
