"""Answers are never lost: kept in the browser, saved to a file, opened again, wiped when asked."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.desk import EMPTY, Desk
from tests.browser.harness import NewPage

WORK: dict[str, Any] = {
    "format": "kmop-answers/1",
    "title": "Onze zelftoets",
    "profile": {
        "services": ["advice", "training"],
        "advice_is_cybersecurity": True,
        "provider_kind": "private",
        "certificates": [],
        "deployed_people": 3,
        "sites": {"belgium": 2, "abroad": 0},
        "dates": {"application": "2026-03-01"},
        "hourly_rate": "150.50",
        "enterprise_number": "BE 0403.170.701",
    },
    "checks": {
        "ACT-1": {"conformity": "T", "demonstrability": "G", "note": "eerste\ntweede  "},
        "ACT-2": {"not_applicable": {"reason": "niet bij ons"}, "present": "Jan\nMia"},
        "SAT-1": {"conformity": "V"},
    },
    "documents": {"articles-of-association": {"state": "ready", "note": "in de map <b>1</b>"}},
}

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


def test_answers_survive_a_reload(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.type("checks.ACT-1.note", "bewijs in de map")
    desk.wait_until_kept()
    before = desk.saved()

    desk.page.reload()
    desk.wait()

    assert desk.radio("profile.provider_kind", "private").is_checked()
    assert desk.entry("checks.ACT-1.note").input_value() == "bewijs in de map"
    assert desk.saved() == before


def test_an_answer_given_just_before_leaving_is_kept(desk: Desk) -> None:
    desk.radio("profile.provider_kind", "public").check()
    desk.page.reload()
    desk.wait()

    assert desk.radio("profile.provider_kind", "public").is_checked()


def test_answers_are_kept_with_their_format_and_moment(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()

    kept = desk.kept()

    assert kept["format"] == "kmop-answers/1"
    assert kept["answers"]["profile"] == {"provider_kind": "private"}
    assert kept["saved_at"].endswith("Z")


def test_what_is_opened_is_saved_as_it_was(desk: Desk) -> None:
    desk.open(WORK)

    assert desk.saved() == WORK


def test_save_wipe_and_open_lose_nothing(desk: Desk) -> None:
    desk.open(WORK)
    desk.answer("checks.ACT-3.conformity", "B")
    file = desk.save()

    desk.wipe()
    assert desk.saved()["format"] == EMPTY["format"]
    assert not {"profile", "checks", "documents", "title"} & desk.saved().keys()
    desk.open(json.loads(file))

    assert desk.save() == file


def test_wiping_leaves_nothing_in_the_browser(desk: Desk) -> None:
    desk.open(WORK)
    desk.wait_until_kept()
    assert desk.kept() is not None

    desk.wipe()

    assert desk.kept() is None
    assert desk.entry("checks.ACT-1.note").input_value() == ""
    assert not desk.radio("checks.ACT-1.conformity", "T").is_checked()
    desk.page.reload()
    desk.wait()
    assert not desk.radio("profile.provider_kind", "private").is_checked()


@pytest.mark.parametrize("how", ["key", "button"])
def test_wiping_can_be_thought_better_of(desk: Desk, how: str) -> None:
    desk.open(WORK)

    desk.page.click("#kmop-wipe")
    if how == "key":
        desk.page.keyboard.press("Escape")
    else:
        desk.question.locator("[value=no]").click()

    desk.question.wait_for(state="hidden")
    assert desk.page.evaluate("document.activeElement.id") == "kmop-wipe"
    assert desk.saved() == WORK


def test_opening_another_file_asks_first(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "public")
    before = desk.saved()

    desk.choose_file(json.dumps(WORK).encode())
    desk.question.locator("[value=no]").click()

    desk.question.wait_for(state="hidden")
    assert desk.saved() == before


BROKEN = {
    "no JSON": (b'{"format": ', "geen geldige JSON"),
    "no text": (b"\xff\xfe\x00", "geen tekst"),
    "too large": (b" " * 2_000_001, "groter dan 2 MB"),
    "no map": (b"[1, 2]", "het hele document"),
    "no format": (b"{}", "format"),
    "wrong value": (b'{"format":"kmop-answers/1","profile":{"starter":"ja"}}', "profile.starter"),
    "unknown point": (
        b'{"format":"kmop-answers/1","checks":{"ACT-99":{"conformity":"T"}}}',
        "ACT-99",
    ),
    "too deep": (b"[" * 100_000 + b"]" * 100_000, "anders in elkaar"),
}


@pytest.mark.parametrize(("content", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_and_the_work_untouched(desk: Desk, content: bytes, reason: str) -> None:
    desk.answer("profile.provider_kind", "public")
    before = desk.saved()

    desk.choose_file(content, "stuk.json")
    desk.page.locator(".kmop-notice", has_text="stuk.json is niet geopend").wait_for()

    assert reason in desk.notices
    assert desk.saved() == before
    desk.answer("profile.provider_kind", "private")


def test_text_from_a_file_is_never_markup(desk: Desk) -> None:
    key = "<img src=x onerror=alert(1)>"
    desk.choose_file(json.dumps({"format": "kmop-answers/1", key: 1}).encode(), f"{key}.json")
    desk.page.locator(".kmop-notice", has_text="is niet geopend").wait_for()

    assert key in desk.notices
    assert desk.page.locator(".kmop-notices img").count() == 0


def test_a_file_of_before_the_rules_were_ready_is_opened_when_they_are(page: Page, site_url: str) -> None:
    desk = Desk(page, site_url)
    page.goto(desk.address)
    page.locator("#kmop-open:enabled").wait_for()

    desk.choose_file(json.dumps(WORK).encode())

    page.locator(".kmop-notices", has_text="wordt nagekeken zodra").wait_for()
    page.locator("#kmop-status", has_text="zijn geopend").wait_for()
    desk.wait()
    assert desk.saved() == WORK


def test_without_storage_the_page_says_so_and_works_on(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(BLOCKED)
    desk = Desk(page, site_url).sit_down()

    assert "laat niet toe" in desk.notices
    desk.answer("profile.provider_kind", "private")
    assert desk.saved()["profile"] == {"provider_kind": "private"}
    desk.wipe()
    assert "profile" not in desk.saved()


def test_a_full_storage_is_told_and_the_work_stays(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.add_init_script(FULL)
    desk = Desk(page, site_url).sit_down()

    desk.answer("profile.provider_kind", "private")

    page.locator(".kmop-notices", has_text="geen plaats meer in deze browser").wait_for()
    assert desk.saved()["profile"] == {"provider_kind": "private"}


def test_what_was_kept_shows_even_when_nothing_more_can_be_written(page: Page, site_url: str) -> None:
    desk = Desk(page, site_url).sit_down()
    desk.answer("profile.provider_kind", "public")
    desk.wait_until_kept()
    desk.page.add_init_script(FULL)

    desk.page.reload()
    desk.wait()

    assert desk.radio("profile.provider_kind", "public").is_checked()
    assert "konden niet in deze browser worden bewaard" in desk.notices
    assert desk.saved()["profile"] == {"provider_kind": "public"}
