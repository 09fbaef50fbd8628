"""Answers are never lost: kept in the browser, saved to a file, opened again, wiped when asked."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.harness import NewPage
from tests.browser.norm_ids import FIRST_CHECK, NORM, THIRD_CHECK
from tests.browser.saved_work import WORK

BLOCKED = """
Object.defineProperty(window, 'indexedDB', {
    get() { throw new DOMException('forbidden', 'SecurityError') }
})
"""
FULL = """
IDBObjectStore.prototype.put = function () {
    throw new DOMException('full', 'QuotaExceededError')
}
"""


def test_answers_survive_a_reload(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.type(f"checks.{FIRST_CHECK}.note", "bewijs in de map")
    app.wait_until_kept()
    before = app.saved()

    app.page.reload()
    app.wait()

    assert app.radio("profile.provider_kind", "private").is_checked()
    assert app.entry(f"checks.{FIRST_CHECK}.note").input_value() == "bewijs in de map"
    assert app.saved() == before


def test_an_answer_given_just_before_leaving_is_kept(app: AssessmentPage) -> None:
    app.radio("profile.provider_kind", "public").check()
    app.page.reload()
    app.wait()

    assert app.radio("profile.provider_kind", "public").is_checked()


def test_what_is_opened_is_saved_as_it_was(app: AssessmentPage) -> None:
    app.open(WORK)

    assert app.saved() == WORK


def test_save_wipe_and_open_lose_nothing(app: AssessmentPage) -> None:
    app.open(WORK)
    app.answer(f"checks.{THIRD_CHECK}.conformity", "B")
    file = app.save()

    app.wipe()
    assert app.saved()["format"] == EMPTY["format"]
    assert not {"profile", "checks", "documents", "title"} & app.saved().keys()
    app.open(json.loads(file))

    assert app.save() == file


def test_wiping_leaves_nothing_in_the_browser(app: AssessmentPage) -> None:
    app.open(WORK)
    app.wait_until_kept()
    assert app.kept() is not None

    app.wipe()

    assert app.kept() is None
    assert app.entry(f"checks.{FIRST_CHECK}.note").input_value() == ""
    assert not app.radio(f"checks.{FIRST_CHECK}.conformity", "T").is_checked()
    app.page.reload()
    app.wait()
    assert not app.radio("profile.provider_kind", "private").is_checked()


@pytest.mark.parametrize("how", ["key", "button"])
def test_wiping_can_be_thought_better_of(app: AssessmentPage, how: str) -> None:
    app.open(WORK)

    app.press("#kmop-wipe")
    if how == "key":
        app.page.keyboard.press("Escape")
    else:
        app.question.locator("[value=no]").click()

    app.question.wait_for(state="hidden")
    assert app.page.evaluate("document.activeElement.id") == "kmop-wipe"
    assert app.saved() == WORK


def test_opening_another_file_asks_first(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.choose_file(json.dumps(WORK).encode())
    app.question.locator("[value=no]").click()

    app.question.wait_for(state="hidden")
    assert app.saved() == before


BROKEN = {
    "no JSON": (b'{"format": ', "geen geldige JSON"),
    "no map": (b"[1, 2]", "het geheel"),
    "no format": (b"{}", "format"),
    "wrong value": (
        b'{"format":"kmop-answers/1","profile":{"starter":"ja"}}',
        "Bent u een startende dienstverlener?, regel 1",
    ),
    "unknown point": (
        b'{"format":"kmop-answers/1","checks":{"OFR-99":{"conformity":"T"}}}',
        "OFR-99",
    ),
    "a key twice": (
        b'{"format":"kmop-answers/1","profile":{"deployed_people":3,"deployed_people":300}}',
        "'deployed_people' staat er twee keer",
    ),
    "a number beyond all bounds": (
        b'{"format":"kmop-answers/1","appendix":[{"id":"x","version":"1","answer":1e400}]}',
        "een getal dat te groot is",
    ),
    "a version of thousands of digits": (
        json.dumps({"format": "kmop-answers/1", "norm": {"id": NORM["id"], "version": "9" * 5000}}).encode(),
        "deze tekst telt 5.000 tekens",
    ),
    "thousands of values": (
        json.dumps({"format": "kmop-answers/1", "profile": {"services": [str(n) for n in range(60_000)]}}).encode(),
        "er zijn nog 59.981 andere fouten",
    ),
    "in the encoding of Windows": ('{"title": "é"}'.encode("cp1252"), "met de codering UTF-8"),
}


@pytest.mark.parametrize(("content", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_and_the_work_untouched(app: AssessmentPage, content: bytes, reason: str) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.choose_file(content, "stuk.json")
    app.page.locator(".kmop-notice", has_text="stuk.json is niet geopend").wait_for()

    assert reason in app.notices
    assert app.saved() == before
    app.answer("profile.provider_kind", "private")


def test_text_from_a_file_is_never_markup(app: AssessmentPage) -> None:
    key = "<img src=x onerror=alert(1)>"
    app.choose_file(json.dumps({"format": "kmop-answers/1", key: 1}).encode(), f"{key}.json")
    app.page.locator(".kmop-notice", has_text="is niet geopend").wait_for()

    assert key in app.notices
    assert app.page.locator("#kmop-notices img").count() == 0


def test_a_file_of_before_the_rules_were_ready_is_opened_when_they_are(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url)
    page.goto(app.address)
    page.locator("#kmop-open:enabled").wait_for(state="attached")

    app.choose_file(json.dumps(WORK).encode())

    page.locator("#kmop-notices", has_text="wordt nagekeken zodra").wait_for()
    page.locator("#kmop-status", has_text="zijn geopend").wait_for()
    app.wait()
    assert app.saved() == WORK


def test_without_storage_the_page_says_so_and_works_on(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(BLOCKED)
    app = AssessmentPage(page, site_url).sit_down()

    assert "laat niet toe" in app.notices
    app.answer("profile.provider_kind", "private")
    assert app.saved()["profile"] == {"provider_kind": "private"}
    app.wipe()
    assert "profile" not in app.saved()


def test_a_full_storage_is_told_and_the_work_stays(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(FULL)
    app = AssessmentPage(page, site_url).sit_down()

    app.answer("profile.provider_kind", "private")

    page.locator("#kmop-notices", has_text="geen plaats meer in deze browser").wait_for()
    assert app.saved()["profile"] == {"provider_kind": "private"}


def test_what_was_kept_shows_even_when_nothing_more_can_be_written(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()
    app.page.add_init_script(FULL)

    app.page.reload()
    app.wait()

    assert app.radio("profile.provider_kind", "public").is_checked()
    assert "konden niet in deze browser worden bewaard" in app.notices
    assert app.saved()["profile"] == {"provider_kind": "public"}
