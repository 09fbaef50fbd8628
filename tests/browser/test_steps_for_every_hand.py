"""Every step is for every eye and every hand: by axe-core, under a finger, by keyboard, and in how long it is."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, found_by_axe
from tests.browser.harness import NewPage
from tests.browser.norm_ids import REQUIREMENTS
from tests.browser.page_states import worked_example
from tests.browser.tab_walk import still, walked

PHONE = (375, 812)
FIRST_AUDIT = {"provider_kind": "private", "application": "first", "services": "training", "starter": "false"}
LEAST = 44
# A link within a sentence is as high as its line.
CONTROLS = (
    ":is(.kmop-workbench, .kmop-strip) :is(button, summary, .md-button, .kmop-input, label:has(input), a)"
    ":not(:is(p, #kmop-view dd, .kmop-sources li) > a)"
)
SMALL = """([controls, least]) => [...document.querySelectorAll(controls)]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .map(each => [each.getBoundingClientRect(), each])
    .filter(([{ width, height }]) => width > 1 && (height < least || width < least))
    .map(([{ width, height }, each]) => `${Math.round(width)} x ${height} ${each.outerHTML.slice(0, 120)}`)"""
MOST_STOPS = 60
MOST_SCREENS, MOST_HEIGHTS = 16, 20
# What somebody scrolls through of a screen, from where it begins to the button that goes on.
HEIGHT = """() => {
    const top = document.querySelector('.kmop-workbench').getBoundingClientRect().top
    return Math.max(1, (document.querySelector('.kmop-turn').getBoundingClientRect().bottom - top) / innerHeight)
}"""
# What the keyboard stops at in a step, radios of one group once; the theme's header can be skipped.
STOPS = """() => {
    const controls = ':is(.kmop-workbench, .kmop-strip) :is(a[href], button, input, select, textarea, summary)'
    const seen = [...document.querySelectorAll(controls)].filter(each =>
        each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }))
    return [...new Set(seen.map((each, place) => each.type === 'radio' ? each.name : place))]
}"""
# What stands around each screen.
AROUND = (".kmop-stepper", ".kmop-turn", ".kmop-strip")


@pytest.fixture
def steps(app: AssessmentPage) -> AssessmentPage:
    """The started page on a phone, at its first screen."""
    return app.seen(PHONE).step_by_step()


def screens(app: AssessmentPage) -> list[str]:
    """The addresses of all screens."""
    return [str(each) for each in app.page.locator("[data-screen]").evaluate_all("all => all.map(each => each.id)")]


def test_axe_finds_nothing_on_any_screen(steps: AssessmentPage) -> None:
    """In the dark, all that the screens hold is looked at on the one page (`test_states.py`)."""
    steps.open(worked_example())
    found = {"around": found_by_axe(steps.page, *AROUND)}
    for screen in screens(steps):
        steps.go_to(screen)
        found[screen] = found_by_axe(steps.page, ".kmop-current")

    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}


@pytest.fixture
def touched(new_page: NewPage, site_url: str) -> AssessmentPage:
    """A page on a screen that is touched, with answers of all kinds."""
    page = new_page(viewport={"width": PHONE[0], "height": PHONE[1]}, has_touch=True, is_mobile=True)
    app = AssessmentPage(page, site_url).sit_down().step_by_step()
    app.open(worked_example())
    return app


def test_what_a_finger_must_hit_is_large_enough_on_every_screen(touched: AssessmentPage) -> None:
    found = {}
    for screen in screens(touched):
        touched.go_to(screen)
        if screen == "resultaat":
            touched.page.evaluate("document.querySelectorAll('.kmop-section').forEach(each => { each.open = true })")
        found[screen] = touched.page.evaluate(SMALL, [CONTROLS, LEAST])

    assert {screen: small for screen, small in found.items() if small} == {}


def test_no_screen_is_wider_than_a_phone(steps: AssessmentPage) -> None:
    steps.open(worked_example())
    wide = []
    for screen in screens(steps):
        steps.go_to(screen)
        wide += [screen] if steps.scrolls_sideways() else []

    assert wide == []


def test_no_screen_is_a_long_walk_by_keyboard(app: AssessmentPage) -> None:
    steps = app.step_by_step()
    for name, value in FIRST_AUDIT.items():
        steps.answer(f"profile.{name}", value)
    steps.seen(LAPTOP)
    stops = {}
    for screen in screens(steps):
        steps.go_to(screen)
        stops[screen] = len(steps.page.evaluate(STOPS))

    assert stops["situatie-conditions"] > 5
    assert {screen: number for screen, number in stops.items() if number > MOST_STOPS} == {}


def test_the_result_of_a_full_example_is_no_long_walk_while_its_parts_are_folded(app: AssessmentPage) -> None:
    app.step_by_step().open(worked_example())
    app.go_to("resultaat")

    assert len(app.seen(LAPTOP).page.evaluate(STOPS)) <= MOST_STOPS


@pytest.mark.parametrize("screen", ["situatie-conditions", f"hoe-klaar-{REQUIREMENTS[0]}", "nakijken"])
def test_the_keyboard_reaches_everything_on_a_screen(app: AssessmentPage, screen: str) -> None:
    app.step_by_step().go_to(screen)

    met = walked(app.seen(LAPTOP, reduced_motion="reduce").page)

    assert (met["missed"], still(met["unseen"]), met["left"]) == ([], [], True)


def test_the_scan_is_short_on_a_phone(steps: AssessmentPage, record_property: Any) -> None:
    """From the first question to a result with its reasons, for a first audit."""
    for name, value in FIRST_AUDIT.items():
        steps.answer(f"profile.{name}", value)
    steps.go_to("situatie-provider")
    heights = {}
    while steps.screen != "documenten":
        heights[steps.screen] = round(steps.page.evaluate(HEIGHT), 2)
        steps.turn()
    heights["resultaat"] = 1

    record_property("screens", len(heights))
    record_property("phone heights", sum(heights.values()))
    assert len(heights) <= MOST_SCREENS, heights
    assert sum(heights.values()) <= MOST_HEIGHTS, heights


def test_the_scan_by_key_meets_only_the_two_questions_of_each_requirement(steps: AssessmentPage) -> None:
    for requirement in REQUIREMENTS:
        steps.go_to(f"hoe-klaar-{requirement}")
        groups = steps.page.locator(".kmop-current fieldset:visible")
        expect(groups).to_have_count(2)
