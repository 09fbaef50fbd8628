"""What people come for is found on a phone, in two clicks or one search, and answered on the first screen."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, ViewportSize

from tests.browser.harness import search

TASKS = Path(__file__).parents[1] / "reading" / "tasks.yaml"
PHONE: ViewportSize = {"width": 375, "height": 812}
MOST_CLICKS = 2
TASKS_FOUND: list[dict[str, Any]] = yaml.safe_load(TASKS.read_text("utf-8"))["tasks"]
# The words that stand on the screen as it is scrolled, below the bar that stays at its top.
ON_SCREEN = """() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    const seen = []
    while (walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(walker.currentNode)
        const {top, bottom, width} = range.getBoundingClientRect()
        if (width && bottom > 0 && top < innerHeight && walker.currentNode.parentElement.checkVisibility())
            seen.push(walker.currentNode.textContent)
    }
    return seen.join('').replace(/\\s+/g, ' ')
}"""


def test_there_are_tasks_of_every_kind() -> None:
    assert len(TASKS_FOUND) >= 40
    assert all(len(task.get("clicks", [])) <= MOST_CLICKS for task in TASKS_FOUND)


@pytest.mark.parametrize("task", TASKS_FOUND, ids=lambda task: f"{task['who']}: {task['asks']}")
def test_a_task_is_done(page: Page, site_url: str, task: dict[str, Any]) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + address(task["start"]))

    if "search" in task:
        search(page, task["search"])
        page.locator(".md-search-result__link").first.click()
    for place, link in enumerate(task.get("clicks", [])):
        follow(page, link, task.get("opens", []) if place == 0 else [])
    page.wait_for_url(lambda url: re.split("[?#]", url)[0] == site_url + address(task["ends"]))

    seen = on_screen(page, task.get("finds"))
    assert [words for words in [*task.get("sees", []), *filter(None, [task.get("finds")])] if words not in seen] == []


def address(page: str) -> str:
    return "" if page == "index" else page.removesuffix("index").rstrip("/") + "/"


def follow(page: Page, link: str, folds: list[str]) -> None:
    """Click a link of the page, after opening the folds that it lies in; a fold is no page to wait for."""
    for fold in folds:
        page.locator("article summary", has_text=fold).first.click()
    page.locator("article a:visible", has_text=re.compile(rf"^\s*{re.escape(link)}")).first.click()


def on_screen(page: Page, finds: str | None) -> str:
    if finds is not None:
        page.locator("article :is(h2, h3)", has_text=finds).first.scroll_into_view_if_needed()
    page.wait_for_load_state()
    seen: str = page.evaluate(ON_SCREEN)
    return seen
