"""Every page that the build made, as every reader may meet it: large, small, dark, zoomed in, by keyboard, scriptless.

axe-core looks at each page whole in light colours on a laptop, and at a page of each kind by the rules of colour in the
dark, and by all others on a phone. That no colour hangs on the width is tested with the states of the self-assessment,
whose page is looked at there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.built_pages import ASSESSMENT, GUIDE, PAGES, kinds_of_pages, page_within_a_part
from tests.browser.chromium import VISITOR
from tests.browser.form_helpers import LAPTOP, PHONE, found_by_axe
from tests.browser.tab_walk import BACK, sized, still, walked

COLOURS = ("color-contrast", "link-in-text-block")
ZOOMED = (320, 256)
# In place, which is faster than loading the page again: the theme's own way is to set these, from what was chosen.
DARK = "document.body.dataset.mdColorScheme = 'slate'"
LIGHT = "document.body.dataset.mdColorScheme = 'default'"
# What somebody reads and where they can go, whatever runs.
# What the practice test's panel asks is in the list of questions below it too, answers included; the questions that
# narrow a situation would do nothing.
SEEN = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, td, th, dt, dd, summary, a[href])')]
    .filter(each => each.checkVisibility())
    .filter(each => !each.closest('[hidden], noscript, #kmop-quiz, #kmop-texts, #kmop-files, .kmop-narrow'))
    .map(each => each.textContent.trim().replace(/\\s+/g, ' '))"""


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page whose scripts do not run."""
    with browser.new_context(**VISITOR, java_script_enabled=False) as context:
        yield context.new_page()


def found_in_the_dark(page: Page) -> list[Any]:
    page.evaluate(DARK)
    found = found_by_axe(page, rules=[*COLOURS])
    page.evaluate(LIGHT)
    return found


def test_the_build_made_pages() -> None:
    assert len(PAGES) > 20
    assert {"", ASSESSMENT, "404.html"} <= set(PAGES)


@pytest.mark.parametrize("shown", GUIDE, indirect=True, scope="module")
def test_axe_finds_nothing(shown: Page) -> None:
    assert found_by_axe(sized(shown, LAPTOP)) == []


@pytest.mark.parametrize("shown", kinds_of_pages(), indirect=True, scope="module")
def test_axe_finds_nothing_in_the_dark_or_on_a_phone(shown: Page) -> None:
    assert found_in_the_dark(sized(shown, LAPTOP)) == []
    assert found_by_axe(sized(shown, PHONE), off=COLOURS) == []


@pytest.mark.parametrize("shown", ["audit/", "teksten/"], indirect=True, scope="module")
def test_the_way_to_a_page_begins_where_its_title_does(shown: Page) -> None:
    places = sized(shown, LAPTOP).evaluate(
        "['.md-path__item', 'h1'].map(each => document.querySelector(each).getBoundingClientRect().left)"
    )

    assert places[0] == places[1]


def test_nothing_scrolls_sideways_when_zoomed_in(shown: Page) -> None:
    assert sized(shown, ZOOMED).evaluate("document.documentElement.scrollWidth") == ZOOMED[0]


@pytest.mark.parametrize("shown", GUIDE, indirect=True, scope="module")
def test_without_scripts_nothing_is_lost(shown: Page, scriptless: Page) -> None:
    with_scripts = sized(shown, LAPTOP).evaluate(SEEN)

    scriptless.goto(shown.url)
    without = set(scriptless.evaluate(SEEN))

    assert len(with_scripts) > 2
    assert [text for text in with_scripts if text not in without] == []


def test_without_scripts_every_question_of_the_self_assessment_is_there_on_paper_too(
    scriptless: Page, site_url: str
) -> None:
    scriptless.goto(site_url + ASSESSMENT)

    assert "scripts" in scriptless.locator("noscript").first.inner_text()
    scriptless.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true })")
    # The two questions over a requirement are for whoever is in a hurry; paper asks each point.
    asked = scriptless.locator("main fieldset:visible:not(.kmop-scan *)")
    before = asked.count()
    assert before > 50
    scriptless.emulate_media(media="print")
    assert asked.count() == before
    scriptless.emulate_media(media="null")


@pytest.mark.parametrize("shown", kinds_of_pages(), indirect=True, scope="module")
def test_the_keyboard_reaches_everything_and_shows_where_it_is(shown: Page) -> None:
    met = walked(sized(shown, LAPTOP))

    assert met["stops"][0].startswith("A md-skip")
    assert (met["missed"], met["unseen"], met["left"]) == ([], [], True)


# Every kind of page in every size: `make attack`.
@pytest.mark.parametrize("shown", kinds_of_pages()[:3], indirect=True, scope="module")
def test_no_bar_hides_where_the_keyboard_is_on_its_way_back(shown: Page) -> None:
    met = walked(sized(shown, LAPTOP), BACK)

    assert (still(met["unseen"]), met["left"]) == ([], True)
    assert len(met["stops"]) > 5


@pytest.mark.parametrize("key", ["Tab", BACK])
@pytest.mark.parametrize("shown", [page_within_a_part()], indirect=True, scope="module")
def test_no_open_part_of_the_navigation_hides_where_the_keyboard_is(shown: Page, key: str) -> None:
    """In a narrow window the part with this page lies over the others."""
    met = walked(sized(shown, PHONE), key)

    assert (still(met["unseen"]), met["left"]) == ([], True)
    assert sum("md-nav__link" in stop for stop in met["stops"]) > 5


# Each of its screens is walked in `make test`; all on one page, and the way back, in `make attack`.
@pytest.mark.attack
def test_the_keyboard_reaches_everything_in_the_self_assessment(app: AssessmentPage) -> None:
    met = walked(app.seen(LAPTOP, reduced_motion="reduce").page)

    assert met["stops"][0].startswith("A md-skip")
    assert (met["missed"], met["unseen"], met["left"]) == ([], [], True)
