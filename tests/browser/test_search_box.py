"""The search as it opens: one picture in its button, and what it found in words of this guide."""

import pytest
from playwright.sync_api import expect

from guide.catalogue import load_messages
from tests.browser.form_helpers import LAPTOP, PHONE
from tests.browser.harness import NewPage, search

MESSAGES = load_messages("nl")
SAYS = "pages.site.search.result"
META = ".md-search-result__meta"


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_its_button_shows_one_picture(new_page: NewPage, site_url: str, size: tuple[int, int]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{site_url}audit/")
    search(page, "uurprijs")

    assert page.locator(".md-search__form label svg:visible").count() == 1


def test_it_says_how_many_pages_it_found_or_what_to_do(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.goto(f"{site_url}audit/")
    search(page, "starter")
    expect(page.locator(META)).to_contain_text(MESSAGES[f"{SAYS}.other"].replace("#", "").strip())
    page.locator("[data-md-component=search-query]").fill("qwxyz")
    page.keyboard.press("End")  # the search listens to keys
    expect(page.locator(META)).to_have_text(MESSAGES[f"{SAYS}.none"])
