"""The candidate sees how far they are, what is open, and what they wanted to come back to."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, count, counts, focused, in_view, next_open
from tests.browser.norm_ids import (
    EXEMPT_CHECK,
    FIRST_CHECK,
    LAST_CHECK,
    NORM,
    REQUIREMENTS,
    SECOND_CHECK,
    THIRD_CHECK,
    checks_of,
    title_of,
)


def set_aside(app: AssessmentPage, reason: str) -> None:
    app.type(f"checks.{FIRST_CHECK}.not_applicable.reason", reason)
    app.answer(f"checks.{FIRST_CHECK}.not_applicable", "true")


def flag(app: AssessmentPage, check: str) -> None:
    app.answer(f"checks.{check}.flagged", "true")


def test_an_answer_counts_at_once(app: AssessmentPage) -> None:
    answered, of = counts(app, "profile")

    app.radio("profile.legal_form", "legal_person").check()

    assert counts(app, "profile") == (answered + 1, of)
    assert count(app, "profile") == f"1 van {of} beantwoord"


def test_answers_count_before_python_is_there(page: Page, site_url: str) -> None:
    page.route("**/pyodide.asm.wasm", lambda _route: None)
    app = AssessmentPage(page, site_url)
    page.goto(app.address)

    app.radio("profile.legal_form", "legal_person").check()

    assert counts(app, "profile")[0] == 1


def test_a_point_counts_once_both_scores_are_there(app: AssessmentPage) -> None:
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    assert counts(app, "checks")[0] == counts(app, REQUIREMENTS[0])[0] == 0

    app.answer(f"checks.{FIRST_CHECK}.demonstrability", "T")

    assert counts(app, "checks")[0] == counts(app, REQUIREMENTS[0])[0] == 1
    assert counts(app, REQUIREMENTS[1])[0] == 0


def test_none_of_these_is_an_answer(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "public")
    app.answer("profile.already_registered", "false")
    app.answer("profile.declarations_signed", "")

    assert counts(app, "profile")[0] == 3


def test_a_point_set_aside_is_none_of_the_points(app: AssessmentPage) -> None:
    _, of = counts(app, REQUIREMENTS[0])

    set_aside(app, "Wij geven geen opleiding.")

    assert counts(app, REQUIREMENTS[0]) == (0, of - 1)


def test_a_point_set_aside_without_a_reason_is_open(app: AssessmentPage) -> None:
    before = counts(app, REQUIREMENTS[0])
    app.type(f"checks.{FIRST_CHECK}.note", "")

    app.answer(f"checks.{FIRST_CHECK}.not_applicable", "true")

    assert counts(app, REQUIREMENTS[0]) == before


@pytest.mark.parametrize("name", [EXEMPT_CHECK, FIRST_CHECK])
def test_the_two_answers_over_a_requirement_count_for_its_points(app: AssessmentPage, name: str) -> None:
    requirement = next(each for each in REQUIREMENTS if name in checks_of(each))
    _, of = counts(app, requirement)  # without tips, which decide nothing

    app.answer(f"scan.{requirement}.conformity", "T")
    assert counts(app, requirement) == (0, of)
    app.answer(f"scan.{requirement}.demonstrability", "G")

    assert counts(app, requirement) == (of, of)


def test_the_points_of_a_requirement_count_for_the_two_answers_over_it(app: AssessmentPage) -> None:
    for check in checks_of(REQUIREMENTS[0]):
        for side in ("conformity", "demonstrability"):
            app.radio(f"checks.{check}.{side}", "T").check()
    app.page.locator("#situatie input:visible").last.focus()

    assert next_open(app) == f"scan.{REQUIREMENTS[1]}.conformity"


def test_a_question_that_is_not_asked_is_not_counted(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    _, before = counts(app, "profile")

    app.answer("profile.provider_kind", "public")

    assert counts(app, "profile")[1] < before
    assert count(app, "checks") == "niets te beantwoorden"


def test_what_the_auditor_does_not_look_at_says_so_and_keeps_its_answer(app: AssessmentPage) -> None:
    app.answer(f"checks.{EXEMPT_CHECK}.conformity", "T")
    app.answer("profile.provider_kind", "private")
    app.answer("profile.application", "first")
    app.answer("profile.starter", "true")
    note = app.page.locator(f'[data-field="checks.{EXEMPT_CHECK}"] .kmop-idle')

    assert "geldt dit niet voor u" in note.inner_text()
    assert app.saved()["checks"] == {EXEMPT_CHECK: {"conformity": "T"}}
    app.answer("profile.starter", "false")
    note.wait_for(state="detached")


def test_the_counts_agree_with_the_result(app: AssessmentPage) -> None:
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    app.answer(f"checks.{FIRST_CHECK}.demonstrability", "T")

    _, of = counts(app, "checks")
    assert f"U vulde 1 van de {of} aandachtspunten in" in app.result


def test_a_tip_is_asked_and_not_counted(app: AssessmentPage) -> None:
    checks = {name: check for each in NORM["requirements"].values() for name, check in each["checks"].items()}
    tips = [name for name, check in checks.items() if "tip_because" in check]
    before = counts(app, "checks")

    app.answer(f"checks.{tips[0]}.conformity", "T")
    app.answer(f"checks.{tips[0]}.demonstrability", "T")

    assert counts(app, "checks") == before
    assert before[1] == len(checks) - len(tips)


def test_counting_is_silent(app: AssessmentPage) -> None:
    for counter in app.page.locator("[data-count]").all():
        assert counter.evaluate("e => e.closest('[aria-live], [role=status], [role=alert]')") is None


def test_the_key_leads_through_the_open_questions(app: AssessmentPage) -> None:
    assert next_open(app) == "profile.provider_kind"
    app.answer("profile.provider_kind", "private")

    assert next_open(app) == "profile.application"
    assert next_open(app) == "profile.services"


def test_not_to_know_is_an_answer_that_is_kept(app: AssessmentPage) -> None:
    answered, of = counts(app, "profile")
    app.answer("profile.provider_kind", "?")
    app.answer("profile.services", "?")

    assert counts(app, "profile") == (answered + 2, of)
    assert app.saved()["unknown"] == ["profile.provider_kind", "profile.services"]
    assert "profile" not in app.saved()
    app.wait_until_kept()
    app.page.reload()
    app.wait()
    assert app.radio("profile.provider_kind", "?").is_checked()
    assert app.radio("profile.services", "?").is_checked()
    app.answer("profile.provider_kind", "private")
    assert app.saved()["unknown"] == ["profile.services"]


def test_the_key_goes_past_what_is_not_known(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "?")

    assert next_open(app) == "profile.services"


def test_what_may_stay_open_is_never_the_next_question(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.answer("profile.application", "first")
    app.page.locator("[data-step=situation] input:visible").first.focus()
    seen = [next_open(app) for _ in range(25)]

    assert "profile.sites.belgium" in seen
    assert app.entry("profile.hourly_rate").is_visible()
    assert not {"profile.dates.application", "profile.hourly_rate", "profile.hours"} & set(seen)


def test_the_key_goes_on_from_where_the_reader_is(app: AssessmentPage) -> None:
    app.radio(f"checks.{SECOND_CHECK}.conformity", "?").focus()

    assert next_open(app) == f"checks.{SECOND_CHECK}.demonstrability"
    app.answer(f"checks.{THIRD_CHECK}.conformity", "T")
    app.radio(f"checks.{SECOND_CHECK}.demonstrability", "?").focus()
    assert next_open(app) == f"checks.{THIRD_CHECK}.demonstrability"


def test_after_the_last_open_question_comes_the_first(app: AssessmentPage) -> None:
    app.page.locator('#documenten input[type="radio"]:visible').last.focus()

    assert next_open(app) == "profile.provider_kind"


def test_the_key_skips_what_is_not_asked(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "public")
    app.page.locator("#situatie input:visible").last.focus()
    seen = {next_open(app) for _ in range(30)}

    assert "profile.services" in seen
    assert not [name for name in seen if name.startswith(("checks.", "scan."))]


def test_a_reason_that_is_missing_is_an_open_question_in_its_fold(app: AssessmentPage) -> None:
    app.type(f"checks.{FIRST_CHECK}.note", "")
    app.answer(f"checks.{FIRST_CHECK}.not_applicable", "true")
    app.page.locator(f'[data-field="checks.{FIRST_CHECK}"] details').evaluate_all(
        "all => all.forEach(e => e.open = false)"
    )
    app.radio(f"scan.{REQUIREMENTS[0]}.demonstrability", "?").focus()

    assert next_open(app) == f"checks.{FIRST_CHECK}.not_applicable.reason"
    assert app.entry(f"checks.{FIRST_CHECK}.not_applicable.reason").is_visible()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_button_shows_the_next_open_question(app: AssessmentPage, size: tuple[int, int]) -> None:
    app.seen(size)
    app.radio(f"checks.{SECOND_CHECK}.conformity", "T").check()

    app.page.locator("[data-next-open]:visible").last.click()

    assert focused(app.page) == f"checks.{SECOND_CHECK}.demonstrability"
    assert in_view(app.page.locator(f'[data-field="checks.{SECOND_CHECK}.demonstrability"] legend'))


def test_the_keys_are_told_on_the_page(app: AssessmentPage) -> None:
    button = app.page.locator(".kmop-tools [data-next-open]")

    assert button.get_attribute("aria-keyshortcuts") == "Alt+N"
    assert app.page.locator(".kmop-to-result").get_attribute("aria-keyshortcuts") == "Alt+R"
    assert {"Alt+N", "Alt+R"} < set(re.findall(r"[\w+]+", app.page.inner_text(".kmop-keys")))


def test_a_key_that_writes_a_letter_stays_a_letter(app: AssessmentPage) -> None:
    app.type(f"checks.{FIRST_CHECK}.note", "")
    app.entry(f"checks.{FIRST_CHECK}.note").focus()

    app.page.keyboard.press("n")
    app.page.keyboard.press("Control+Alt+n")

    assert focused(app.page) == f"checks.{FIRST_CHECK}.note"
    assert app.entry(f"checks.{FIRST_CHECK}.note").input_value() == "n"


def test_flagged_points_are_listed_and_lead_back(app: AssessmentPage) -> None:
    flag(app, LAST_CHECK)
    flag(app, SECOND_CHECK)

    links = app.page.locator("#kmop-flagged li a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#checks.{SECOND_CHECK}", f"#checks.{LAST_CHECK}"]
    assert links.first.inner_text().startswith(title_of(SECOND_CHECK))
    assert app.page.inner_text(".kmop-parts__flagged") == "Later te bekijken: 2"
    links.first.click()
    assert in_view(app.page.locator(f'[data-field="checks.{SECOND_CHECK}"] h4'))


def test_a_flag_is_part_of_the_answers(app: AssessmentPage) -> None:
    flag(app, SECOND_CHECK)
    app.wait_until_kept()
    assert app.saved()["checks"] == {SECOND_CHECK: {"flagged": True}}

    app.page.reload()
    app.wait()
    assert app.radio(f"checks.{SECOND_CHECK}.flagged", "true").is_checked()
    assert app.page.locator("#kmop-flagged li").count() == 1

    app.radio(f"checks.{SECOND_CHECK}.flagged", "true").uncheck()
    assert "checks" not in app.saved()
    assert not app.page.locator("#kmop-flagged").is_visible()


def test_a_flag_is_set_and_found_by_keyboard(app: AssessmentPage) -> None:
    app.radio(f"checks.{SECOND_CHECK}.flagged", "true").focus()
    app.page.keyboard.press("Space")
    app.page.locator("#kmop-flagged li a").focus()

    app.page.keyboard.press("Enter")
    app.page.keyboard.press("Tab")

    assert app.page.evaluate(f"document.activeElement.closest('[data-field=\"checks.{SECOND_CHECK}\"]') !== null")
