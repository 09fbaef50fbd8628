"""A mistake is told beside its field and in a summary that leads there, until it is mended."""

import pytest
from playwright.sync_api import Locator

from tests.browser.answering import LAPTOP, PHONE, focused, in_view
from tests.browser.desk import Desk

PEOPLE = "profile.deployed_people"


def summary(desk: Desk) -> Locator:
    return desk.page.locator('.kmop-errors[role="alert"]')


def message(desk: Desk, name: str) -> Locator:
    return desk.page.locator(f'[id="error-{name}"]')


def leave(desk: Desk) -> None:
    desk.page.keyboard.press("Tab")


def press(desk: Desk, name: str, keys: str) -> None:
    """Type key by key, as a keyboard does."""
    desk.entry(name).focus()
    desk.page.keyboard.type(keys)


def description(desk: Desk, name: str) -> str:
    """What a screen reader says after the name of a field."""
    script = (
        "e => e.getAttribute('aria-describedby').split(' ').map(i => document.getElementById(i).innerText).join(' ')"
    )
    return str(desk.entry(name).evaluate(script))


def test_what_the_rules_refuse_stands_beside_the_field_and_in_the_summary(desk: Desk) -> None:
    press(desk, PEOPLE, "0")
    leave(desk)

    message(desk, PEOPLE).wait_for()
    assert desk.entry(PEOPLE).get_attribute("aria-invalid") == "true"
    assert "Fout: hier hoort een geheel getal van 1" in description(desk, PEOPLE)
    assert "Tel uzelf" in description(desk, PEOPLE)
    (link,) = summary(desk).locator("a").all()
    assert link.inner_text().startswith("„Hoeveel mensen zet u in als lesgever of adviseur?”: hier hoort")

    desk.type(PEOPLE, "2")
    message(desk, PEOPLE).wait_for(state="detached")
    assert summary(desk).count() == 0
    assert desk.entry(PEOPLE).get_attribute("aria-invalid") is None
    assert "Fout" not in description(desk, PEOPLE)


def test_what_the_browser_cannot_read_is_a_mistake_and_not_silence(desk: Desk) -> None:
    press(desk, PEOPLE, "2-")
    leave(desk)

    assert "dit is geen getal" in message(desk, PEOPLE).inner_text()
    assert "dit is geen getal" in summary(desk).inner_text()
    desk.type(PEOPLE, "2")
    desk.wait()
    assert summary(desk).count() == 0
    assert desk.saved()["profile"] == {"deployed_people": 2}


def test_half_a_date_is_a_mistake(desk: Desk) -> None:
    desk.answer("profile.application", "first")
    press(desk, "profile.dates.application", "01")
    assert summary(desk).count() == 0

    desk.radio("profile.application", "first").focus()

    assert "niet volledig" in message(desk, "profile.dates.application").inner_text()
    desk.type("profile.dates.application", "2026-03-01")
    assert summary(desk).count() == 0


def test_half_a_date_for_the_result_is_a_mistake(desk: Desk) -> None:
    desk.page.focus("#kmop-date")
    desk.page.keyboard.press("Backspace")
    desk.page.focus("#kmop-save")

    assert "niet volledig" in summary(desk).inner_text()
    assert desk.page.get_attribute("#kmop-date", "aria-invalid") == "true"
    desk.on_date("2026-11-22")
    assert summary(desk).count() == 0


def test_a_decimal_is_explained_as_a_form_writes_it(desk: Desk) -> None:
    press(desk, "profile.hourly_rate", "veel")
    leave(desk)

    message(desk, "profile.hourly_rate").wait_for()
    assert "zoals 150,50" in message(desk, "profile.hourly_rate").inner_text()


def test_nobody_is_told_of_a_mistake_while_typing(desk: Desk) -> None:
    press(desk, PEOPLE, "0")
    desk.wait()
    shown_while_typing = summary(desk).count()
    desk.page.keyboard.press("Backspace")
    desk.page.keyboard.type("3")
    leave(desk)
    desk.wait()

    assert (shown_while_typing, summary(desk).count()) == (0, 0)


def test_a_pause_tells_what_the_rules_refuse(desk: Desk) -> None:
    press(desk, PEOPLE, "0")

    message(desk, PEOPLE).wait_for()
    assert focused(desk.page) == PEOPLE


def test_the_result_stays_and_says_that_it_is_older(desk: Desk) -> None:
    before = desk.result
    press(desk, PEOPLE, "-")
    leave(desk)
    desk.answer("profile.is_audit_bureau", "true")

    assert desk.result == before
    assert "van vóór de fout" in desk.notices
    assert desk.page.locator("#kmop-view.kmop-stale").count() == 1
    desk.type(PEOPLE, "2")
    desk.page.locator(".kmop-stale").wait_for(state="detached")
    desk.wait()
    assert desk.result != before
    assert "van vóór de fout" not in desk.notices


def test_one_mistake_does_not_hide_that_another_is_mended(desk: Desk) -> None:
    press(desk, PEOPLE, "0")
    leave(desk)
    press(desk, "profile.files_last_12_months", "-")
    leave(desk)
    message(desk, PEOPLE).wait_for()

    desk.type(PEOPLE, "2")
    message(desk, PEOPLE).wait_for(state="detached")

    assert summary(desk).locator("a").count() == 1


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_summary_leads_to_the_field_by_keyboard(desk: Desk, size: tuple[int, int]) -> None:
    desk.seen(size)
    press(desk, PEOPLE, "-")
    leave(desk)

    summary(desk).locator("a").focus()
    desk.page.keyboard.press("Enter")

    assert focused(desk.page) == PEOPLE
    assert in_view(desk.entry(PEOPLE))
    assert in_view(message(desk, PEOPLE))


def test_wiping_takes_the_mistakes_away(desk: Desk) -> None:
    press(desk, PEOPLE, "-")
    leave(desk)

    desk.wipe()

    assert summary(desk).count() == 0
    assert desk.entry(PEOPLE).evaluate("e => e.validity.badInput") is False
