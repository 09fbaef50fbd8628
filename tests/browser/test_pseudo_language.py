"""A language added by the recipe reaches every word, and longer words break nothing."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from guide.loading import load_norm
from guide.packaging.single import SINGLE
from tests.browser.answering import LAPTOP, PHONE
from tests.browser.conftest import SITE
from tests.browser.desk import Desk
from tests.browser.harness import NewPage, serving
from tests.browser.states import worked_example
from tests.language.brackets import unbracketed
from tests.language.pseudo import LANGUAGE_TAG, project_with_the_language

ROOT = SITE.parent
MATERIAL = find_spec("material")
THEME = "templates/partials/languages/nl.html"
FITTING = Path(__file__).with_name("fitting.js").read_text(encoding="utf-8")
ANSWERED = '[data-field="profile.starter"] input:checked'
UNFOLD = "document.querySelectorAll('details:not(.kmop-why)').forEach(fold => { fold.open = true })"
# One page of each kind, and the address that leads nowhere.
PAGES = (
    "",
    "procedure/",
    "norm/",
    "norm/activiteit/",
    "kostprijs/",
    "resultaat/",
    "kmo-portefeuille/",
    "bronnen/",
    "404",
)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the language that nobody speaks."""
    assert MATERIAL is not None
    assert MATERIAL.origin is not None
    theme = Path(MATERIAL.origin).with_name(THEME.partition("/")[0]) / THEME.partition("/")[2]
    project = project_with_the_language(ROOT, tmp_path_factory.mktemp("project"), theme)
    command = [sys.executable, "-m", "guide", "build", "--language", LANGUAGE_TAG]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


def without_language() -> set[str]:
    """What the norm says in no language of ours: names, numbers, addresses, and titles of others' pages."""
    found: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                found.add(key)
                collect({} if key == "nl" else item)
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, str):
            found.add(" ".join(value.split()))

    collect(load_norm(ROOT / "norm").norm)
    return found


def test_a_language_that_is_added_reaches_every_word_and_fits(translated: Path, new_page: NewPage) -> None:
    kept = without_language()
    files = [file for file in translated.rglob("*.html") if file.name != SINGLE]
    unreached = {text for file in files for text in unbracketed(file.read_text("utf-8"))} - kept
    page = new_page()
    with serving(translated) as site:
        broken = {path: misfits(page, site + path) for path in PAGES}
        open_example(Desk(page, site).sit_down())
        broken["zelftoets/"] = misfits(page)
        computed = set(unbracketed(page.content())) - kept

    assert unreached == set()
    assert computed == set()
    assert {path: wrong for path, wrong in broken.items() if wrong} == {}


def open_example(desk: Desk) -> None:
    """Open a worked example and all that folds, without knowing a word of the language."""
    desk.choose_file(json.dumps(worked_example()).encode(), "voorbeeld.json")
    desk.page.locator(ANSWERED).first.wait_for()
    desk.wait()
    desk.page.evaluate(UNFOLD)


def misfits(page: Page, address: str | None = None) -> list[str]:
    """What does not fit on a page, on a phone and on a laptop."""
    if address:
        page.goto(address)
    found: list[str] = []
    for width, height in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {wrong}" for wrong in page.evaluate(FITTING)]
    return found
