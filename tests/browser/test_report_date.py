"""A page that stays open over midnight goes on with the new day, and says so; a day that somebody chose stays."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage

EVENING = datetime(2026, 11, 28, 20, 0)  # noqa: DTZ001 - in the visitor's own time
NEXT_MORNING = datetime(2026, 11, 29, 8, 0)  # noqa: DTZ001 - as above


@pytest.fixture
def app(new_page: NewPage, site_url: str) -> AssessmentPage:
    page = new_page()
    page.clock.install(time=EVENING)
    return AssessmentPage(page, site_url).sit_down()


def test_the_result_is_of_the_new_day_and_says_so(app: AssessmentPage) -> None:
    page = app.page
    assert page.input_value("#kmop-date") == "2026-11-28"

    page.clock.set_system_time(NEXT_MORNING)
    app.answer("profile.provider_kind", "private")

    expect(page.locator("#kmop-notices")).to_contain_text("Het is intussen 29 november 2026")
    assert page.input_value("#kmop-date") == "2026-11-29"
    expect(page.locator(".kmop-report__receipt")).to_contain_text("29 november 2026")

    app.on_date("2026-12-24")
    expect(page.locator("#kmop-notices")).not_to_contain_text("Het is intussen")
    page.clock.set_system_time(datetime(2026, 11, 30, 8, 0))  # noqa: DTZ001 - as above
    app.answer("profile.provider_kind", "public")
    assert page.input_value("#kmop-date") == "2026-12-24"
