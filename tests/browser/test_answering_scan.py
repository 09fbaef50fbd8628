"""The quick scan gives a rough result in a few questions, and refining goes on from there."""

import pytest
from playwright.sync_api import Locator

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, count, counts, focused, next_open
from tests.browser.norm_ids import FIRST_CHECK, REQUIREMENTS

FIRST_AUDIT = {"provider_kind": "private", "application": "first", "starter": "false"}


WITHOUT_MODE = """() => new Promise((done) => {
    const request = indexedDB.open('kmop')
    request.onsuccess = () => {
        const writing = request.result.transaction('assessments', 'readwrite')
        writing.objectStore('assessments').openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (cursor !== null) {
                const { mode, ...record } = cursor.value
                cursor.update(record)
            }
        }
        writing.oncomplete = () => { request.result.close(); done() }
    }
})"""


# As versions of before wrote the scan: one score, for both questions.
WITH_ONE_SCORE = """() => new Promise((done) => {
    const request = indexedDB.open('kmop')
    request.onsuccess = () => {
        const writing = request.result.transaction('assessments', 'readwrite')
        writing.objectStore('assessments').openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (cursor !== null) {
                const { answers } = cursor.value
                const scan = Object.fromEntries(Object.keys(answers.scan).map((name) => [name, 'T']))
                cursor.update({ ...cursor.value, answers: { ...answers, scan } })
            }
        }
        writing.oncomplete = () => { request.result.close(); done() }
    }
})"""


def choose(app: AssessmentPage, mode: str) -> None:
    app.page.locator(f'[data-mode-choice="{mode}"]').click()


def asked(app: AssessmentPage) -> list[str]:
    """The questions that show, by name."""
    shown = app.page.locator(".kmop-field[data-field]:visible")
    return [str(name) for name in shown.evaluate_all("all => all.map(e => e.dataset.field)")]


def scan_all(app: AssessmentPage, answer: str) -> None:
    for name, value in FIRST_AUDIT.items():
        app.answer(f"profile.{name}", value)
    for requirement in REQUIREMENTS:
        for dimension in ("conformity", "demonstrability"):
            app.answer(f"scan.{requirement}.{dimension}", answer)


def fold(app: AssessmentPage, requirement: str) -> Locator:
    return app.page.locator(f'details[data-field="scan.{requirement}"]')


def test_the_scan_asks_little(app: AssessmentPage) -> None:
    everything = asked(app)

    choose(app, "scan")

    scan = asked(app)
    assert [name for name in scan if not name.startswith("profile.")] == [f"scan.{name}" for name in REQUIREMENTS]
    assert {"profile.services", "profile.starter", "profile.is_audit_bureau"} < set(scan)
    assert not {"profile.hourly_rate", "profile.iban", "profile.sites.belgium"} & set(scan)
    assert len(scan) < len(everything) / 3
    assert counts(app, "checks") == (0, len(REQUIREMENTS))
    assert not app.page.locator("#part-documents").is_visible()


def test_the_scan_gives_a_rough_result_that_says_so(app: AssessmentPage) -> None:
    choose(app, "scan")
    before = app.result

    scan_all(app, "V")

    assert app.result != before
    assert "een eerste schatting op basis van de snelle scan" in app.result
    assert app.saved()["scan"] == {name: {"conformity": "V", "demonstrability": "V"} for name in REQUIREMENTS}
    assert count(app, "checks") == f"{len(REQUIREMENTS)} van {len(REQUIREMENTS)} beantwoord"


def test_refining_keeps_every_answer_and_goes_on_at_the_points(app: AssessmentPage) -> None:
    choose(app, "scan")
    scan_all(app, "T")
    before = app.saved()

    app.page.locator("[data-refine]").click()

    assert focused(app.page) == f"checks.{FIRST_CHECK}.conformity"
    assert app.saved() == before
    assert "profile.hourly_rate" in asked(app)
    assert not app.page.locator("[data-refine]").is_visible()
    assert app.radio("profile.provider_kind", "private").is_checked()


def test_in_the_whole_form_a_scan_answer_is_folded_and_can_change(app: AssessmentPage) -> None:
    choose(app, "scan")
    scan_all(app, "T")
    choose(app, "full")
    assert not app.radio(f"scan.{REQUIREMENTS[0]}.conformity", "G").is_visible()

    fold(app, REQUIREMENTS[0]).locator("summary").click()
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "G")

    assert app.saved()["scan"][REQUIREMENTS[0]] == {"conformity": "G", "demonstrability": "T"}
    assert "onze schatting" in fold(app, REQUIREMENTS[0]).locator(".kmop-mark").first.inner_text()


def test_in_the_whole_form_the_scan_is_no_open_point(app: AssessmentPage) -> None:
    app.page.locator("#part-profile input:visible").last.focus()

    seen = {next_open(app) for _ in range(60)}

    assert not [name for name in seen if name.startswith("scan.")]
    assert f"checks.{FIRST_CHECK}.conformity" in seen


def test_the_mode_is_remembered_with_the_answers_but_is_none(app: AssessmentPage) -> None:
    choose(app, "scan")
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "T")
    app.wait_until_kept()
    assert set(app.saved()) <= {"format", "norm", "scan"}

    app.page.reload()
    app.wait()

    assert app.page.locator('[data-mode-choice="scan"]').get_attribute("aria-pressed") == "true"
    assert app.radio(f"scan.{REQUIREMENTS[0]}.conformity", "T").is_checked()
    assert app.kept()["mode"] == "scan"
    app.wipe()
    assert app.page.locator('[data-mode-choice="full"]').get_attribute("aria-pressed") == "true"


def test_the_mode_that_an_earlier_page_kept_is_taken_over_once(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    app.page.evaluate(WITHOUT_MODE)
    app.page.evaluate("localStorage.setItem('kmop-mode', 'scan')")

    app.page.reload()
    app.wait()

    assert app.page.locator('[data-mode-choice="scan"]').get_attribute("aria-pressed") == "true"
    assert app.page.evaluate("localStorage.getItem('kmop-mode')") is None
    assert app.kept()["mode"] == "scan"


def test_a_scan_that_an_earlier_version_saved_opens_whole(app: AssessmentPage) -> None:
    choose(app, "scan")
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "B")
    app.wait_until_kept()
    app.page.evaluate(WITH_ONE_SCORE)

    app.page.reload()
    app.wait()

    for dimension in ("conformity", "demonstrability"):
        assert app.radio(f"scan.{REQUIREMENTS[0]}.{dimension}", "T").is_checked()
    assert "een eerste schatting op basis van de snelle scan" in app.result
    app.answer(f"scan.{REQUIREMENTS[0]}.demonstrability", "G")
    assert app.saved()["scan"] == {REQUIREMENTS[0]: {"conformity": "T", "demonstrability": "G"}}


def test_a_link_to_a_point_shows_it_in_the_whole_form(app: AssessmentPage) -> None:
    choose(app, "scan")
    link = app.page.locator(f'.kmop-next a[href="#checks.{FIRST_CHECK}"]')
    link.evaluate(
        "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }"
    )

    link.click()

    assert app.page.locator(f'[data-field="checks.{FIRST_CHECK}"]').is_visible()
    assert app.page.locator('[data-mode-choice="full"]').get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_scan_is_done_by_keyboard_alone(app: AssessmentPage, size: tuple[int, int]) -> None:
    app.seen(size)
    app.page.focus('[data-mode-choice="scan"]')
    app.page.keyboard.press("Enter")
    app.radio("profile.declarations_signed", "").focus()

    assert next_open(app) == f"scan.{REQUIREMENTS[0]}.conformity"
    app.page.keyboard.press("ArrowDown")
    assert next_open(app) == f"scan.{REQUIREMENTS[0]}.demonstrability"
    app.page.keyboard.press("ArrowUp")
    assert next_open(app) == f"scan.{REQUIREMENTS[1]}.conformity"
    app.wait()
    assert app.saved()["scan"] == {REQUIREMENTS[0]: {"conformity": "G"}}
    assert app.saved()["unknown"] == [f"scan.{REQUIREMENTS[0]}.demonstrability"]
    app.page.focus("[data-refine]")
    app.page.keyboard.press("Space")
    assert focused(app.page) == f"checks.{FIRST_CHECK}.conformity"
