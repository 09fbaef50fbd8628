"""A language added by the recipe reaches every word, and longer words break nothing."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from guide.disk_cache import Cache
from guide.loader import load_norm
from tests.browser.assessment_page import AssessmentPage
from tests.browser.built_pages import ASSESSMENT, kinds_of_pages
from tests.browser.form_helpers import LAPTOP, PHONE
from tests.browser.harness import serving
from tests.browser.page_states import worked_example
from tests.browser.paths import SITE
from tests.language.brackets import unbracketed
from tests.language.pseudo import LANGUAGE_TAG, project_with_the_language

ROOT = SITE.parent
MATERIAL = find_spec("material")
THEME = "templates/partials/languages/nl.html"
FITTING = Path(__file__).with_name("fitting.js").read_text(encoding="utf-8")
ANSWERED = '[data-field="profile.starter"] input:checked'
FOLDS = "document.querySelectorAll('details:not(.kmop-why)').forEach(fold => { fold.open = true })"
# Each with a part of what is said of it.
MISFITS = {
    "scrolls sideways": "<div style='width: 3000px'>breed</div>",
    "cut off: BUTTON": "<button style='width: 3em; overflow: hidden; white-space: nowrap'>Bewaar alles</button>",
    "spills: BUTTON": "<button style='width: 3em; white-space: nowrap'>Bewaar alles</button>",
    "spills: TH": "<table style='table-layout: fixed; width: 4em'><tr><th>Basisvereiste</th></tr></table>",
    "beyond the page: P": "<p style='position: absolute; left: 90vw; white-space: nowrap'>Een zin die niet past</p>",
    "overlap: BUTTON": "<button>een</button><button style='margin-left: -2em'>twee</button>",
}


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the language that nobody speaks."""
    assert MATERIAL is not None
    assert MATERIAL.origin is not None
    theme = Path(MATERIAL.origin).parent / THEME
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
            # A link may be called by the site that it leads to.
            found.add((urlsplit(value).hostname or "").removeprefix("www."))

    collect(load_norm(ROOT / "norm", Cache()).norm)
    return found


def misfits(page: Page) -> list[str]:
    """What does not fit on a page, on a phone and on a laptop."""
    found: list[str] = []
    for width, height in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {wrong}" for wrong in page.evaluate(FITTING)]
    return found


def with_an_example(page: Page, site: str) -> Page:
    """Open a worked example in the self-assessment and all that folds, without knowing a word of the language."""
    app = AssessmentPage(page, site).sit_down()
    app.choose_file(json.dumps(worked_example()).encode(), "voorbeeld.json")
    page.locator(ANSWERED).first.wait_for()
    app.wait()
    page.evaluate(FOLDS)
    return page


def test_a_language_that_is_added_reaches_every_word_and_fits(translated: Path, page: Page) -> None:
    kept = without_language()
    unreached = {text for file in translated.rglob("*.html") for text in unbracketed(file.read_text("utf-8"))}
    broken: dict[str, list[str]] = {}
    with serving(translated) as site:
        for path in kinds_of_pages():
            page.goto(site + path)
            broken[path] = misfits(page)
        broken[ASSESSMENT] = misfits(with_an_example(page, site))
        unreached |= set(unbracketed(page.content()))
        AssessmentPage(page, site).press("#kmop-wipe")
        unreached |= set(unbracketed(page.locator("dialog[open]").inner_html()))

    assert unreached - kept == set()
    assert {path: wrong for path, wrong in broken.items() if wrong} == {}


def test_what_does_not_fit_is_found(page: Page) -> None:
    head = '<!doctype html><html lang="nl"><link rel="icon" href="data:,"><main><p>Dit past.</p><button>Goed</button>'
    page.set_content(head)
    assert misfits(page) == []

    for told, part in MISFITS.items():
        page.set_content(head + part)
        assert any(told in wrong for wrong in misfits(page)), told
