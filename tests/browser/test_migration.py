"""A new version of the norm: whoever comes back finds every answer again, and is told what happened to it."""

import base64
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, focused, found_by_axe
from tests.browser.harness import FreshHandler, NewPage, eventually, serving
from tests.browser.later_norm import CHANGED, LATER, REMOVED, RENAMED, build_later
from tests.browser.norm_ids import FIRST_CHECK, NORM
from tests.browser.paths import SITE

CHANGED_CHECK, CHANGED_DOCUMENT = CHANGED
RENAMED_CHECK, RENAMED_DOCUMENT, RENAMED_THEME = RENAMED
NEW_CHECK, NEW_DOCUMENT, NEW_THEME = RENAMED.values()
REMOVED_CHECK, REMOVED_DOCUMENT, REMOVED_THEME = REMOVED
SCORE = {"conformity": "T", "demonstrability": "G"}
OLD: dict[str, Any] = {
    "format": "kmop-answers/1",
    "norm": {"id": NORM["id"], "version": NORM["version"]},
    "title": "Van vorig jaar",
    "profile": {"starter": False, "services": ["advice"], "themes": [RENAMED_THEME, REMOVED_THEME]},
    "checks": {
        FIRST_CHECK: SCORE,
        CHANGED_CHECK: SCORE | {"note": "bekijken"},
        RENAMED_CHECK: SCORE,
        REMOVED_CHECK: SCORE | {"note": "<b>van toen</b>"},
    },
    "documents": {
        CHANGED_DOCUMENT: {"state": "ready"},
        RENAMED_DOCUMENT: {"state": "in_progress"},
        REMOVED_DOCUMENT: {"state": "missing", "note": "in de kast"},
    },
}
CARRIED: dict[str, Any] = OLD | {
    "norm": {"id": NORM["id"], "version": LATER},
    "profile": {"starter": False, "services": ["advice"], "themes": [NEW_THEME]},
    "checks": {FIRST_CHECK: SCORE, CHANGED_CHECK: SCORE | {"note": "bekijken", "review": True}, NEW_CHECK: SCORE},
    "documents": {
        CHANGED_DOCUMENT: {"state": "ready", "review": True},
        NEW_DOCUMENT: {"state": "in_progress"},
    },
    "appendix": [
        {"id": REMOVED_CHECK, "version": NORM["version"], "answer": SCORE | {"note": "<b>van toen</b>"}},
        {"id": REMOVED_DOCUMENT, "version": NORM["version"], "answer": {"state": "missing", "note": "in de kast"}},
        {"id": REMOVED_THEME, "version": NORM["version"], "answer": "themes"},
    ],
}


COUNT_TOLD = """() => {
    window.shown = 0
    const count = (changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes])
        window.shown += added.filter((node) => node.id === 'kmop-carried').length
    }
    new MutationObserver(count).observe(document.querySelector('#kmop-form'), { childList: true, subtree: true })
}"""

# What the page asks its worker, by the name of the question.
COUNT_ASKED = """
    window.asked = []
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message, ...rest) {
        if (message.path?.[0] === 'call') {
            window.asked.push(message.argumentList[0].value)
        }
        return postMessage.call(this, message, ...rest)
    }
"""


@pytest.fixture(scope="session")
def later_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the norm a version later, built once."""
    return build_later(tmp_path_factory.mktemp("later"))


class Place:
    """One address at which now the site of this norm is, and now that of the later one."""

    def __init__(self, folder: Path, later: Path) -> None:
        self.link = folder / "served"
        self.later = later
        self.link.symlink_to(SITE)

    def renew(self) -> None:
        """Put the later site there."""
        self._become(self.later)

    def turn_back(self) -> None:
        """Put the site of before there, as a browser does that kept an old page."""
        self._become(SITE)

    def _become(self, site: Path) -> None:
        self.link.unlink()
        self.link.symlink_to(site)


@pytest.fixture
def place(tmp_path: Path, later_site: Path) -> Place:
    return Place(tmp_path, later_site)


@pytest.fixture
def app(new_page: NewPage, place: Place) -> Iterator[AssessmentPage]:
    with serving(place.link, FreshHandler) as url:
        yield AssessmentPage(new_page(), url)


def reload(app: AssessmentPage) -> None:
    app.page.reload()
    app.wait()


def link_of(app: AssessmentPage, answers: dict[str, Any]) -> str:
    """The link that shares these answers."""
    maker = zlib.compressobj(wbits=-15)
    squeezed = maker.compress(json.dumps(answers).encode()) + maker.flush()
    return f"{app.site}zelftoets/#antwoorden=1.{base64.urlsafe_b64encode(squeezed).decode().rstrip('=')}"


def told(app: AssessmentPage) -> list[str]:
    """What the page says happened to the answers."""
    return app.page.locator("#kmop-carried li").all_inner_texts()


def test_a_returning_visitor_finds_every_answer_in_the_new_norm(app: AssessmentPage, place: Place) -> None:
    app.sit_down().open(OLD)
    app.wait_until_kept()
    place.renew()

    reload(app)

    assert app.saved() == CARRIED
    assert app.kept()["answers"] == CARRIED
    assert app.radio(f"checks.{NEW_CHECK}.conformity", "T").is_checked()
    the_summary_tells_what_happened(app)
    what_is_gone_stands_at_the_end_as_text(app)
    look_at(app)
    what_changed_is_reviewed_by_keyboard(app)
    the_state_before_can_be_brought_back_and_comes_along_again(app)
    the_appendix_is_thrown_away_and_taken_back(app)
    a_page_of_before_leaves_the_answers_alone(app, place)
    place.renew()
    reload(app)
    assert app.saved() == CARRIED
    assert told(app) == []


def the_summary_tells_what_happened(app: AssessmentPage) -> None:
    came, renamed, review, removed = told(app)
    assert came.startswith(f"Deze gids is bijgewerkt, van versie {NORM['version']} naar {LATER}.")
    points = {name: check for each in NORM["requirements"].values() for name, check in each["checks"].items()}
    assert f"‘{points[RENAMED_CHECK]['title']['nl']}’" in renamed
    assert points[CHANGED_CHECK]["title"]["nl"] in review
    assert NORM["documents"][CHANGED_DOCUMENT]["title"]["nl"].lower() in review.lower()
    assert removed.endswith("in de bijlage: ‘Vijfde punt’, ‘Formulieren’ en ‘Vernieuwing’.")


def what_is_gone_stands_at_the_end_as_text(app: AssessmentPage) -> None:
    titles = app.page.locator("#part-appendix h4").all_inner_texts()
    assert titles == ["Vijfde punt", "Formulieren", "Vernieuwing"]
    gone = app.page.inner_text("#part-appendix")
    for text in (f"Uit versie {NORM['version']}", "Toereikend (T)", "<b>van toen</b>", "ontbreekt", "in de kast"):
        assert text in gone


def what_changed_is_reviewed_by_keyboard(app: AssessmentPage) -> None:
    page = app.page
    assert page.inner_text(".kmop-parts__review") == "Opnieuw te bekijken: 2"
    links = [link.get_attribute("href") for link in page.locator("#kmop-review a").all()]
    assert links == [f"#checks.{CHANGED_CHECK}", f"#documents.{CHANGED_DOCUMENT}"]
    assert not page.locator(f'[data-field="checks.{FIRST_CHECK}"] .kmop-review').is_visible()
    mark = page.locator(f'[data-field="checks.{CHANGED_CHECK}"] .kmop-review')
    expect(mark).to_be_visible()

    page.locator("#kmop-carried button").press("Enter")
    assert page.evaluate("document.activeElement.id") == "kmop-review"
    assert told(app) == []
    page.focus(f'[name="checks.{CHANGED_CHECK}.review"]')
    page.keyboard.press("Space")
    assert focused(page) == f"checks.{CHANGED_CHECK}.review"
    assert mark.inner_text().startswith("Nagekeken.")
    assert page.inner_text(".kmop-parts__review") == "Opnieuw te bekijken: 1"
    page.keyboard.press("Tab")
    expect(mark).to_be_hidden()
    app.wait()
    assert app.saved()["checks"][CHANGED_CHECK] == SCORE | {"note": "bekijken"}
    app.press("#kmop-undo")
    expect(mark).to_be_visible()


def the_state_before_can_be_brought_back_and_comes_along_again(app: AssessmentPage) -> None:
    page = app.page
    app.unfold("#kmop-versions")
    versions = page.locator("#kmop-versions li")
    before = versions.count()
    versions.nth(2).locator("button").click()
    page.locator("#kmop-carried").wait_for()
    app.wait()
    assert app.saved() == CARRIED
    assert versions.count() > before
    for step in ("undo", "redo"):
        app.press(f"#kmop-{step}")
        app.wait()
        assert app.saved()["norm"]["version"] == LATER
    assert app.saved() == CARRIED


def the_appendix_is_thrown_away_and_taken_back(app: AssessmentPage) -> None:
    page, gone = app.page, app.page.locator("#part-appendix")
    gone.locator("button").click()
    app.question.locator("[value=no]").click()
    assert app.saved() == CARRIED
    gone.locator("button").click()
    app.question.locator("[value=yes]").click()
    expect(gone).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "nakijken"
    app.wait()
    assert "appendix" not in app.saved()
    app.press("#kmop-undo")
    expect(gone).to_be_visible()
    page.wait_for_timeout(300)


def a_page_of_before_leaves_the_answers_alone(app: AssessmentPage, place: Place) -> None:
    page = app.page
    place.turn_back()
    page.reload()
    page.locator("#kmop-newer", has_text=f"versie {LATER}").wait_for()
    page.locator('#kmop-result[aria-busy="false"]').wait_for()
    assert app.result == ""
    app.radio(f"checks.{FIRST_CHECK}.conformity", "B").check()
    page.wait_for_timeout(300)
    assert app.kept()["answers"] == CARRIED
    assert app.saved() == CARRIED | {"checks": CARRIED["checks"] | {FIRST_CHECK: SCORE | {"conformity": "B"}}}
    assert found_by_axe(page) == []


def look_at(app: AssessmentPage) -> None:
    """No state of the page is wrong by axe-core, or wider than a small phone."""
    for size, scheme in ((LAPTOP, "light"), (PHONE, "dark")):
        assert found_by_axe(app.seen(size, color_scheme=scheme).page) == []
    assert app.seen((320, 800)).page.evaluate("document.documentElement.scrollWidth") <= 320
    app.seen(LAPTOP, color_scheme="light")


def test_an_old_file_and_an_old_link_come_along_and_are_told_once(app: AssessmentPage, place: Place) -> None:
    place.renew()
    page = app.page
    app.sit_down()
    page.evaluate(COUNT_TOLD)
    app.choose_file(json.dumps(CARRIED | {"norm": {"id": NORM["id"], "version": "2100.1.1"}}).encode())
    page.locator(".kmop-notice", has_text="nieuwere gegevens van deze gids (versie 2100.1.1)").wait_for()

    app.choose_file(json.dumps(OLD).encode())

    page.locator("#kmop-carried").wait_for()
    app.wait()
    assert app.saved() == CARRIED
    assert page.evaluate("window.shown") == 1
    app.answer("profile.starter", "true")
    assert page.evaluate("window.shown") == 1

    page.goto(link_of(app, OLD | {"title": "Uit een link"}))
    app.question.locator("[value=yes]").click()
    page.locator("#kmop-work summary", has_text="Uit een link").wait_for()
    page.wait_for_function("window.shown === 2")
    app.wait()
    assert app.saved() == CARRIED | {"title": "Uit een link"}
    page.wait_for_timeout(200)
    assert page.evaluate("window.shown") == 2


def test_an_id_that_went_without_a_word_keeps_nobody_out(app: AssessmentPage) -> None:
    gone = OLD | {"checks": {FIRST_CHECK: SCORE, "GON-1": SCORE}}

    app.sit_down().choose_file(json.dumps(gone).encode())

    app.page.locator("#kmop-carried", has_text="in de bijlage: ‘GON-1’").wait_for()
    app.wait()
    assert app.saved()["checks"] == {FIRST_CHECK: SCORE}
    assert app.result


def test_a_file_that_is_opened_is_migrated_once_and_assessed_once(app: AssessmentPage, place: Place) -> None:
    place.renew()
    page = app.page
    page.add_init_script(COUNT_ASKED)
    app.sit_down()
    page.evaluate("window.asked.length = 0")

    app.choose_file(json.dumps(OLD).encode())

    page.locator("#kmop-carried").wait_for()
    app.wait()
    page.wait_for_timeout(200)
    assert page.evaluate("window.asked") == ["migrate", "assess"]
    assert app.saved() == CARRIED


def test_what_is_answered_before_the_rules_are_ready_comes_along_too(app: AssessmentPage, place: Place) -> None:
    app.sit_down().open(OLD)
    app.wait_until_kept()
    place.renew()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    app.page.route(re.compile(r"/rules\.zip$"), hold)
    app.page.reload()
    app.page.locator("#kmop-work", has_text="Van vorig jaar").wait_for(state="attached")

    app.radio(f"checks.{NEW_CHECK}.conformity", "V").check()
    eventually(app.page, lambda: bool(held))
    for route in held:
        route.continue_()
    app.wait()

    saved = app.saved()
    assert saved["norm"]["version"] == LATER
    assert saved["checks"][NEW_CHECK] == {"conformity": "V"}
    assert {entry["id"] for entry in saved["appendix"]} == {
        RENAMED_CHECK,
        REMOVED_CHECK,
        REMOVED_DOCUMENT,
        REMOVED_THEME,
    }
