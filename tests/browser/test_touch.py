"""The guide under a finger: what must be hit is large enough, and nothing shows that only a pointer can use."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_pages import kinds_of_pages
from tests.browser.chromium import VISITOR

SCREEN = {"width": 375, "height": 812}
# What WCAG 2.5.5 and the makers of phones ask for.
LEAST = 44
UNFOLD = "document.querySelectorAll('main details').forEach(each => each.open = true)"
CONTROLS = ".md-header__button, main :is(button, summary, .md-button, .kmop-fork-end, label:has(input))"
SMALL = """([controls, least]) => [...document.querySelectorAll(controls)]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && each.getBoundingClientRect().height < least)
    .map(each => `${each.getBoundingClientRect().height} ${each.outerHTML.slice(0, 120)}`)"""
PILCROWS = "[...document.querySelectorAll('.headerlink')].filter(each => each.checkVisibility()).length"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a screen that is touched."""
    with browser.new_context(**{**VISITOR, "viewport": SCREEN, "has_touch": True, "is_mobile": True}) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", kinds_of_pages())
def test_what_a_finger_must_hit_is_large_enough(phone: Page, site_url: str, name: str) -> None:
    phone.goto(site_url + name)
    phone.evaluate(UNFOLD)

    assert phone.evaluate(SMALL, [CONTROLS, LEAST]) == []


def test_no_heading_carries_a_link_to_itself(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}audit/kostprijs/")

    assert phone.locator("h2 .headerlink").count() > 0
    assert phone.evaluate(PILCROWS) == 0


@pytest.mark.parametrize("name", ["teksten/", "dossiers/"])
def test_no_finger_is_asked_to_drag(phone: Page, site_url: str, name: str) -> None:
    phone.goto(site_url + name)

    expect(phone.locator(".kmop-texts")).to_be_visible()
    expect(phone.locator(".kmop-dragged")).to_be_hidden()
