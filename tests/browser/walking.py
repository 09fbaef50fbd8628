"""Somebody who goes through a page with the Tab key, and what they meet."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
# More stops than any page has: whoever is still there then is trapped.
MOST = 2000


def walked(page: Page) -> dict[str, Any]:
    """Press Tab from the top until the page is left, and say what was met.

    Returns:
        `stops`, the names of what got the focus; `missed`, what should have got it; `unseen`, the stops that nobody
        could see, each with the reason; `left`, whether the page could be left again.
    """
    page.evaluate(WALK)
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("walk.step()"):
            break
    found: dict[str, Any] = page.evaluate("walk.found()")
    return found
