"""Two tabs on one assessment: the later one writes, the earlier one says so and overwrites nothing."""

import pytest

from tests.browser.assessment_page import AssessmentPage

NEWEST, COPY = "Neem de nieuwste over", "Bewaar mijn versie als kopie"


@pytest.fixture
def older(app: AssessmentPage) -> AssessmentPage:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    return app


def second(older: AssessmentPage, site_url: str) -> AssessmentPage:
    return AssessmentPage(older.page.context.new_page(), site_url).sit_down()


def wait_for_warning(app: AssessmentPage) -> None:
    app.page.locator(".kmop-notice[role=alert]", has_text="bewaart niets meer").wait_for()


def press(app: AssessmentPage, label: str) -> None:
    app.page.get_by_role("button", name=label, exact=True).click()
    app.page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()


def test_the_older_tab_is_told_and_keeps_nothing_more(older: AssessmentPage, site_url: str) -> None:
    newer = second(older, site_url)
    wait_for_warning(older)

    newer.answer("profile.provider_kind", "public")
    older.answer("profile.seat", "abroad")

    assert older.kept()["answers"]["profile"] == {"provider_kind": "public"}
    assert older.radio("profile.seat", "abroad").is_checked()
    assert older.saved()["profile"] == {"provider_kind": "private", "seat": "abroad"}


def test_the_older_tab_can_take_the_newest(older: AssessmentPage, site_url: str) -> None:
    newer = second(older, site_url)
    newer.answer("profile.provider_kind", "public")
    newer.wait_until_kept()
    wait_for_warning(older)

    press(older, NEWEST)

    assert older.radio("profile.provider_kind", "public").is_checked()
    wait_for_warning(newer)
    older.answer("profile.seat", "abroad")
    older.wait_until_kept()
    assert older.kept()["answers"]["profile"] == {"provider_kind": "public", "seat": "abroad"}
    older.press("#kmop-undo")
    older.press("#kmop-undo")
    older.wait()
    assert older.radio("profile.provider_kind", "private").is_checked()


def test_the_older_tab_can_keep_its_own_as_a_copy(older: AssessmentPage, site_url: str) -> None:
    newer = second(older, site_url)
    newer.answer("profile.provider_kind", "public")
    wait_for_warning(older)
    older.answer("profile.seat", "abroad")

    press(older, COPY)

    assert older.saved()["profile"] == {"provider_kind": "private", "seat": "abroad"}
    assert "bewaart niets meer" not in newer.notices
    older.page.reload()
    older.wait()
    assert older.radio("profile.seat", "abroad").is_checked()
    newer.page.reload()
    newer.wait()
    assert newer.radio("profile.provider_kind", "public").is_checked()
