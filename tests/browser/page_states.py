"""The states that the page of the self-assessment can be in, and how a visitor gets there."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.comparison_helpers import with_copy
from tests.browser.norm_ids import EXAMPLE, NORM, REQUIREMENTS, SECOND_CHECK

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
    !document.querySelector('.kmop-why[open] > :not(summary, .kmop-why__content, .kmop-why__given)')"""
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
    answers: dict[str, Any] = NORM["examples"][EXAMPLE]["answers"]
    return answers


def first_visit(_app: AssessmentPage) -> None:
    """As a first visitor finds it."""


def open_example(app: AssessmentPage) -> None:
    """A worked example is open, with one point flagged."""
    app.open(worked_example())
    app.answer(f"checks.{SECOND_CHECK}.flagged", "true")


def unfold_everything(app: AssessmentPage) -> None:
    """All that the page can hold at once; the folds of calculations in calculations too."""
    app.open(worked_example() | {"scenarios": SCENARIOS})
    app.answer(f"checks.{SECOND_CHECK}.flagged", "true")
    for _ in range(2):
        app.page.evaluate(UNFOLD)
        app.page.wait_for_function(CALCULATED)
    show_scenarios(app)


def open_scenarios(app: AssessmentPage) -> None:
    """The example, with two scenarios beside it."""
    app.open(worked_example() | {"scenarios": SCENARIOS})
    show_scenarios(app)


def show_scenarios(app: AssessmentPage) -> None:
    """All rows of the table of scenarios, once that is there."""
    app.page.get_by_label("Toon ook wat gelijk is").check()
    app.page.locator("#wat-als th[scope=col]", has_text="Ook advies").wait_for()


def compare(app: AssessmentPage) -> None:
    """An assessment beside its copy."""
    with_copy(app).page.locator("#kmop-work [data-act=compare]").click()
    app.question.wait_for()


def make_mistakes(app: AssessmentPage) -> None:
    """Two answers that the form refuses."""
    app.answer("profile.provider_kind", "private")
    for name, keys in (("deployed_people", "0"), ("sites.belgium", "-")):
        app.entry(f"profile.{name}").focus()
        app.page.keyboard.type(keys)
        app.page.keyboard.press("Tab")
    app.page.locator('[id="error-profile.deployed_people"]').wait_for()


def answer_scan(app: AssessmentPage) -> None:
    """The screen of a requirement, with one answer."""
    app.step_by_step()
    app.answer(f"scan.{REQUIREMENTS[0]}.conformity", "T")


def open_several(app: AssessmentPage) -> None:
    """Three assessments, two of them with a name."""
    app.open(worked_example())
    app.page.eval_on_selector_all("#kmop-work, #kmop-versions", "all => all.forEach(e => { e.open = true })")
    for name in ("Bakkerij Jansen", "Een klant met een naam die langer is dan op een kleine telefoon past"):
        ask_for_name(app)
        app.question.locator("input").fill(name)
        app.page.keyboard.press("Enter")
        app.question.wait_for(state="hidden")
    app.page.locator("#kmop-work li").nth(2).wait_for()


def ask_for_name(app: AssessmentPage) -> None:
    """The question how a new assessment is called."""
    app.unfold("#kmop-work")
    app.page.click("#kmop-begin")
    app.question.wait_for()


def ask_about_sharing(app: AssessmentPage) -> None:
    """The warning before a link is made."""
    app.answer("profile.provider_kind", "private")
    app.press("#kmop-share")
    app.question.wait_for()


def ask_about_wiping(app: AssessmentPage) -> None:
    """The question before everything is wiped."""
    app.answer("profile.provider_kind", "private")
    app.press("#kmop-wipe")
    app.question.wait_for()


def lose_to_another_tab(app: AssessmentPage) -> None:
    """Another tab, played by a page of the guide, takes up the assessment that is open here."""
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    mine = app.page.evaluate("sessionStorage.getItem('kmop-assessment')")
    other = app.page.context.new_page()
    other.goto(app.site)
    other.evaluate("id => new BroadcastChannel('kmop').postMessage({id, visit: 'another'})", mine)
    app.page.locator(".kmop-notice[role=alert]", has_text="bewaart niets meer").wait_for()
    other.close()


def open_refused_file(app: AssessmentPage) -> None:
    """A file with three faults is not opened."""
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
NOTICES = "#kmop-notices"
STATES: dict[str, State] = {
    "empty": State(first_visit, (".kmop-desk", ".kmop-aside")),
    "worked example": State(open_example, ("#kmop-flagged", "#kmop-given", ".kmop-desk", "#kmop-result")),
    "mistakes": State(make_mistakes, (".kmop-errors", '[data-field="profile.deployed_people"]')),
    "one requirement": State(answer_scan, ("#kmop-form",)),
    "what if": State(open_scenarios, ("#wat-als",)),
    "several assessments": State(open_several, ("#kmop-keeping",)),
    "asked for a name": State(ask_for_name, (DIALOG,)),
    "asked about sharing": State(ask_about_sharing, (DIALOG,)),
    "asked about wiping": State(ask_about_wiping, (DIALOG,)),
    "comparison": State(compare, (DIALOG,)),
    "another tab took over": State(lose_to_another_tab, (NOTICES,)),
    "file refused": State(open_refused_file, (NOTICES,)),
}
