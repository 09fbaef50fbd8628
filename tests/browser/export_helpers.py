"""Somebody with answers of all kinds, and what they take along of the result."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import EXAMPLE, NORM

KINDS = ("folder", "plan", "documents", "actions", "calendar")
WORD = ("folder", "plan")
ORDER = ("folder", "folder-print", "plan", "plan-print", "documents", "actions", "calendar")
"""The buttons as they stand in the menu."""
UNVERIFIED = "Zelftoets, niet nagekeken."
NOTHING = "U beantwoordde nog niets."
DAY = "2026-11-22"


# A worked example in which all kinds of things are answered.
ANSWERS: dict[str, Any] = copy.deepcopy(NORM["examples"][EXAMPLE]["answers"])
FIRST, SECOND, *_ = ANSWERS["checks"].values()
FIRST["present"], SECOND["note"] = "De zaakvoerder", "Eén <b>map</b> & een \u0007bel"
ANSWERS["requirements"] = {name: {"works": "Wij spreken het af."} for name in list(NORM["requirements"])[:3]}
READY, OTHER, *_ = ANSWERS["documents"]
"""Of its documents one that is ready, and one that is not."""
ANSWERS["documents"][READY]["note"] = '=HYPERLINK("http://elders.example")\nlade "2"; links'


@pytest.fixture
def app(app: AssessmentPage) -> Iterator[AssessmentPage]:
    """The page on one day, with a print dialog that only tells that it was asked for."""
    app.page.evaluate("() => { window.printIt = print; window.print = () => { window.printed = true } }")
    app.on_date(DAY)
    yield app.wait()
    app.page.evaluate("() => { window.print = printIt; delete window.printIt; delete window.printed }")
    app.page.evaluate("dispatchEvent(new Event('keydown'))")


@pytest.fixture
def filled(app: AssessmentPage) -> AssessmentPage:
    """The page with those answers."""
    app.open(ANSWERS)
    return app


def unfold(app: AssessmentPage) -> None:
    """Open the part of the page that gives files."""
    app.unfold(".kmop-take")


def taken(app: AssessmentPage, kind: str) -> bytes:
    """Let the page make a file, and return what it holds."""
    unfold(app)
    with app.page.expect_download() as waiting:
        app.press(f".kmop-take [data-take={kind}]")
    return Path(waiting.value.path()).read_bytes()


def print_folder(app: AssessmentPage) -> None:
    """Let the page lay out the folder for the auditor on paper."""
    _print(app, "folder-print")


def print_plan(app: AssessmentPage, *, with_grounds: bool = False) -> None:
    """Let the page lay out the plan on paper."""
    unfold(app)
    app.page.set_checked("#kmop-grounds", with_grounds)
    _print(app, "plan-print")


def _print(app: AssessmentPage, kind: str) -> None:
    unfold(app)
    app.page.evaluate("() => { window.printed = false }")
    app.press(f".kmop-take [data-take={kind}]")
    app.page.wait_for_function("window.printed")
