"""The self-assessment of a norm with its own numbers, scale and outcomes, and with nothing in it of ours."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import serving
from tests.browser.small_site import copy_with_norm
from tests.norms import OFFICIAL_NORM, checked_norm

NORM = checked_norm(OFFICIAL_NORM)
# The copy has the self-assessment alone: the theme looks for its search and its map.
pytestmark = pytest.mark.allow_console_errors


def test_its_points_are_scored_on_its_own_scale_and_end_in_its_own_outcomes(page: Page, tmp_path: Path) -> None:
    with serving(copy_with_norm(NORM, tmp_path / "site")) as url:
        app = AssessmentPage(page, url).sit_down()
        app.answer("profile.provider_kind", "private")
        app.answer("profile.application", "first")
        app.answer("checks.1.1.conformity", "4")
        app.answer("checks.1.1.demonstrability", "0")
        app.wait()

        assert app.saved()["checks"]["1.1"] == {"conformity": "4", "demonstrability": "0"}
        assert "1.1 Een heldere kijker" in app.result
        assert "geen ster tot twee sterren" in app.result
        assert re.findall(r"(?i).*(?:elk|het|drie|middelste) scenario.*|.*\b(?:streng|soepel)\b.*", app.result) == []
        said = page.locator("#kmop-assessment, main").first.inner_text()
        assert re.findall(r"kmo-|VLAIO|Vlaams|eigen reconstructie|drempels vonden", said) == []
