"""The states that the page of the self-assessment can be in, and how a visitor gets there."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from guide.loader import load_norm
from tests.browser.assessment_page import AssessmentPage
from tests.browser.comparison_helpers import with_copy
from tests.browser.paths import SITE

# Every fold, and of the calculations one of each kind: there are hundreds, and each unfolds to more.
UNFOLD = """() => {
    const kinds = new Set()
    for (const fold of document.querySelectorAll('details')) {
        const kind = fold.dataset.why?.split(' ')[0]
        fold.open ||= kind === undefined || !kinds.has(kind)
        kinds.add(kind)
    }
}"""
CALCULATED = """document.querySelectorAll('.kmop-why[open]').length > 3 &&
    !document.querySelector('.kmop-why[open] > :not(summary, .kmop-why__content)')"""
SCENARIOS = [
    {"title": "Een naam die langer is dan op een kleine telefoon past", "profile": {"starter": False}},
    {"title": "Ook advies", "profile": {"services": ["training", "advice"]}},
]


@dataclass(frozen=True)
class State:
    """A way to get there, and the parts of the page that it shows and an untouched page does not."""

    reach: Callable[[AssessmentPage], None]
    parts: tuple[str, ...]


def worked_example() -> dict[str, Any]:
    """The answers of a worked example of the norm."""
    norm = load_norm(SITE.parent / "norm").norm
    assert norm is not None
    answers: dict[str, Any] = norm["examples"]["example-starting-trainer"]["answers"]
    return answers


def empty(_desk: AssessmentPage) -> None:
    """As a first visitor finds it."""


def example(app: AssessmentPage) -> None:
    app.open(worked_example())
    app.answer("checks.ACT-2.flagged", "true")


def unfolded(app: AssessmentPage) -> None:
    """All that the page can hold at once; the folds of calculations in calculations too."""
    app.open(worked_example() | {"scenarios": SCENARIOS})
    app.answer("checks.ACT-2.flagged", "true")
    for _ in range(2):
        app.page.evaluate(UNFOLD)
        app.page.wait_for_function(CALCULATED)
    scenarios_shown(app)


def what_if(app: AssessmentPage) -> None:
    app.open(worked_example() | {"scenarios": SCENARIOS})
    scenarios_shown(app)


def scenarios_shown(app: AssessmentPage) -> None:
    app.page.get_by_label("Toon ook wat gelijk is").check()
    app.page.locator("#part-what-if th[scope=col]", has_text="Ook advies").wait_for()


def compared(app: AssessmentPage) -> None:
    with_copy(app).page.locator("#kmop-work [data-act=compare]").click()
    app.question.wait_for()


def mistakes(app: AssessmentPage) -> None:
    for name, keys in (("deployed_people", "0"), ("files_last_12_months", "-")):
        app.entry(f"profile.{name}").focus()
        app.page.keyboard.type(keys)
        app.page.keyboard.press("Tab")
    app.page.locator('[id="error-profile.deployed_people"]').wait_for()


def scan(app: AssessmentPage) -> None:
    app.page.locator('[data-mode-choice="scan"]').click()
    app.answer("scan.activity", "T")


def several(app: AssessmentPage) -> None:
    app.open(worked_example())
    app.page.eval_on_selector_all("#kmop-work, #kmop-versions", "all => all.forEach(e => { e.open = true })")
    for name in ("Bakkerij Jansen", "Een klant met een naam die langer is dan op een kleine telefoon past"):
        begin(app)
        app.question.locator("input").fill(name)
        app.page.keyboard.press("Enter")
        app.question.wait_for(state="hidden")
    app.page.locator("#kmop-work li").nth(2).wait_for()


def begin(app: AssessmentPage) -> None:
    app.page.eval_on_selector("#kmop-work", "e => { e.open = true }")
    app.page.click("#kmop-begin")
    app.question.wait_for()


def share(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.unfold(".kmop-take")
    app.page.click("#kmop-share")
    app.question.wait_for()


def wipe(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.page.click("#kmop-wipe")
    app.question.wait_for()


def overtaken(app: AssessmentPage) -> None:
    """Another tab, played by a page of the guide, takes up the assessment that is open here."""
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    mine = app.page.evaluate("sessionStorage.getItem('kmop-assessment')")
    other = app.page.context.new_page()
    other.goto(app.address.replace("zelftoets/", ""))
    other.evaluate("id => new BroadcastChannel('kmop').postMessage({id, visit: 'another'})", mine)
    app.page.locator(".kmop-notice[role=alert]", has_text="bewaart niets meer").wait_for()
    other.close()


def refused(app: AssessmentPage) -> None:
    faulty = {"format": "kmop-answers/1", "profile": {"starter": "ja", "deployed_people": 0}, "onbekend": 1}
    app.choose_file(json.dumps(faulty).encode(), "stuk.json")
    app.page.locator(".kmop-notice", has_text="stuk.json").locator("li").first.wait_for()


def start_failed(page: Page, site: str) -> AssessmentPage:
    """A page whose rules cannot be fetched."""
    app = AssessmentPage(page, site)
    page.route("**/rules.zip", lambda route: route.abort())
    page.goto(app.address)
    page.locator("#kmop-retry:visible").wait_for()
    return app


DIALOG = "dialog[open]"
NOTICES = ".kmop-notices"
STATES: dict[str, State] = {
    "empty": State(empty, (".kmop-parts", ".kmop-aside")),
    "worked example": State(example, ("#kmop-flagged", ".kmop-parts", "#kmop-result")),
    "mistakes": State(mistakes, (".kmop-errors", '[data-field="profile.deployed_people"]')),
    "quick scan": State(scan, ("#kmop-form",)),
    "what if": State(what_if, ("#part-what-if",)),
    "several assessments": State(several, ("#kmop-keeping",)),
    "asked for a name": State(begin, (DIALOG,)),
    "asked about sharing": State(share, (DIALOG,)),
    "asked about wiping": State(wipe, (DIALOG,)),
    "comparison": State(compared, (DIALOG,)),
    "another tab took over": State(overtaken, (NOTICES,)),
    "file refused": State(refused, (NOTICES,)),
}
