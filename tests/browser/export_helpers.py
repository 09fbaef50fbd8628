"""Somebody with answers of all kinds, and what they take along of the result."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.assessment_page import AssessmentPage
from tests.browser.paths import SITE

KINDS = ("docx", "documents", "actions", "calendar")
UNVERIFIED = "Zelftoets, niet nagekeken."
NOTHING = "U beantwoordde nog niets."
DAY = "2026-11-22"


@pytest.fixture(scope="module")
def norm() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(SITE.glob("assets/runtime/*/norm.json")).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def example(norm: dict[str, Any]) -> dict[str, Any]:
    """A worked example in which all kinds of things are answered."""
    answers: dict[str, Any] = json.loads(json.dumps(norm["examples"]["example-starting-trainer"]["answers"]))
    answers["checks"]["ACT-1"]["present"] = "De zaakvoerder"
    answers["documents"]["activity-description"]["note"] = '=HYPERLINK("http://elders.example")\nlade "2"; links'
    answers["checks"]["ACT-2"]["note"] = "Eén <b>map</b> & een \u0007bel"
    return answers


@pytest.fixture
def app(app: AssessmentPage) -> Iterator[AssessmentPage]:
    app.page.evaluate("() => { window.printIt = print; window.print = () => { window.printed = true } }")
    app.on_date(DAY)
    yield app.wait()
    app.page.evaluate("() => { window.print = printIt; delete window.printIt; delete window.printed }")
    app.page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.fixture
def filled(app: AssessmentPage, example: dict[str, Any]) -> AssessmentPage:
    app.open(example)
    return app


def unfold(app: AssessmentPage) -> None:
    app.page.locator(".kmop-take").evaluate("details => { details.open = true }")


def taken(app: AssessmentPage, kind: str) -> bytes:
    unfold(app)
    with app.page.expect_download() as waiting:
        app.page.click(f"[data-take={kind}]")
    return Path(waiting.value.path()).read_bytes()


def print_folder(app: AssessmentPage) -> None:
    unfold(app)
    app.page.click("[data-take=paper]")
    app.page.wait_for_function("window.printed")


def checks_of(norm: dict[str, Any]) -> list[str]:
    return [name for entry in norm["requirements"].values() for name in entry["checks"]]
