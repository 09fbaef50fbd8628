"""The questionnaire on paper, for whoever has no scripts or wants to sit round a table with it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.harness import NewPage
from tests.browser.norm_ids import NORM

MOST_PAGES = 23
NO_POPPLER = "no pdftotext found; install poppler-utils to read what is on each printed page"
# What each point's title begins with: the rest may stand on the next line.
TITLES = [check["title"]["nl"][:30] for each in NORM["requirements"].values() for check in each["checks"].values()]
POINT = re.compile(rf"^ *({'|'.join(map(re.escape, TITLES))})", re.MULTILINE)


@pytest.fixture
def pages(new_page: NewPage, site_url: str, tmp_path: Path) -> list[str]:
    """The text of each printed page, without scripts."""
    if shutil.which("pdftotext") is None:
        pytest.skip(NO_POPPLER)
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}zelftoets/")
    file = tmp_path / "questionnaire.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    run = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)
    return run.stdout.removesuffix("\f").split("\f")


def test_it_prints_close_together_with_each_point_whole(pages: list[str]) -> None:
    """A point begins with its name and ends with why it would not apply."""
    points = [point for text in pages for point in POINT.findall(text)]

    assert len(pages) <= MOST_PAGES
    assert sorted(points) == sorted(TITLES)
    for text in pages:
        assert len(POINT.findall(text)) == text.count("Waarom geldt het niet?")


def test_it_prints_every_question_and_room_for_its_answer(pages: list[str], new_page: NewPage, site_url: str) -> None:
    text = "".join("".join(pages).split())
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}zelftoets/")
    asked = page.locator("#situatie .kmop-field legend, #situatie .kmop-entry-label").all_inner_texts()

    assert len(asked) > 20
    assert [question for question in asked if "".join(question.split()) not in text] == []
    assert "weetiknogniet" not in text
