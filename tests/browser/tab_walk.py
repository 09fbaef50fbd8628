"""Somebody who goes through a page with the Tab key, and what they meet."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

BACK = "Shift+Tab"
WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
# More stops than any page has: whoever is still there then is trapped.
MOST = 2000
# The page itself takes note of each stop; to ask it each time would take as long as the walk.
STRETCH = 20


def walked(page: Page, key: str = "Tab") -> dict[str, Any]:
    """Press Tab from the top, or Shift+Tab from the end, until the page is left, and say what was met.

    Returns:
        `stops`, the names of what got the focus; `missed`, what should have got it; `unseen`, the stops that nobody
        could see, each with the reason; `left`, whether the page could be left again.
    """
    page.evaluate(WALK)
    for _ in range(0, MOST, STRETCH):
        for _ in range(STRETCH):
            page.keyboard.press(key)
        if page.evaluate("walk.left()"):
            break
    found: dict[str, Any] = page.evaluate("walk.found()")
    return found


def still(unseen: list[str]) -> list[str]:
    """Those that do not come into view a moment later: the theme fades its tabs, its search and its colours in."""
    return [each for each in unseen if not re.match(r"\w+ md-(tabs__|search__|option )", each)]


def sized(page: Page, size: tuple[int, int]) -> Page:
    """The page in a window of this size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return page
