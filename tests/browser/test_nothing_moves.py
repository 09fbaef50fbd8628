"""What a reader sees first stays where it is, however late the scripts come."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.built_pages import ASSESSMENT, kinds_of_pages
from tests.browser.form_helpers import LAPTOP, PHONE
from tests.browser.harness import NewPage

MOVED = """
window.moved = []
new PerformanceObserver(list => {
    for (const {value, sources} of list.getEntries()) {
        window.moved.push([value, ...sources.map(({node}) => node?.outerHTML?.slice(0, 100) ?? '')])
    }
}).observe({type: 'layout-shift', buffered: true})
"""
SHOWN = "performance.getEntriesByType('paint').length > 0"
QUIET = "new Promise(quiet => requestIdleCallback(() => setTimeout(quiet, 300)))"
# The name of the site makes a little room for the colour switch; Lighthouse calls good what is below 0.1.
UNSEEN = 0.005


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("path", [path for path in kinds_of_pages() if path != ASSESSMENT])
def test_nothing_moves_when_the_scripts_come(
    new_page: NewPage, site_url: str, path: str, size: tuple[int, int]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]})
    held = hold_scripts(page)
    page.add_init_script(MOVED)
    page.goto(site_url + path, wait_until="commit")
    page.wait_for_function(SHOWN)
    assert held, "no script came late"
    # Letters that come late move a little too, on a busy machine after the first paint; here it is about scripts.
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.evaluate(QUIET)
    page.evaluate("window.moved = []")

    for route in held:
        route.continue_()
    page.unroute_all(behavior="ignoreErrors")
    page.wait_for_load_state("load")
    page.evaluate(QUIET)

    moved = page.evaluate("window.moved")
    assert sum(value for value, *_ in moved) < UNSEEN, moved


def hold_scripts(page: Page) -> list[Route]:
    """Let no script come; returns those that wait."""
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108 - a method cannot be handed over
    return held
