"""Every state of the self-assessment is for every eye: small, large, light, dark, forced colours, without motion.

axe-core takes seconds for a page of thousands of elements, and what it finds depends on three things: on what the
page holds, on its width, and on its colours. So the page that holds all it can is looked at whole in each width and
each scheme, in the dark by the rules of colour. Every other state is looked at whole by the rules about the parts of a
page together, such as landmarks and headings; and what it adds to an untouched page is looked at by all rules, small
and dark, then large and light. Nothing is missed by that: the rest of the page is that of another state, and in the
two looks that are left out only colours and width together could be wrong; no style of ours sets a colour by the width
of the page, which a test makes sure of. Forced colours, motion and reflow are looked at on the whole page of every
state.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from guide import paths
from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE, found_by_axe
from tests.browser.page_states import STATES, State, start_failed, unfold_everything

STYLES = paths.DOCS / "stylesheets"
UNSEEN = Path(__file__).with_name("visible.js").read_text(encoding="utf-8")
# 400 % zoom on a screen of 1280 by 1024 pixels.
ZOOMED = {"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": False}
COLOURS = ["color-contrast", "link-in-text-block"]
# What a part that comes can break in the page around it.
TOGETHER = [
    "aria-hidden-focus",
    "bypass",
    "duplicate-id-aria",
    "heading-order",
    "landmark-no-duplicate-main",
    "landmark-unique",
    "page-has-heading-one",
    "region",
]
MOVING = """() => {
    const longest = list => Math.max(...list.split(',').map(text => parseFloat(text) * (/ms$/.test(text) ? 1 : 1000)))
    const moves = ({ transitionDuration, animationName, animationDuration, scrollBehavior }) =>
        longest(transitionDuration) > 10 || scrollBehavior === 'smooth' ||
        (animationName !== 'none' && longest(animationDuration) > 10)
    return [...document.querySelectorAll('*')].flatMap(element => [null, '::before', '::after']
        .filter(part => moves(getComputedStyle(element, part)))
        .map(part => `${element.tagName}.${element.className} ${part ?? ''}`))
}"""
FOCUSABLE = ":is(.kmop-workbench, .kmop-strip, dialog[open]) :is(button, a[href], input, select, textarea, summary)"
# One control of each kind in each place: others of its kind have the same styles.
RINGLESS = """all => {
    const place = each => each.closest('dialog, [id^=kmop], [data-screen], section, .kmop-strip')?.id
    const kind = each => [each.tagName, each.type, each.className, place(each),
        each.checked, each.parentElement.className]
    const seen = all.filter(each => each.checkVisibility() && each.type !== 'file' && !each.disabled)
    const kinds = new Map(seen.map(each => [kind(each).join(), each]))
    return [...kinds.values()].filter(each => {
        each.focus({ focusVisible: true, preventScroll: true })
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each)
        const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/^rgba.*, 0\\)$/.test(outlineColor)
        return document.activeElement === each && !ring
    }).map(each => each.outerHTML.slice(0, 120))
}"""
SIDEWAYS = """() => [...document.querySelectorAll('html, dialog[open]')]
    .filter(each => each.scrollWidth > each.clientWidth).map(each => each.tagName)"""


def wrong_for_axe(app: AssessmentPage, parts: tuple[str, ...]) -> list[Any]:
    """What axe-core finds in a state that shows these parts; see above."""
    for part in parts:
        app.page.locator(part).first.wait_for()
    page = app.seen(PHONE, color_scheme="dark").page
    found = found_by_axe(page, rules=TOGETHER) + found_by_axe(page, *parts)
    return found + found_by_axe(app.seen(LAPTOP, color_scheme="light").page, *parts)


def wrong_in_forced_colours(app: AssessmentPage) -> list[Any]:
    found: list[Any] = []
    for scheme in ("light", "dark"):
        page = app.seen(LAPTOP, color_scheme=scheme, forced_colors="active").page
        found += [(scheme, each) for each in page.evaluate(UNSEEN)]
    page.keyboard.press("Tab")  # from here the theme knows that a keyboard is used
    return found + [("no focus ring", each) for each in page.locator(FOCUSABLE).evaluate_all(RINGLESS)]


def wrong_without_motion_or_room(app: AssessmentPage) -> list[Any]:
    """What moves though it should not, and what scrolls sideways, also zoomed in as far as a page must allow."""
    page = app.seen(LAPTOP, color_scheme="light", forced_colors="none", reduced_motion="reduce").page
    found: list[Any] = [("moves", each) for each in set(page.evaluate(MOVING))]
    for width in (1280, 360, 320):
        found += [(width, "sideways", each) for each in app.seen((width, 800)).page.evaluate(SIDEWAYS)]
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDeviceMetricsOverride", ZOOMED)
    assert page.evaluate("[innerWidth, devicePixelRatio]") == [320, 4]
    found += [("400 %", "sideways", each) for each in page.evaluate(SIDEWAYS)]
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()
    return found


def states() -> Iterator[object]:
    """All; those that another, or the page with all it can hold, holds too come in `make attack`."""
    alike = {"empty", "one requirement", "worked example", "what if"}
    alike |= {"asked for a name", "asked about wiping", "file refused"}
    for name, state in STATES.items():
        yield pytest.param(state, id=name, marks=[pytest.mark.attack] if name in alike else [])


@pytest.mark.parametrize("state", [*states()])
def test_every_state_is_for_every_eye(app: AssessmentPage, state: State) -> None:
    state.reach(app)

    assert wrong_for_axe(app, state.parts) == []
    assert wrong_in_forced_colours(app) == []
    assert wrong_without_motion_or_room(app) == []


@pytest.mark.allow_console_errors
def test_a_start_that_failed_is_for_every_eye(page: Page, site_url: str) -> None:
    app = start_failed(page, site_url)

    assert wrong_for_axe(app, (".kmop-aside",)) == []
    assert wrong_in_forced_colours(app) == []
    assert wrong_without_motion_or_room(app) == []


def test_the_page_with_all_it_can_hold_is_for_every_eye(app: AssessmentPage) -> None:
    unfold_everything(app)

    for size in (PHONE, LAPTOP):
        assert found_by_axe(app.seen(size, color_scheme="dark").page, rules=COLOURS) == [], size
        assert found_by_axe(app.seen(size, color_scheme="light").page) == [], size
    assert wrong_in_forced_colours(app) == []
    assert wrong_without_motion_or_room(app) == []


def test_no_style_sets_a_colour_by_the_width_of_the_page() -> None:
    sheets = [sheet.read_text(encoding="utf-8") for sheet in STYLES.rglob("*.css")]
    by_width = re.findall(r"@media[^{]*width[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "\n".join(sheets))
    coloured = [block for block in by_width if re.search(r"(?<![-\w])(color|background(-color)?|opacity)\s*:", block)]

    assert len(by_width) > 3
    # These are part of the page that is looked at whole, in each width and each scheme; the drawer only fades in.
    assert [
        block
        for block in coloured
        if not re.search(r"\.md-search__form|\.kmop-compare__column|\.md-sidebar--primary", block)
    ] == []
