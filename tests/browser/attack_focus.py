"""Somebody goes through every kind of page with the Tab key, forward and back, in every size: no bar hides where."""

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.built_pages import kinds_of_pages
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.tab_walk import BACK, sized, still, walked

SIZES = [(375, 667), (1280, 720), (1280, 900)]
KEYS = ["Tab", BACK]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("shown", kinds_of_pages(), indirect=True, scope="module")
def test_no_bar_hides_where_the_keyboard_is(shown: Page, size: tuple[int, int], key: str) -> None:
    shown.emulate_media(reduced_motion="reduce")
    met = walked(sized(shown, size), key)

    assert (still(met["unseen"]), met["left"]) == ([], True)
    assert len(met["stops"]) > 5


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_bar_hides_where_the_keyboard_is_in_the_self_assessment(
    app: AssessmentPage, size: tuple[int, int], key: str
) -> None:
    app.answer(f"checks.{FIRST_CHECK}.flagged", "true")
    met = walked(app.seen(size, reduced_motion="reduce").page, key)

    assert (still(met["unseen"]), met["left"]) == ([], True)
    assert len(met["stops"]) > 100
