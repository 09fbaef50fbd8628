"""Two answers over each requirement give a rough result, and the points of a requirement refine it in place."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, count, focused, next_open
from tests.browser.norm_ids import FIRST_CHECK, REQUIREMENTS, checks_of

FIRST_AUDIT = {"provider_kind": "private", "application": "first", "starter": "false"}


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


# The words that stand on more than one line.
BROKEN = """all => all.map(label => {
    const broken = []
    for (const text of label.childNodes) {
        for (const { 0: word, index } of text.nodeType === Node.TEXT_NODE ? text.data.matchAll(/\\S+/g) : []) {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            if (range.getClientRects().length > 1) broken.push(word)
        }
    }
    return broken
})"""


def scan_all(app: AssessmentPage, answer: str) -> None:
    for name, value in FIRST_AUDIT.items():
        app.answer(f"profile.{name}", value)
    for requirement in REQUIREMENTS:
        for dimension in ("conformity", "demonstrability"):
            app.answer(f"scan.{requirement}.{dimension}", answer)


def points(app: AssessmentPage, requirement: str) -> Locator:
    return app.page.locator(f'[data-requirement="{requirement}"] .kmop-points')


def test_the_scan_gives_a_rough_result_that_says_so(app: AssessmentPage) -> None:
    before = app.result

    scan_all(app, "V")

    assert app.result != before
    assert "geschat uit uw antwoorden per basisvereiste" in app.result
    assert app.saved()["scan"] == {name: {"conformity": "V", "demonstrability": "V"} for name in REQUIREMENTS}


def test_it_is_marked_as_ours(app: AssessmentPage) -> None:
    for requirement in REQUIREMENTS:
        expect(app.page.locator(f'[id="scan.{requirement}"] .kmop-mark')).to_have_text("onze schatting")


def test_the_points_unfold_in_place_and_keep_every_answer(app: AssessmentPage) -> None:
    scan_all(app, "T")
    before = app.saved()
    app.step_by_step().go_to(f"hoe-klaar-{REQUIREMENTS[0]}")
    assert not app.radio(f"checks.{FIRST_CHECK}.conformity", "T").is_visible()

    points(app, REQUIREMENTS[0]).locator("summary").first.click()

    assert app.radio(f"checks.{FIRST_CHECK}.conformity", "T").is_visible()
    assert app.radio(f"scan.{REQUIREMENTS[0]}.conformity", "T").is_checked()
    assert app.saved() == before
    of = len(checks_of(REQUIREMENTS[0]))
    assert count(app, REQUIREMENTS[0]) == f"{of} van {of} beantwoord"


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_no_word_of_a_score_is_broken(app: AssessmentPage, width: int) -> None:
    app.answer(f"checks.{FIRST_CHECK}.conformity", "G")
    app.step_by_step().go_to(f"checks.{FIRST_CHECK}")

    app.seen((width, 800))

    scores = app.page.locator(".kmop-current .kmop-options--scores .kmop-option > span")
    assert [word for words in scores.evaluate_all(BROKEN) for word in words] == []


def test_a_point_of_its_own_narrows_what_the_scan_said(app: AssessmentPage) -> None:
    scan_all(app, "T")
    before = app.result

    app.answer(f"checks.{FIRST_CHECK}.conformity", "B")

    assert app.result != before
    assert app.saved()["scan"][REQUIREMENTS[0]] == {"conformity": "T", "demonstrability": "T"}


@pytest.mark.parametrize("step", ["nakijken", "situatie-provider"])
def test_a_link_to_a_point_opens_its_screen_and_its_fold(app: AssessmentPage, step: str) -> None:
    app.step_by_step().go_to(step)

    app.go_to(f"checks.{FIRST_CHECK}")

    expect(app.page.locator(f'[id="checks.{FIRST_CHECK}"] h4')).to_be_in_viewport()
    expect(points(app, REQUIREMENTS[1])).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_scan_is_done_by_keyboard_alone(app: AssessmentPage, size: tuple[int, int]) -> None:
    app.seen(size)
    app.step_by_step().go_to(f"hoe-klaar-{REQUIREMENTS[0]}")

    app.page.focus(f'[name="scan.{REQUIREMENTS[0]}.conformity"][value=B]')
    app.page.keyboard.press("ArrowDown")
    assert next_open(app) == f"scan.{REQUIREMENTS[0]}.demonstrability"
    app.page.keyboard.press("ArrowUp")
    assert next_open(app) == f"scan.{REQUIREMENTS[1]}.conformity"

    assert focused(app.page) == f"scan.{REQUIREMENTS[1]}.conformity"
    expect(app.page.locator(f"#hoe-klaar-{REQUIREMENTS[0]}")).to_be_hidden()
    app.wait()
    assert app.saved()["scan"] == {REQUIREMENTS[0]: {"conformity": "G"}}
    assert app.saved()["unknown"] == [f"scan.{REQUIREMENTS[0]}.demonstrability"]


def test_a_scan_that_an_earlier_version_saved_opens_whole(app: AssessmentPage) -> None:
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "B")
    app.wait_until_kept()
    app.page.evaluate(WITH_ONE_SCORE)

    app.page.reload()
    app.wait()

    for dimension in ("conformity", "demonstrability"):
        assert app.radio(f"scan.{REQUIREMENTS[0]}.{dimension}", "T").is_checked()
    assert "geschat uit uw antwoorden per basisvereiste" in app.result
    app.answer(f"scan.{REQUIREMENTS[0]}.demonstrability", "G")
    assert app.saved()["scan"] == {REQUIREMENTS[0]: {"conformity": "T", "demonstrability": "G"}}
