"""What the tests of answering share: the steps, the counts, and a check of the page by axe-core."""

from typing import Any, Literal

from playwright.sync_api import Locator, Page

from guide import paths
from tests.browser.assessment_page import AssessmentPage

AXE = paths.NODE_MODULES / "axe-core/axe.min.js"
# The steps that ask, by what they ask about.
SECTIONS = {"profile": "situation", "checks": "readiness"}
PHONE = (360, 740)
LAPTOP = (1280, 800)
# Else the sticky steps cover half of some target. What the theme fades in or out by the scroll is waited for.
TO_THE_TOP = """async () => {
    const tabs = document.querySelector('.md-tabs')
    const fading = () => (tabs?.hidden && getComputedStyle(tabs).display !== 'none') ||
        document.getAnimations().some(({ effect }) => effect.target.checkVisibility())
    scrollTo({ top: 0, behavior: 'instant' })
    for (let pictures = 0; pictures < 3 || (fading() && pictures < 90); pictures++)
        await new Promise(requestAnimationFrame)
}"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def count(app: AssessmentPage, section: str) -> str:
    """How far a section is, as its first counter says."""
    return app.page.locator(f'[data-count="{SECTIONS.get(section, section)}"]').first.text_content() or ""


def counts(app: AssessmentPage, section: str) -> tuple[int, int]:
    """How many questions of a section are answered, of how many that are asked."""
    answered, _, of, *_ = count(app, section).split()
    return int(answered), int(of)


def next_open(app: AssessmentPage) -> str:
    """Press the key for the next open point, and return the name that the keyboard is at."""
    app.page.keyboard.press("Alt+n")
    return focused(app.page)


def focused(page: Page) -> str:
    """The name of the control that has the focus."""
    return str(page.evaluate("document.activeElement.name ?? ''"))


def in_view(element: Locator) -> bool:
    """Whether an element is seen: nothing lies over its beginning."""
    script = """e => {
        const {left, top} = e.getBoundingClientRect()
        const seen = document.elementFromPoint(left + 3, top + 3)
        return e.contains(seen) || seen?.contains(e)
    }"""
    return bool(element.evaluate(script))


def found_by_axe(page: Page, *where: str, rules: list[str] | None = None, off: tuple[str, ...] = ()) -> list[Any]:
    """What axe-core finds wrong on the page as it is now, or in parts of it: by all rules, some, or all but some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(TO_THE_TOP)
    run = "([include, options]) => axe.run({include}, options)"
    options = {"runOnly": rules or RULES, "rules": {rule: {"enabled": False} for rule in off}}
    # Nothing of it asks for style sheets as text, or for sound.
    lean = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}
    result = page.evaluate(run, [where or ["html"], {**options, **lean}])
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in result["violations"]]


def wrong_when_unfolded(page: Page, part: str, scheme: Literal["light", "dark"]) -> list[Any]:
    """What axe-core finds wrong in these colours with every fold of a part open, and whether it scrolls sideways."""
    page.emulate_media(color_scheme=scheme)
    page.locator(f"{part} details").evaluate_all("all => all.forEach(each => { each.open = true })")
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found_by_axe(page) + (["sideways"] if sideways else [])
