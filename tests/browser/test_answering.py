"""The candidate sees how far they are, what is open, and what they wanted to come back to."""

import pytest
from playwright.sync_api import Page

from tests.browser.answering import LAPTOP, PHONE, count, counts, focused, in_view, next_open
from tests.browser.desk import Desk


def set_aside(desk: Desk, reason: str) -> None:
    desk.type("checks.ACT-1.not_applicable.reason", reason)
    desk.answer("checks.ACT-1.not_applicable", "true")


def flag(desk: Desk, check: str) -> None:
    desk.answer(f"checks.{check}.flagged", "true")


def test_an_answer_counts_at_once(desk: Desk) -> None:
    answered, of = counts(desk, "profile")

    desk.radio("profile.legal_form", "legal_person").check()

    assert counts(desk, "profile") == (answered + 1, of)
    assert count(desk, "profile") == f"1 van {of} beantwoord"


def test_answers_count_before_python_is_there(page: Page, site_url: str) -> None:
    page.route("**/pyodide.asm.wasm", lambda _route: None)
    desk = Desk(page, site_url)
    page.goto(desk.address)

    desk.radio("profile.legal_form", "legal_person").check()

    assert counts(desk, "profile")[0] == 1


def test_a_point_counts_once_both_scores_are_there(desk: Desk) -> None:
    desk.answer("checks.ACT-1.conformity", "T")
    assert counts(desk, "checks")[0] == counts(desk, "activity")[0] == 0

    desk.answer("checks.ACT-1.demonstrability", "T")

    assert counts(desk, "checks")[0] == counts(desk, "activity")[0] == 1
    assert counts(desk, "experience")[0] == 0


def test_none_of_these_is_an_answer(desk: Desk) -> None:
    desk.answer("profile.certificates", "")

    assert counts(desk, "profile")[0] == 1


def test_a_point_set_aside_is_none_of_the_points(desk: Desk) -> None:
    _, of = counts(desk, "activity")

    set_aside(desk, "Wij geven geen opleiding.")

    assert counts(desk, "activity") == (0, of - 1)


def test_a_point_set_aside_without_a_reason_is_open(desk: Desk) -> None:
    before = counts(desk, "activity")
    desk.type("checks.ACT-1.note", "")

    desk.answer("checks.ACT-1.not_applicable", "true")

    assert counts(desk, "activity") == before


def test_a_question_that_is_not_asked_is_not_counted(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    _, before = counts(desk, "profile")

    desk.answer("profile.provider_kind", "public")

    assert counts(desk, "profile")[1] < before
    assert count(desk, "checks") == "niets te beantwoorden"


def test_what_the_auditor_does_not_look_at_says_so_and_keeps_its_answer(desk: Desk) -> None:
    desk.answer("checks.EXP-1.conformity", "T")
    desk.answer("profile.application", "first")
    desk.answer("profile.provider_kind", "private")
    desk.answer("profile.starter", "true")
    note = desk.page.locator('[data-field="checks.EXP-1"] .kmop-idle')

    assert "geldt dit niet voor u" in note.inner_text()
    assert desk.saved()["checks"] == {"EXP-1": {"conformity": "T"}}
    desk.answer("profile.starter", "false")
    note.wait_for(state="detached")


def test_the_counts_agree_with_the_result(desk: Desk) -> None:
    desk.answer("checks.ACT-1.conformity", "T")
    desk.answer("checks.ACT-1.demonstrability", "T")

    _, of = counts(desk, "checks")
    assert f"U beantwoordde 1 van de {of} controlepunten" in desk.result


def test_counting_is_silent(desk: Desk) -> None:
    for counter in desk.page.locator("[data-count]").all():
        assert counter.evaluate("e => e.closest('[aria-live], [role=status], [role=alert]')") is None


def test_the_key_leads_through_the_open_questions(desk: Desk) -> None:
    assert next_open(desk) == "profile.services"
    desk.answer("profile.services", "training")

    assert next_open(desk) == "profile.themes"
    assert next_open(desk) == "profile.application"


def test_the_key_goes_on_from_where_the_reader_is(desk: Desk) -> None:
    desk.radio("checks.ACT-2.conformity", "").focus()

    assert next_open(desk) == "checks.ACT-2.demonstrability"
    desk.answer("checks.ACT-3.conformity", "T")
    desk.radio("checks.ACT-2.demonstrability", "").focus()
    assert next_open(desk) == "checks.ACT-3.demonstrability"


def test_after_the_last_open_question_comes_the_first(desk: Desk) -> None:
    desk.page.locator('#part-documents input[type="radio"]:visible').last.focus()

    assert next_open(desk) == "profile.services"


def test_the_key_skips_what_is_not_asked(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "public")
    desk.page.locator("#part-profile input:visible").last.focus()
    seen = {next_open(desk) for _ in range(30)}

    assert "profile.services" in seen
    assert not [name for name in seen if name.startswith("checks.")]


def test_a_reason_that_is_missing_is_an_open_question_in_its_fold(desk: Desk) -> None:
    desk.type("checks.ACT-1.note", "")
    desk.answer("checks.ACT-1.not_applicable", "true")
    desk.page.locator('[data-field="checks.ACT-1"] details').evaluate_all("all => all.forEach(e => e.open = false)")
    desk.page.locator("#part-profile input:visible").last.focus()

    assert next_open(desk) == "checks.ACT-1.not_applicable.reason"
    assert desk.entry("checks.ACT-1.not_applicable.reason").is_visible()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_button_shows_the_next_open_question(desk: Desk, size: tuple[int, int]) -> None:
    desk.seen(size)
    desk.radio("checks.ACT-2.conformity", "T").check()

    desk.page.locator("[data-next-open]:visible").last.click()

    assert focused(desk.page) == "checks.ACT-2.demonstrability"
    assert in_view(desk.page.locator('[data-field="checks.ACT-2.demonstrability"] legend'))


def test_the_key_is_told_on_the_page(desk: Desk) -> None:
    button = desk.page.locator(".kmop-parts [data-next-open]")

    assert button.get_attribute("aria-keyshortcuts") == "Alt+N"
    assert "Alt+N" in desk.page.inner_text(".kmop-parts")


def test_a_key_that_writes_a_letter_stays_a_letter(desk: Desk) -> None:
    desk.type("checks.ACT-1.note", "")
    desk.entry("checks.ACT-1.note").focus()

    desk.page.keyboard.press("n")
    desk.page.keyboard.press("Control+Alt+n")

    assert focused(desk.page) == "checks.ACT-1.note"
    assert desk.entry("checks.ACT-1.note").input_value() == "n"


def test_flagged_points_are_listed_and_lead_back(desk: Desk) -> None:
    flag(desk, "KNW-2")
    flag(desk, "ACT-2")

    links = desk.page.locator("#kmop-flagged li a")
    assert [link.get_attribute("href") for link in links.all()] == ["#checks.ACT-2", "#checks.KNW-2"]
    assert links.first.inner_text().startswith("ACT-2 ")
    assert desk.page.inner_text(".kmop-parts__flagged") == "Hier komt u op terug: 2"
    links.first.click()
    assert in_view(desk.page.locator('[data-field="checks.ACT-2"] h4'))


def test_a_flag_is_part_of_the_answers(desk: Desk) -> None:
    flag(desk, "ACT-2")
    desk.wait_until_kept()
    assert desk.saved()["checks"] == {"ACT-2": {"flagged": True}}

    desk.page.reload()
    desk.wait()
    assert desk.radio("checks.ACT-2.flagged", "true").is_checked()
    assert desk.page.locator("#kmop-flagged li").count() == 1

    desk.radio("checks.ACT-2.flagged", "true").uncheck()
    assert "checks" not in desk.saved()
    assert not desk.page.locator("#kmop-flagged").is_visible()


def test_a_flag_is_set_and_found_by_keyboard(desk: Desk) -> None:
    desk.radio("checks.ACT-2.flagged", "true").focus()
    desk.page.keyboard.press("Space")
    desk.page.locator("#kmop-flagged li a").focus()

    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Tab")

    assert desk.page.evaluate("document.activeElement.closest('[data-field=\"checks.ACT-2\"]') !== null")
