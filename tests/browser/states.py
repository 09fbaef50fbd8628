"""The states that the page of the self-assessment can be in, and how a visitor gets there."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from guide.loader import load_norm
from tests.browser.conftest import SITE
from tests.browser.desk import Desk
from tests.browser.test_comparing import with_copy

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

    reach: Callable[[Desk], None]
    parts: tuple[str, ...]


def worked_example() -> dict[str, Any]:
    """The answers of a worked example of the norm."""
    norm = load_norm(SITE.parent / "norm").norm
    assert norm is not None
    answers: dict[str, Any] = norm["examples"]["example-starting-trainer"]["answers"]
    return answers


def empty(_desk: Desk) -> None:
    """As a first visitor finds it."""


def example(desk: Desk) -> None:
    desk.open(worked_example())
    desk.answer("checks.ACT-2.flagged", "true")


def unfolded(desk: Desk) -> None:
    """All that the page can hold at once; the folds of calculations in calculations too."""
    desk.open(worked_example() | {"scenarios": SCENARIOS})
    desk.answer("checks.ACT-2.flagged", "true")
    for _ in range(2):
        desk.page.evaluate(UNFOLD)
        desk.page.wait_for_function(CALCULATED)
    scenarios_shown(desk)


def what_if(desk: Desk) -> None:
    desk.open(worked_example() | {"scenarios": SCENARIOS})
    scenarios_shown(desk)


def scenarios_shown(desk: Desk) -> None:
    desk.page.get_by_label("Toon ook wat gelijk is").check()
    desk.page.locator("#part-what-if th[scope=col]", has_text="Ook advies").wait_for()


def compared(desk: Desk) -> None:
    with_copy(desk).page.locator("#kmop-work [data-act=compare]").click()
    desk.question.wait_for()


def mistakes(desk: Desk) -> None:
    for name, keys in (("deployed_people", "0"), ("files_last_12_months", "-")):
        desk.entry(f"profile.{name}").focus()
        desk.page.keyboard.type(keys)
        desk.page.keyboard.press("Tab")
    desk.page.locator('[id="error-profile.deployed_people"]').wait_for()


def scan(desk: Desk) -> None:
    desk.page.locator('[data-mode-choice="scan"]').click()
    desk.answer("scan.activity", "T")


def several(desk: Desk) -> None:
    desk.open(worked_example())
    desk.page.eval_on_selector_all("#kmop-work, #kmop-versions", "all => all.forEach(e => { e.open = true })")
    for name in ("Bakkerij Jansen", "Een klant met een naam die langer is dan op een kleine telefoon past"):
        begin(desk)
        desk.question.locator("input").fill(name)
        desk.page.keyboard.press("Enter")
        desk.question.wait_for(state="hidden")
    desk.page.locator("#kmop-work li").nth(2).wait_for()


def begin(desk: Desk) -> None:
    desk.page.eval_on_selector("#kmop-work", "e => { e.open = true }")
    desk.page.click("#kmop-begin")
    desk.question.wait_for()


def share(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.unfold(".kmop-take")
    desk.page.click("#kmop-share")
    desk.question.wait_for()


def wipe(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.page.click("#kmop-wipe")
    desk.question.wait_for()


def overtaken(desk: Desk) -> None:
    """Another tab, played by a page of the guide, takes up the assessment that is open here."""
    desk.answer("profile.provider_kind", "private")
    desk.wait_until_kept()
    mine = desk.page.evaluate("sessionStorage.getItem('kmop-assessment')")
    other = desk.page.context.new_page()
    other.goto(desk.address.replace("zelftoets/", ""))
    other.evaluate("id => new BroadcastChannel('kmop').postMessage({id, visit: 'another'})", mine)
    desk.page.locator(".kmop-notice[role=alert]", has_text="bewaart niets meer").wait_for()
    other.close()


def refused(desk: Desk) -> None:
    faulty = {"format": "kmop-answers/1", "profile": {"starter": "ja", "deployed_people": 0}, "onbekend": 1}
    desk.choose_file(json.dumps(faulty).encode(), "stuk.json")
    desk.page.locator(".kmop-notice", has_text="stuk.json").locator("li").first.wait_for()


def start_failed(page: Page, site: str) -> Desk:
    """A page whose rules cannot be fetched."""
    desk = Desk(page, site)
    page.route("**/rules.zip", lambda route: route.abort())
    page.goto(desk.address)
    page.locator("#kmop-retry:visible").wait_for()
    return desk


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
