"""A page that stays open while the site is renewed says so of each part that is no longer there."""

import re

import pytest
from playwright.sync_api import Page

from guide.catalogue import load_messages
from tests.browser.assessment_page import AssessmentPage

SAID = load_messages("nl", "browser")
NEWER = """() => new Promise((done) => {
    indexedDB.open('kmop').onsuccess = ({ target: { result: database } }) => {
        const records = database.transaction('assessments', 'readwrite').objectStore('assessments')
        records.openCursor().onsuccess = ({ target: { result: cursor } }) => {
            const { answers, ...rest } = cursor.value
            const norm = { ...answers.norm, version: '9999.1.1' }
            cursor.update({ ...rest, answers: { ...answers, norm } }).onsuccess = () => done()
        }
    }
})"""


@pytest.mark.allow_console_errors
def test_each_part_that_is_fetched_later_is_told_when_it_is_gone(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    page.route(re.compile(r"/assets/kmop/.*\.js$"), lambda route: route.fulfill(status=404))

    app.press("#kmop-save-yaml")
    page.locator(".kmop-notice", has_text=SAID["browser.take.failed"]).wait_for()
    app.choose_file(b"format: kmop-answers/1\n", "oud.yaml")

    page.locator(".kmop-notice", has_text="oud.yaml is niet geopend: een deel van deze pagina").wait_for()


@pytest.mark.allow_console_errors
def test_that_answers_of_a_newer_norm_are_not_saved_is_told_without_rules_too(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()
    page.evaluate(NEWER)

    page.route(re.compile(r"/kmop/worker\.[^/]*$"), lambda route: route.fulfill(status=404))
    page.reload()
    page.locator("#kmop-retry:visible").wait_for()

    assert "9999.1.1" in page.inner_text("#kmop-newer")
