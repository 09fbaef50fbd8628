"""What stands on the page is saved again when somebody takes away what the browser keeps of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from guide.catalogue import load_messages
from tests.browser.assessment_page import AssessmentPage

RECOVERED = load_messages("nl", "browser")["browser.storage.recovered"]


def clear_site_data(page: Page) -> None:
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": page.evaluate("location.origin"), "storageTypes": "all"}
    )


def delete_database(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url.replace("zelftoets/", "404.html"))
    other.evaluate("new Promise((done) => { indexedDB.deleteDatabase('kmop').onsuccess = () => done() })")
    other.close()


@pytest.mark.parametrize("take_away", [clear_site_data, delete_database], ids=["site data", "database"])
def test_what_is_taken_away_under_the_page_is_told_at_once_and_saved_again(
    page: Page, site_url: str, take_away: Callable[[Page], None]
) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()

    take_away(page)
    page.locator("#kmop-notices", has_text=RECOVERED).wait_for()
    page.reload()
    app.wait()

    assert app.radio("profile.provider_kind", "public").is_checked()
