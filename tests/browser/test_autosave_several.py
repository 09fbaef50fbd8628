"""Several assessments side by side in one browser: named, copied, turned to, removed, and all of them wiped."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.assessment_page import AssessmentPage
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

PERSIST = """
self.asked = 0
StorageManager.prototype.persist = async () => {
    self.asked++
    localStorage.setItem('promised', GRANTS)
    return GRANTS
}
StorageManager.prototype.persisted = async () => localStorage.getItem('promised') === 'true'
"""


def shelf(app: AssessmentPage) -> Locator:
    """The unfolded list of assessments."""
    app.unfold("#kmop-work")
    return app.page.locator("#kmop-work")


def expect_names(app: AssessmentPage, *names: str) -> None:
    """Wait until the list shows these and no others: it is drawn, and read from the database, a moment later."""
    listed = shelf(app).locator("li")
    expect(listed.locator("b")).to_have_count(len(names))
    for name in names:
        expect(listed.get_by_text(name, exact=True)).to_have_count(1)


def wait_until_listed(app: AssessmentPage, name: str) -> None:
    """Wait until an assessment is kept: before that it stands in the list as empty."""
    shelf(app).locator("li[data-assessment]", has=app.page.get_by_text(name, exact=True)).wait_for()


def act(app: AssessmentPage, name: str, what: str) -> None:
    shelf(app).locator("li[data-assessment]", has=app.page.get_by_text(name, exact=True)).locator(
        f"[data-act={what}]"
    ).click()


def begin(app: AssessmentPage, name: str) -> None:
    shelf(app).locator("#kmop-begin").click()
    give_name(app, name)


def give_name(app: AssessmentPage, name: str) -> None:
    app.question.locator("input").fill(name)
    app.page.keyboard.press("Enter")
    app.question.wait_for(state="hidden")


def wait_for_status(app: AssessmentPage, text: str) -> None:
    app.page.locator("#kmop-status", has_text=text).wait_for()


def with_old_database(page: Page, address: str, record: Any) -> None:
    page.route("**/zelftoets/old", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"))
    page.goto(f"{address}old")
    page.evaluate(OLD_DATABASE, record)


def test_what_the_first_version_kept_is_taken_over(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url)
    answers = {"format": "kmop-answers/1", "profile": {"provider_kind": "public"}, "title": "Van vroeger"}
    record = {"answers": answers, "saved_at": "2026-01-02T03:04:05.678Z", "format": "kmop-answers/1"}
    with_old_database(page, f"{site_url}zelftoets/", record)

    app.sit_down()

    assert app.radio("profile.provider_kind", "public").is_checked()
    assert app.saved() == answers
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    expect_names(app, "Van vroeger")
    expect(app.page.locator("#kmop-versions li")).to_have_count(2)


def test_assessments_lie_side_by_side_and_each_keeps_its_answers(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    act(app, "Zelftoets zonder naam", "rename")
    give_name(app, "Bakkerij <b>Jansen</b>")
    begin(app, "Advies Mertens")
    expect(app.radio("profile.provider_kind", "private")).not_to_be_checked()
    app.answer("profile.provider_kind", "public")
    expect_names(app, "Advies Mertens", "Bakkerij <b>Jansen</b>")

    act(app, "Bakkerij <b>Jansen</b>", "turnTo")

    wait_for_status(app, "U werkt nu aan Bakkerij")
    assert app.radio("profile.provider_kind", "private").is_checked()
    assert app.saved()["title"] == "Bakkerij <b>Jansen</b>"
    app.page.reload()
    app.wait()
    assert app.radio("profile.provider_kind", "private").is_checked()
    expect_names(app, "Advies Mertens", "Bakkerij <b>Jansen</b>")


def test_a_copy_goes_its_own_way(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    act(app, "Zelftoets zonder naam", "copy")
    act(app, "Zelftoets zonder naam (kopie)", "turnTo")
    wait_for_status(app, "U werkt nu aan")

    app.answer("profile.provider_kind", "public")
    act(app, "Zelftoets zonder naam", "turnTo")
    wait_for_status(app, "U werkt nu aan Zelftoets zonder naam.")

    assert app.radio("profile.provider_kind", "private").is_checked()


def test_removing_asks_first_and_takes_only_that_one(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    begin(app, "Tweede")
    act(app, "Zelftoets zonder naam", "remove")
    app.question.locator("[value=no]").click()
    app.question.wait_for(state="hidden")
    expect_names(app, "Tweede", "Zelftoets zonder naam")

    act(app, "Tweede", "remove")
    app.question.locator("[value=yes]").click()
    wait_for_status(app, "Tweede is verwijderd")

    app.page.locator("#kmop-work li", has_text="Tweede").wait_for(state="detached")
    act(app, "Zelftoets zonder naam", "turnTo")
    wait_for_status(app, "U werkt nu aan")
    assert app.radio("profile.provider_kind", "private").is_checked()


def test_one_button_wipes_every_assessment_and_version(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    begin(app, "Tweede")
    app.answer("profile.provider_kind", "public")
    wait_until_listed(app, "Tweede")
    assert app.page.evaluate(EVERYTHING) > 4

    app.wipe()
    wait_for_status(app, "Alles is gewist")

    assert app.page.evaluate(EVERYTHING) == 0
    expect_names(app, "Zelftoets zonder naam")


@pytest.mark.parametrize(("grants", "told"), [(True, "wist ze niet uit zichzelf"), (False, "kan ze zelf wissen")])
def test_persistence_is_asked_once_and_its_outcome_told(
    new_page: NewPage, site_url: str, grants: bool, told: str
) -> None:
    page = new_page()
    page.add_init_script(PERSIST.replace("GRANTS", str(grants).lower()))
    app = AssessmentPage(page, site_url).sit_down()
    assert page.evaluate("asked") == 0

    app.answer("profile.provider_kind", "private")
    page.locator("#kmop-kept", has_text=told).wait_for()
    app.answer("profile.provider_kind", "public")

    assert page.evaluate("asked") == 1
    page.reload()
    app.wait()
    app.answer("profile.provider_kind", "private")
    page.locator("#kmop-kept", has_text=told).wait_for()
    assert page.evaluate("asked") == 0


def test_the_list_works_by_keyboard_alone_on_a_small_screen(app: AssessmentPage) -> None:
    page = app.seen((360, 640)).page
    assert page.locator("#kmop-work li").count() == 0  # a closed list may be long, so it is not drawn
    page.focus(".kmop-menu > summary")
    page.keyboard.press("Enter")
    page.focus("#kmop-work summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "kmop-begin"
    page.keyboard.press("Enter")
    page.keyboard.type("Met het toetsenbord")
    page.keyboard.press("Enter")
    app.question.wait_for(state="hidden")

    page.locator("#kmop-work summary", has_text="Met het toetsenbord").wait_for()

    assert not app.scrolls_sideways()


def test_a_damaged_record_is_put_aside_and_can_be_saved(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url)
    with_old_database(page, f"{site_url}zelftoets/", {"answers": "rommel <i>", "saved_at": "?"})
    app.sit_down()
    expect(app.page.locator("#kmop-notices")).to_contain_text("beschadigd")

    app.answer("profile.provider_kind", "private")
    with page.expect_download() as waiting:
        shelf(app).locator("[data-damaged] [data-act=save]").click()

    assert re.search(r'"answers": "rommel <i>"', waiting.value.path().read_text())
    page.reload()
    app.wait()
    assert app.radio("profile.provider_kind", "private").is_checked()
    shelf(app).locator("[data-damaged] [data-act=forget]").click()
    app.question.locator("[value=yes]").click()
    shelf(app).locator("[data-damaged]").wait_for(state="detached")


def test_each_assessment_opens_in_its_own_view_and_that_is_no_version(app: AssessmentPage) -> None:
    page = app.page
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()
    begin(app, "Tweede")
    assert app.view == "steps"
    app.answer("profile.provider_kind", "private")
    wait_until_listed(app, "Tweede")
    versions = page.locator("#kmop-versions li").count()
    app.show_all()
    app.step_by_step()
    assert page.locator("#kmop-versions li").count() == versions

    act(app, "Zelftoets zonder naam", "copy")
    act(app, "Zelftoets zonder naam", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text("Zelftoets zonder naam", exact=True).wait_for()
    assert app.view == "all"
    act(app, "Zelftoets zonder naam (kopie)", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text(
        "Zelftoets zonder naam (kopie)", exact=True
    ).wait_for()
    assert app.view == "all"
    act(app, "Tweede", "turnTo")
    page.locator("#kmop-work li", has_text="nu open").get_by_text("Tweede", exact=True).wait_for()
    page.reload()
    app.wait()
    assert app.view == "steps"
    assert set(app.saved()) == {"format", "norm", "title", "profile"}
