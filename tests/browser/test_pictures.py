"""The pictures of the result and the figures on whether it is worth it, as a candidate meets them."""

import pytest

from tests.browser.assessment_page import AssessmentPage

# How far a bar may stand beside its track, for rounding.
A_PIXEL = 1.5


@pytest.mark.parametrize("section", ["requirements", "cost", "timeline"])
def test_every_bar_is_drawn_within_its_track_and_says_its_figure(app: AssessmentPage, section: str) -> None:
    app.answer("profile.provider_kind", "private")
    picture = app.page.locator(f"[data-section={section}] .kmop-picture")
    picture.evaluate("e => { for (let d = e; d; d = d.parentElement?.closest('details')) d.open = true }")
    rows = picture.locator("tr:has(.kmop-picture__track)")
    assert rows.count() > 2
    for row in rows.all():
        track, bar = (row.locator(f".kmop-picture__{part}").bounding_box() for part in ("track", "bar"))
        assert track is not None
        assert bar is not None
        assert track["x"] - A_PIXEL <= bar["x"]
        assert bar["x"] + bar["width"] <= track["x"] + track["width"] + 8
        assert row.locator("th").inner_text()
        assert row.locator(".kmop-picture__text").inner_text()


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
