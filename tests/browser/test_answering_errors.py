"""A mistake is told beside its field and in a summary that leads there, until it is mended."""

import re

import pytest
from playwright.sync_api import Locator

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, focused, in_view

PEOPLE = "profile.deployed_people"
# A control outside the form.
ELSEWHERE = ".kmop-menu > summary"
# Which dates are asked for which audit.
DATES = {
    "application": "first",
    "registered": "renewal",
}


@pytest.fixture
def app(app: AssessmentPage) -> AssessmentPage:
    """The page of a private provider, who is asked for figures."""
    app.answer("profile.provider_kind", "private")
    return app


def summary(app: AssessmentPage) -> Locator:
    return app.page.locator('.kmop-errors[role="alert"]')


def message(app: AssessmentPage, name: str) -> Locator:
    return app.page.locator(f'[id="error-{name}"]')


def leave(app: AssessmentPage) -> None:
    app.page.keyboard.press("Tab")


def press(app: AssessmentPage, name: str, keys: str) -> None:
    """Type key by key, as a keyboard does."""
    app.entry(name).focus()
    app.page.keyboard.type(keys)


def description(app: AssessmentPage, name: str) -> str:
    """What a screen reader says after the name of a field."""
    script = (
        "e => e.getAttribute('aria-describedby').split(' ').map(i => document.getElementById(i).innerText).join(' ')"
    )
    return str(app.entry(name).evaluate(script))


def test_what_the_rules_refuse_stands_beside_the_field_and_in_the_summary(app: AssessmentPage) -> None:
    press(app, PEOPLE, "0")
    leave(app)

    message(app, PEOPLE).wait_for()
    assert app.entry(PEOPLE).get_attribute("aria-invalid") == "true"
    assert "Fout: hier hoort een geheel getal van 1" in description(app, PEOPLE)
    assert "Tel uzelf" in description(app, PEOPLE)
    (link,) = summary(app).locator("a").all()
    assert link.inner_text().startswith("‘Hoeveel mensen zet u in als lesgever of adviseur?’: hier hoort")

    app.type(PEOPLE, "2")
    message(app, PEOPLE).wait_for(state="detached")
    assert summary(app).count() == 0
    assert app.entry(PEOPLE).get_attribute("aria-invalid") is None
    assert "Fout" not in description(app, PEOPLE)


@pytest.mark.parametrize(
    ("name", "typed", "bounds"),
    [
        # One of each kind of field; every other way to write a number: `tests/frontend/lib/numbers.test.ts`.
        (PEOPLE, "2,5", "van 1 tot 100.000"),
        ("worth.extra_percent", "101", "van 0 tot 100"),
        ("profile.hours", "1.250.00", "van 0 tot 999.999,99"),
    ],
)
def test_a_number_that_cannot_be_stays_as_typed_and_its_bounds_stand_beside_it(
    app: AssessmentPage, name: str, typed: str, bounds: str
) -> None:
    app.type(name, typed)
    leave(app)

    message(app, name).wait_for()
    assert bounds in message(app, name).inner_text()
    assert bounds in summary(app).inner_text()
    assert app.entry(name).input_value() == typed
    app.type(name, "2")
    message(app, name).wait_for(state="detached")
    assert summary(app).count() == 0


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        (PEOPLE, "1.250", 1250),
        ("profile.hourly_rate", "1.250,50", "1250.50"),
        ("worth.price", "€ 1.250,-", 1250),
    ],
)
def test_a_number_is_read_as_people_write_it(app: AssessmentPage, name: str, typed: str, value: object) -> None:
    app.type(name, typed)
    leave(app)
    app.wait()

    part, _, key = name.partition(".")
    assert app.saved()[part][key] == value
    assert app.entry(name).input_value() == typed
    assert summary(app).count() == 0


def test_an_answer_that_is_refused_stays_out_of_the_file_and_that_is_told(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.type(PEOPLE, "2,5")
    leave(app)
    message(app, PEOPLE).wait_for()

    assert app.saved()["profile"] == {"provider_kind": "private"}
    assert "Dit ging niet mee, want het klopt nog niet: ‘Hoeveel mensen" in app.notices
    app.type(PEOPLE, "2")
    message(app, PEOPLE).wait_for(state="detached")
    assert "Dit ging niet mee" not in app.notices


def test_the_wheel_changes_no_number(app: AssessmentPage) -> None:
    app.type("worth.price", "1500")
    app.entry("worth.price").hover()
    for _ in range(5):
        app.page.mouse.wheel(0, 40)

    assert app.entry("worth.price").input_value() == "1500"


@pytest.mark.parametrize(("name", "audit"), DATES.items(), ids=DATES)
def test_a_year_of_two_digits_is_a_mistake(app: AssessmentPage, name: str, audit: str) -> None:
    app.answer("profile.application", audit)
    date = f"profile.dates.{name}"
    press(app, date, "150622")
    app.page.focus(ELSEWHERE)

    assert "vul een jaar van 2000 tot 2099 in" in message(app, date).inner_text()
    app.type(date, "2022-06-15")
    app.page.focus(ELSEWHERE)
    app.wait()
    assert summary(app).count() == 0
    assert app.saved()["profile"]["dates"] == {name: "2022-06-15"}


def test_a_year_of_two_digits_for_the_result_is_a_mistake_and_gives_no_result(app: AssessmentPage) -> None:
    app.answer("profile.application", "first")
    app.page.focus("#kmop-date")
    app.page.keyboard.type("150622")
    app.page.focus(ELSEWHERE)

    assert "vul een jaar van 2000 tot 2099 in" in summary(app).inner_text()
    # Of a day that was there while it was typed there may be one.
    assert re.search(r" vanaf \d+ [a-z]+ 2026\b", app.wait().result)
    assert not re.search(r" vanaf \d+ [a-z]+ 22\b", app.result)
    app.on_date("2026-11-22")
    assert summary(app).count() == 0


def test_half_a_date_is_a_mistake(app: AssessmentPage) -> None:
    app.answer("profile.application", "first")
    press(app, "profile.dates.application", "01")
    assert summary(app).count() == 0

    app.radio("profile.application", "first").focus()

    assert "niet volledig" in message(app, "profile.dates.application").inner_text()
    app.type("profile.dates.application", "2026-03-01")
    assert summary(app).count() == 0


def test_half_a_date_for_the_result_is_a_mistake(app: AssessmentPage) -> None:
    app.page.focus("#kmop-date")
    app.page.keyboard.press("Backspace")
    app.page.focus(ELSEWHERE)

    assert "niet volledig" in summary(app).inner_text()
    assert app.page.get_attribute("#kmop-date", "aria-invalid") == "true"
    app.on_date("2026-11-22")
    assert summary(app).count() == 0


def test_a_decimal_is_explained_as_a_form_writes_it(app: AssessmentPage) -> None:
    press(app, "profile.hourly_rate", "veel")
    leave(app)

    message(app, "profile.hourly_rate").wait_for()
    assert "zoals 150,50" in message(app, "profile.hourly_rate").inner_text()


def test_nobody_is_told_of_a_mistake_while_typing(app: AssessmentPage) -> None:
    press(app, PEOPLE, "0")
    app.wait()
    shown_while_typing = summary(app).count()
    app.page.keyboard.press("Backspace")
    app.page.keyboard.type("3")
    leave(app)
    app.wait()

    assert (shown_while_typing, summary(app).count()) == (0, 0)


def test_a_pause_tells_what_the_rules_refuse(app: AssessmentPage) -> None:
    press(app, PEOPLE, "0")

    message(app, PEOPLE).wait_for()
    assert focused(app.page) == PEOPLE


def test_the_result_stays_and_says_that_it_is_older(app: AssessmentPage) -> None:
    before = app.result
    press(app, PEOPLE, "-")
    leave(app)
    app.answer("profile.is_audit_bureau", "true")

    assert app.result == before
    assert "van vóór de fout" in app.notices
    assert app.page.locator("#kmop-view.kmop-stale").count() == 1
    app.type(PEOPLE, "2")
    app.page.locator("#kmop-view.kmop-stale").wait_for(state="detached")
    app.wait()
    assert app.result != before
    assert "van vóór de fout" not in app.notices


def test_one_mistake_does_not_hide_that_another_is_mended(app: AssessmentPage) -> None:
    press(app, PEOPLE, "0")
    leave(app)
    press(app, "profile.sites.belgium", "-")
    leave(app)
    message(app, PEOPLE).wait_for()

    app.type(PEOPLE, "2")
    message(app, PEOPLE).wait_for(state="detached")

    assert summary(app).locator("a").count() == 1


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_summary_leads_to_the_field_by_keyboard(app: AssessmentPage, size: tuple[int, int]) -> None:
    app.seen(size)
    press(app, PEOPLE, "-")
    leave(app)

    summary(app).locator("a").focus()
    app.page.keyboard.press("Enter")

    assert focused(app.page) == PEOPLE
    assert in_view(app.entry(PEOPLE))
    assert in_view(message(app, PEOPLE))


def test_wiping_takes_the_mistakes_away(app: AssessmentPage) -> None:
    press(app, PEOPLE, "-")
    leave(app)

    app.wipe()

    assert summary(app).count() == 0
    assert app.entry(PEOPLE).evaluate("e => e.validity.badInput") is False
