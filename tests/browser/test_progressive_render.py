"""The long form comes in step by step, and nobody has to wait for it or misses any of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.harness import NewPage

SHIFTS = """
window.shifted = 0
new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifted += shift.value })
    .observe({type: 'layout-shift', buffered: true})
"""
LAST = "#part-documents .kmop-field"
# Half of what Lighthouse still calls good.
UNSEEN = 0.05


@pytest.fixture
def waiting(page: Page) -> Iterator[Page]:
    """A page whose app is still on its way."""
    held: list[Route] = []
    page.route("**/assets/kmop/app*.js", lambda route: held.append(route))  # noqa: PLW0108 - a method cannot be handed over
    yield page
    for route in held:
        route.abort()


@pytest.mark.parametrize("size", [(412, 823), (1280, 800)])
def test_in_the_end_all_of_it_is_there_and_nothing_moved(page: Page, site_url: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(SHIFTS)
    page.goto(f"{site_url}zelftoets/")

    expect(page.locator(".kmop-late")).to_have_count(0, timeout=20_000)
    expect(page.locator(LAST).last).to_be_visible()
    page.locator(".kmop-report__receipt").wait_for(state="attached", timeout=60_000)
    assert page.evaluate("window.shifted") < UNSEEN


@pytest.mark.allow_console_errors  # the app never comes
def test_who_does_anything_has_all_of_it_at_once(waiting: Page, site_url: str) -> None:
    waiting.goto(f"{site_url}zelftoets/", wait_until="commit")
    expect(waiting.locator("#part-profile .kmop-field").first).to_be_visible()
    expect(waiting.locator(LAST).last).to_be_hidden()
    waiting.keyboard.press("Tab")

    expect(waiting.locator(LAST).last).to_be_visible()


@pytest.mark.allow_console_errors
def test_who_comes_for_a_place_further_down_finds_it(waiting: Page, site_url: str) -> None:
    waiting.goto(f"{site_url}zelftoets/#part-documents", wait_until="commit")

    expect(waiting.locator(LAST).last).to_be_visible()


def test_without_scripts_all_of_it_is_there_but_what_scripts_do(new_page: NewPage, site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}zelftoets/")

    expect(page.locator(LAST).last).to_be_visible()
    expect(page.locator(".kmop-modes")).to_be_hidden()
    expect(page.locator("[data-count]").first).to_be_hidden()
