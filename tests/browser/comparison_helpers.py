"""Two assessments to compare: that of a client, and its copy with other answers."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.norm_ids import FIRST_CHECK, NORM

__all__ = ["CLIENT", "with_copy"]

PROFILE = {"services": ["training"], "provider_kind": "private", "application": "first", "starter": False}
CLIENT: dict[str, Any] = EMPTY | {
    "title": "Klant A",
    "norm": {"id": NORM["id"], "version": NORM["version"]},
    "profile": PROFILE,
    "checks": {FIRST_CHECK: {"conformity": "T", "demonstrability": "G", "note": "<b>map 3</b>"}},
}


def with_copy(app: AssessmentPage) -> AssessmentPage:
    """An assessment and its copy, which is open and answered otherwise."""
    app.open(CLIENT)
    app.unfold("#kmop-work")
    app.page.locator("#kmop-work [data-act=copy]").click()
    app.page.locator("#kmop-work [data-act=turnTo]").click()
    expect(app.page.locator("#kmop-work > summary")).to_contain_text("(kopie)")
    app.answer("profile.starter", "true")
    app.answer(f"checks.{FIRST_CHECK}.demonstrability", "V")
    return app
