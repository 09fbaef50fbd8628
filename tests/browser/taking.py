"""Somebody with answers of all kinds, and what they take along of the result."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import SITE
from tests.browser.desk import Desk

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
def desk(desk: Desk) -> Iterator[Desk]:
    desk.page.evaluate("() => { window.printIt = print; window.print = () => { window.printed = true } }")
    desk.on_date(DAY)
    yield desk.wait()
    desk.page.evaluate("() => { window.print = printIt; delete window.printIt; delete window.printed }")
    desk.page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.fixture
def filled(desk: Desk, example: dict[str, Any]) -> Desk:
    desk.open(example)
    return desk


def unfold(desk: Desk) -> None:
    desk.page.locator(".kmop-take").evaluate("details => { details.open = true }")


def taken(desk: Desk, kind: str) -> bytes:
    unfold(desk)
    with desk.page.expect_download() as waiting:
        desk.page.click(f"[data-take={kind}]")
    return Path(waiting.value.path()).read_bytes()


def print_folder(desk: Desk) -> None:
    unfold(desk)
    desk.page.click("[data-take=paper]")
    desk.page.wait_for_function("window.printed")


def checks_of(norm: dict[str, Any]) -> list[str]:
    return [name for entry in norm["requirements"].values() for name in entry["checks"]]
