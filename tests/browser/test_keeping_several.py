"""Several assessments side by side in one browser: named, copied, turned to, removed, and all of them wiped."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.desk import Desk
from tests.browser.harness import NewPage

OLD_DATABASE = """(record) => new Promise((done, fail) => {
    const request = indexedDB.open('kmop', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('assessments')
    request.onerror = () => fail(request.error)
    request.onsuccess = () => {
        const writing = request.result.transaction('assessments', 'readwrite')
        writing.objectStore('assessments').put(record, 'current')
        writing.oncomplete = () => { request.result.close(); done() }
    }
})"""
EVERYTHING = """() => new Promise((done) => {
    const request = indexedDB.open('kmop')
    request.onsuccess = () => {
        const names = ['assessments', 'versions', 'aside', 'settings']
        const reading = request.result.transaction(names)
        let n = 0
        for (const name of names) {
            reading.objectStore(name).count().onsuccess = ({ target }) => { n += target.result }
        }
        reading.oncomplete = () => { request.result.close(); done(n) }
    }
})"""

PERSIST = "self.asked = 0; StorageManager.prototype.persist = async () => { self.asked++; return GRANTS }"


def shelf(desk: Desk) -> Locator:
    """The unfolded list of assessments."""
    desk.page.eval_on_selector("#kmop-work", "e => e.open = true")
    return desk.page.locator("#kmop-work")


def names(desk: Desk) -> list[str]:
    return sorted(shelf(desk).locator("li b").all_inner_texts())


def act(desk: Desk, name: str, what: str) -> None:
    shelf(desk).locator("li[data-assessment]", has=desk.page.get_by_text(name, exact=True)).locator(
        f"[data-act={what}]"
    ).click()


def begin(desk: Desk, name: str) -> None:
    shelf(desk).locator("#kmop-begin").click()
    give_name(desk, name)


def give_name(desk: Desk, name: str) -> None:
    desk.question.locator("input").fill(name)
    desk.page.keyboard.press("Enter")
    desk.question.wait_for(state="hidden")


def wait_for_status(desk: Desk, text: str) -> None:
    desk.page.locator("#kmop-status", has_text=text).wait_for()


def with_old_database(page: Page, address: str, record: Any) -> None:
    page.route("**/zelftoets/old", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"))
    page.goto(f"{address}old")
    page.evaluate(OLD_DATABASE, record)


def test_what_the_first_version_kept_is_taken_over(page: Page, site_url: str) -> None:
    desk = Desk(page, site_url)
    answers = {"format": "kmop-answers/1", "profile": {"provider_kind": "public"}, "title": "Van vroeger"}
    record = {"answers": answers, "saved_at": "2026-01-02T03:04:05.678Z", "format": "kmop-answers/1"}
    with_old_database(page, desk.address, record)

    desk.sit_down()

    assert desk.radio("profile.provider_kind", "public").is_checked()
    assert desk.saved() == answers
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()
    assert names(desk) == ["Van vroeger"]
    assert desk.page.locator("#kmop-versions li").count() == 2


def test_assessments_lie_side_by_side_and_each_keeps_its_answers(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()
    act(desk, "Zelftoets zonder naam", "rename")
    give_name(desk, "Bakkerij <b>Jansen</b>")
    begin(desk, "Advies Mertens")
    assert not desk.radio("profile.provider_kind", "private").is_checked()
    desk.answer("profile.provider_kind", "public")
    assert names(desk) == ["Advies Mertens", "Bakkerij <b>Jansen</b>"]

    act(desk, "Bakkerij <b>Jansen</b>", "turnTo")

    wait_for_status(desk, "U werkt nu aan Bakkerij")
    assert desk.radio("profile.provider_kind", "private").is_checked()
    assert desk.saved()["title"] == "Bakkerij <b>Jansen</b>"
    desk.page.reload()
    desk.wait()
    assert desk.radio("profile.provider_kind", "private").is_checked()
    assert names(desk) == ["Advies Mertens", "Bakkerij <b>Jansen</b>"]


def test_a_copy_goes_its_own_way(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()
    act(desk, "Zelftoets zonder naam", "copy")
    act(desk, "Zelftoets zonder naam (kopie)", "turnTo")
    wait_for_status(desk, "U werkt nu aan")

    desk.answer("profile.provider_kind", "public")
    act(desk, "Zelftoets zonder naam", "turnTo")
    wait_for_status(desk, "U werkt nu aan Zelftoets zonder naam.")

    assert desk.radio("profile.provider_kind", "private").is_checked()


def test_removing_asks_first_and_takes_only_that_one(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    begin(desk, "Tweede")
    act(desk, "Zelftoets zonder naam", "remove")
    desk.question.locator("[value=no]").click()
    desk.question.wait_for(state="hidden")
    assert len(names(desk)) == 2

    act(desk, "Tweede", "remove")
    desk.question.locator("[value=yes]").click()
    wait_for_status(desk, "Tweede is verwijderd")

    desk.page.locator("#kmop-work li", has_text="Tweede").wait_for(state="detached")
    act(desk, "Zelftoets zonder naam", "turnTo")
    wait_for_status(desk, "U werkt nu aan")
    assert desk.radio("profile.provider_kind", "private").is_checked()


def test_one_button_wipes_every_assessment_and_version(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    begin(desk, "Tweede")
    desk.answer("profile.provider_kind", "public")
    assert desk.page.evaluate(EVERYTHING) > 4

    desk.wipe()
    wait_for_status(desk, "Alles is gewist")

    assert desk.page.evaluate(EVERYTHING) == 0
    assert names(desk) == ["Zelftoets zonder naam"]


@pytest.mark.parametrize(("grants", "told"), [(True, "wist ze niet uit zichzelf"), (False, "kan ze zelf wissen")])
def test_persistence_is_asked_once_and_its_outcome_told(
    new_page: NewPage, site_url: str, grants: bool, told: str
) -> None:
    page = new_page()
    page.add_init_script(PERSIST.replace("GRANTS", str(grants).lower()))
    desk = Desk(page, site_url).sit_down()
    assert page.evaluate("asked") == 0

    desk.answer("profile.provider_kind", "private")
    page.locator("#kmop-kept", has_text=told).wait_for()
    desk.answer("profile.provider_kind", "public")

    assert page.evaluate("asked") == 1
    page.reload()
    desk.wait()
    desk.answer("profile.provider_kind", "private")
    page.locator("#kmop-kept", has_text=told).wait_for()
    assert page.evaluate("asked") == 0


def test_the_list_works_by_keyboard_alone_on_a_small_screen(desk: Desk) -> None:
    page = desk.seen((360, 640)).page
    page.focus("#kmop-work summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "kmop-begin"
    page.keyboard.press("Enter")
    page.keyboard.type("Met het toetsenbord")
    page.keyboard.press("Enter")
    desk.question.wait_for(state="hidden")

    page.locator("#kmop-work summary", has_text="Met het toetsenbord").wait_for()

    assert not desk.scrolls_sideways()


def test_a_damaged_record_is_put_aside_and_can_be_saved(page: Page, site_url: str) -> None:
    desk = Desk(page, site_url)
    with_old_database(page, desk.address, {"answers": "rommel <i>", "saved_at": "?"})
    desk.sit_down()
    assert "beschadigd" in desk.notices

    desk.answer("profile.provider_kind", "private")
    with page.expect_download() as waiting:
        shelf(desk).locator("[data-damaged] [data-act=save]").click()

    assert re.search(r'"answers": "rommel <i>"', waiting.value.path().read_text())
    page.reload()
    desk.wait()
    assert desk.radio("profile.provider_kind", "private").is_checked()
    shelf(desk).locator("[data-damaged] [data-act=forget]").click()
    desk.question.locator("[value=yes]").click()
    shelf(desk).locator("[data-damaged]").wait_for(state="detached")


def test_each_assessment_opens_in_its_own_mode_and_that_is_no_version(desk: Desk) -> None:
    page = desk.page
    scan = page.locator('[data-mode-choice="scan"]')
    scan.click()
    desk.answer("scan.activity", "T")
    desk.wait_until_kept()
    begin(desk, "Tweede")
    assert scan.get_attribute("aria-pressed") == "false"
    desk.answer("profile.provider_kind", "private")
    versions = page.locator("#kmop-versions li").count()
    scan.click()
    page.locator('[data-mode-choice="full"]').click()
    assert page.locator("#kmop-versions li").count() == versions

    act(desk, "Zelftoets zonder naam", "copy")
    act(desk, "Zelftoets zonder naam", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text("Zelftoets zonder naam", exact=True).wait_for()
    assert scan.get_attribute("aria-pressed") == "true"
    act(desk, "Zelftoets zonder naam (kopie)", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text(
        "Zelftoets zonder naam (kopie)", exact=True
    ).wait_for()
    assert scan.get_attribute("aria-pressed") == "true"
    act(desk, "Tweede", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text("Tweede", exact=True).wait_for()
    page.reload()
    desk.wait()
    assert scan.get_attribute("aria-pressed") == "false"
    assert set(desk.saved()) == {"format", "norm", "title", "profile"}
