"""Links to addresses that were lead on, with a script and without."""

from playwright.sync_api import Page

from tests.browser.harness import NewPage
from tests.browser.norm_ids import NORM


def test_an_old_address_leads_to_the_same_place_on_the_new_page(page: Page, site_url: str) -> None:
    fact = NORM["topics"]["cost"]["facts"][0]
    page.goto(f"{site_url}kostprijs/#{fact}")

    page.wait_for_url(f"{site_url}naslag/kostprijs/#{fact}")


def test_an_old_address_keeps_what_it_asked(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}wijzigingen/?op=2019-11-30")

    page.wait_for_url(f"{site_url}naslag/wijzigingen/?op=2019-11-30")


def test_an_old_page_that_is_part_of_another_now_leads_to_its_part(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}voorbeelden/school/")

    page.wait_for_url(f"{site_url}naslag/voorbeelden/#example-public-school")


def test_without_scripts_an_old_address_leads_on_too(new_page: NewPage, site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}kostprijs/")

    page.wait_for_url(f"{site_url}naslag/kostprijs/")
