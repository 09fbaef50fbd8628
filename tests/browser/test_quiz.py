"""The practice test: done with the keyboard alone, kept only when asked, and whole without a script."""

import re

from playwright.sync_api import Locator, Page, expect

from guide.catalogue import load_messages
from guide.paths import NORM
from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, found_by_axe
from tests.browser.harness import NewPage, eventually
from tests.browser.paths import SITE

MESSAGES = load_messages("nl")
# How many questions the topic has that these tests take.
ASKED = len(re.findall(r"^  - id: ", (NORM / "quiz/costs.yaml").read_text(encoding="utf-8"), re.MULTILINE))
QUESTION = "#kmop-quiz-question"
VERDICT = "#kmop-quiz-verdict"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
KEPT = "indexedDB.databases().then(all => all.map(each => each.name))"

STATE = """() => new Promise((done, failed) => {
    const opening = indexedDB.open('kmop')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
        const reading = opening.result.transaction('settings').objectStore('settings').get('quiz')
        reading.onsuccess = () => { opening.result.close(); done(reading.result ?? null) }
    }
})"""


def tab_to(page: Page, aim: Locator) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if aim.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(aim)


def choose(page: Page, *, right: bool) -> None:
    """Answer the question of now with the keyboard, and look."""
    boxes = page.locator(f"{QUESTION} input")
    kind = boxes.first.get_attribute("type")
    places = [n for n in range(boxes.count()) if (boxes.nth(n).get_attribute("data-right") is not None) == right]
    for n in places if kind == "checkbox" and right else places[:1]:
        if kind == "checkbox":
            boxes.nth(n).focus()
            page.keyboard.press("Space")
        else:
            tab_to(page, boxes.first)
            page.keyboard.press("Space")
            for _ in range(n):
                page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def next_question(page: Page) -> None:
    tab_to(page, page.locator("#kmop-quiz-next"))
    page.keyboard.press("Enter")


def begin(page: Page, site_url: str, *, keep: bool = False) -> None:
    """Begin a test about costs with the keyboard alone."""
    page.goto(f"{site_url}naslag/oefentest/")
    for topic in page.locator("input[name=topic]:not([value=costs])").all():
        tab_to(page, topic)
        page.keyboard.press("Space")
    tab_to(page, page.get_by_text(MESSAGES["pages.quiz.more"]))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#kmop-quiz-series"))
    page.keyboard.type("7")
    if keep:
        tab_to(page, page.locator("#kmop-quiz-keep"))
        page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name=MESSAGES["pages.quiz.begin"]))
    page.keyboard.press("Enter")


def for_every_eye(page: Page) -> list[object]:
    """What axe-core or a narrow window finds wrong with the panel of now."""
    found: list[object] = []
    for (width, height), scheme in ((PHONE, "dark"), (LAPTOP, "light")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": height})
        found += found_by_axe(page, "#kmop-quiz")
    page.set_viewport_size({"width": 320, "height": 700})
    found += ["sideways"] if page.evaluate(SIDEWAYS) else []
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    return found


def test_a_test_is_done_with_the_keyboard_and_leaves_nothing_behind(page: Page, site_url: str) -> None:
    """What is wrong is explained with its source and comes back; the result says what to read again."""
    begin(page, site_url)
    legend = page.locator(f"{QUESTION} legend")
    expect(legend).to_be_focused()
    first = legend.inner_text()
    tab_to(page, page.locator("#kmop-quiz-next"))
    page.keyboard.press("Enter")
    expect(page.locator("#kmop-quiz-ask-error")).to_have_text(MESSAGES["quiz.choose"])
    assert for_every_eye(page) == []

    page.locator(f"{QUESTION} legend").focus()
    choose(page, right=False)
    expect(page.locator(VERDICT)).to_have_text(MESSAGES["quiz.verdict.wrong"])
    expect(page.locator(VERDICT)).to_be_focused()
    expect(page.locator("#kmop-quiz-status")).to_have_text("0 van 1 in één keer juist.")
    expect(page.locator("#kmop-quiz-why .kmop-sources a").first).to_have_attribute("href", re.compile("bronnen/#"))
    assert for_every_eye(page) == []

    asked = [first]
    while page.locator("#kmop-quiz-next").inner_text() != MESSAGES["quiz.finish"]:
        next_question(page)
        expect(legend).to_be_focused()
        asked.append(legend.inner_text())
        expect(page.locator(".kmop-quiz-again")).to_have_count(int(asked.count(asked[-1]) > 1))
        choose(page, right=True)
        expect(page.locator(VERDICT)).to_have_text(MESSAGES["quiz.verdict.right"])
    assert len(asked) == ASKED + 1
    assert asked.index(first, 1) == 4
    next_question(page)

    expect(page.locator("#kmop-quiz-score")).to_have_text(f"{ASKED - 1} van {ASKED} in één keer juist")
    expect(page.locator("#kmop-quiz-score")).to_be_focused()
    expect(page.locator(".kmop-quiz-results [data-topic=costs] td").first).to_have_text(f"{ASKED - 1} van {ASKED}")
    expect(page.locator(".kmop-quiz-results [data-topic=users] td").first).to_have_text(MESSAGES["quiz.untouched"])
    assert for_every_eye(page) == []
    missed = page.locator("#kmop-quiz-missed-list a")
    expect(missed).to_have_text([first])
    missed.click()
    expect(page.locator(".kmop-question:target .kmop-quiz-why")).to_be_visible()
    assert page.evaluate(KEPT) == []


def test_what_is_kept_on_request_goes_with_everything_else(app: AssessmentPage, site_url: str) -> None:
    """A kept test goes on after a reload; the one button of the self-assessment wipes it, and no tab brings it back."""
    page = app.page.context.new_page()
    begin(page, site_url, keep=True)
    begun = page.evaluate(STATE)
    choose(page, right=True)
    expect(page.locator(VERDICT)).to_be_focused()
    eventually(page, lambda: page.evaluate(STATE) != begun)

    page.reload()
    resume = page.get_by_role("button", name=MESSAGES["pages.quiz.resume"])
    expect(page.locator("#kmop-quiz-resume-text")).to_contain_text(f"1 van {ASKED} vragen klaar")
    resume.click()
    expect(page.locator("#kmop-quiz-place")).to_have_text(f"Vraag 2, nog {ASKED - 2} te gaan")

    app.wipe()
    choose(page, right=True)
    expect(page.locator("#kmop-quiz-news")).to_have_text(MESSAGES["quiz.gone"])
    page.reload()
    expect(page.locator("#kmop-quiz-start")).to_be_visible()
    expect(resume).to_be_hidden()

    page.locator("#kmop-quiz-keep").check()
    page.get_by_role("button", name=MESSAGES["pages.quiz.begin"]).click()
    eventually(page, lambda: page.evaluate(STATE) is not None)
    page.reload()
    page.locator("#kmop-quiz-keep").uncheck()
    resume.click()
    eventually(page, lambda: page.evaluate(STATE) is None)
    choose(page, right=True)
    expect(page.locator("#kmop-quiz-news")).to_be_empty()
    page.close()


def test_without_a_script_every_answer_can_be_read(new_page: NewPage, site_url: str) -> None:
    """There is no panel, and each question unfolds its answer. With one, all of it is kept for offline."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}naslag/oefentest/")
    expect(page.locator("#kmop-quiz")).to_be_hidden()
    question = page.locator(".kmop-question").first
    right = question.locator("label:has([data-right])").first.inner_text()
    question.locator("summary").click()
    expect(question.locator(".kmop-quiz-right")).to_contain_text(right)

    kept = (SITE / "sw.js").read_text(encoding="utf-8")
    styles = str(page.locator("link[rel=stylesheet][href*='/quiz.']").get_attribute("href")).replace("../", "")
    (script,) = (path.name for path in (SITE / "assets" / "kmop").glob("quiz.*.min.js"))
    assert all(f'"{name}"' in kept for name in ("naslag/oefentest/index.html", f"assets/kmop/{script}", styles))
