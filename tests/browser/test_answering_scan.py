"""The quick scan gives a rough result in a few questions, and refining goes on from there."""

import pytest
from playwright.sync_api import Locator

from tests.browser.answering import LAPTOP, PHONE, count, counts, focused, next_open
from tests.browser.desk import Desk

REQUIREMENTS = ["activity", "experience", "satisfaction", "knowledge", "integrity"]
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


def choose(desk: Desk, mode: str) -> None:
    desk.page.locator(f'[data-mode-choice="{mode}"]').click()


def asked(desk: Desk) -> list[str]:
    """The questions that show, by name."""
    shown = desk.page.locator(".kmop-field[data-field]:visible")
    return [str(name) for name in shown.evaluate_all("all => all.map(e => e.dataset.field)")]


def scan_all(desk: Desk, answer: str) -> None:
    for name, value in FIRST_AUDIT.items():
        desk.answer(f"profile.{name}", value)
    for requirement in REQUIREMENTS:
        desk.answer(f"scan.{requirement}", answer)


def fold(desk: Desk, requirement: str) -> Locator:
    return desk.page.locator(f'details[data-field="scan.{requirement}"]')


def test_the_scan_asks_little(desk: Desk) -> None:
    everything = asked(desk)

    choose(desk, "scan")

    scan = asked(desk)
    assert [name for name in scan if not name.startswith("profile.")] == [f"scan.{name}" for name in REQUIREMENTS]
    assert {"profile.services", "profile.starter", "profile.is_audit_bureau"} < set(scan)
    assert not {"profile.hourly_rate", "profile.iban", "profile.sites.belgium"} & set(scan)
    assert len(scan) < len(everything) / 3
    assert counts(desk, "checks") == (0, len(REQUIREMENTS))
    assert not desk.page.locator("#part-documents").is_visible()


def test_the_scan_gives_a_rough_result_that_says_so(desk: Desk) -> None:
    choose(desk, "scan")
    before = desk.result

    scan_all(desk, "V")

    assert desk.result != before
    assert "ruw beeld" in desk.result
    assert desk.saved()["scan"] == dict.fromkeys(REQUIREMENTS, "V")
    assert count(desk, "checks") == "5 van 5 beantwoord"


def test_refining_keeps_every_answer_and_goes_on_at_the_points(desk: Desk) -> None:
    choose(desk, "scan")
    scan_all(desk, "T")
    before = desk.saved()

    desk.page.locator("[data-refine]").click()

    assert focused(desk.page) == "checks.ACT-1.conformity"
    assert desk.saved() == before
    assert "profile.hourly_rate" in asked(desk)
    assert not desk.page.locator("[data-refine]").is_visible()
    assert desk.radio("profile.provider_kind", "private").is_checked()


def test_in_the_whole_form_a_scan_answer_is_folded_and_can_change(desk: Desk) -> None:
    choose(desk, "scan")
    scan_all(desk, "T")
    choose(desk, "full")
    assert not desk.radio("scan.activity", "G").is_visible()

    fold(desk, "activity").locator("summary").click()
    desk.answer("scan.activity", "G")

    assert desk.saved()["scan"]["activity"] == "G"
    assert "eigen inschatting" in fold(desk, "activity").locator(".kmop-badge").first.inner_text()


def test_in_the_whole_form_the_scan_is_no_open_point(desk: Desk) -> None:
    desk.page.locator("#part-profile input:visible").last.focus()

    seen = {next_open(desk) for _ in range(60)}

    assert not [name for name in seen if name.startswith("scan.")]
    assert "checks.ACT-1.conformity" in seen


def test_the_mode_is_remembered_with_the_answers_but_is_none(desk: Desk) -> None:
    choose(desk, "scan")
    desk.answer("scan.activity", "T")
    desk.wait_until_kept()
    assert set(desk.saved()) <= {"format", "norm", "scan"}

    desk.page.reload()
    desk.wait()

    assert desk.page.locator('[data-mode-choice="scan"]').get_attribute("aria-pressed") == "true"
    assert desk.radio("scan.activity", "T").is_checked()
    assert desk.kept()["mode"] == "scan"
    desk.wipe()
    assert desk.page.locator('[data-mode-choice="full"]').get_attribute("aria-pressed") == "true"


def test_the_mode_that_an_earlier_page_kept_is_taken_over_once(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()
    desk.page.evaluate(WITHOUT_MODE)
    desk.page.evaluate("localStorage.setItem('kmop-mode', 'scan')")

    desk.page.reload()
    desk.wait()

    assert desk.page.locator('[data-mode-choice="scan"]').get_attribute("aria-pressed") == "true"
    assert desk.page.evaluate("localStorage.getItem('kmop-mode')") is None
    assert desk.kept()["mode"] == "scan"


def test_a_link_to_a_point_shows_it_in_the_whole_form(desk: Desk) -> None:
    choose(desk, "scan")
    link = desk.page.locator('.kmop-next a[href="#checks.ACT-1"]')
    link.evaluate(
        "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }"
    )

    link.click()

    assert desk.page.locator('[data-field="checks.ACT-1"]').is_visible()
    assert desk.page.locator('[data-mode-choice="full"]').get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_scan_is_done_by_keyboard_alone(desk: Desk, size: tuple[int, int]) -> None:
    desk.seen(size)
    desk.page.focus('[data-mode-choice="scan"]')
    desk.page.keyboard.press("Enter")
    desk.radio("profile.declarations_signed", "").focus()

    assert next_open(desk) == "scan.activity"
    desk.page.keyboard.press("ArrowUp")
    assert next_open(desk) == "scan.experience"
    desk.wait()
    assert desk.saved()["scan"] == {"activity": "V"}
    desk.page.focus("[data-refine]")
    desk.page.keyboard.press("Space")
    assert focused(desk.page) == "checks.ACT-1.conformity"
