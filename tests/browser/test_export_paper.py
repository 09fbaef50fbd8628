"""Someone takes the result along on paper."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.export_helpers import (
    ANSWERS,
    DAY,
    NOTHING,
    READY,
    UNVERIFIED,
    app,
    filled,
    print_folder,
    print_plan,
)
from tests.browser.norm_ids import NORM, checks_of

__all__ = ["app", "filled"]

NO_POPPLER = "no pdftotext found; install poppler-utils to read what is on each printed page"


ORIGIN = "Samengesteld door de dienstverlener zelf."


def test_only_the_paper_is_printed(filled: AssessmentPage) -> None:
    print_folder(filled)
    page = filled.page
    assert not page.locator("#kmop-folder").is_visible()

    page.emulate_media(media="print")

    assert page.locator("#kmop-folder").is_visible()
    assert not page.locator("#kmop-form").is_visible()
    assert not page.locator("header.md-header").is_visible()


def test_the_printed_folder_has_what_was_written_and_nothing_for_oneself(filled: AssessmentPage) -> None:
    print_folder(filled)
    for name in NORM["requirements"]:
        shown = filled.page.locator(f'#kmop-folder [data-node="{name}"]').count()
        assert shown == (name in ANSWERS["requirements"]), name
    text = filled.page.text_content("#kmop-folder") or ""
    assert "Eén <b>map</b>" not in text
    assert not [name for name in checks_of() if name in text]


def test_the_printed_plan_holds_the_notes_and_every_point_behind_it(filled: AssessmentPage) -> None:
    print_plan(filled, with_grounds=True)
    page = filled.page
    for name in checks_of():
        assert page.locator(f'[data-node="requirements"] [data-node="{name}"]').count() == 1, name
    text = page.text_content("#kmop-folder") or ""
    assert "De zaakvoerder" in text
    assert "Eén <b>map</b> & een" in text
    assert NORM["sha256"] in text
    ticked = page.locator(f'[data-node="{READY}"] .kmop-paper__box')
    assert ticked.get_attribute("data-ticked") is not None


def test_the_headings_of_the_paper_never_skip_a_level(filled: AssessmentPage) -> None:
    print_folder(filled)
    names = "all => all.map(heading => Number(heading.tagName[1]))"
    levels = filled.page.locator("#kmop-folder :is(h1, h2, h3, h4, h5, h6)").evaluate_all(names)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_paper_is_a4_and_the_page_is_as_it_was_afterwards(filled: AssessmentPage) -> None:
    title = filled.page.title()
    print_folder(filled)
    assert filled.page.title() == f"kmop-auditmap-{DAY}"

    pdf = filled.page.pdf(prefer_css_page_size=True)

    boxes = {tuple(round(float(number)) for number in box.split()) for box in re.findall(rb"MediaBox \[([^]]+)\]", pdf)}
    assert boxes == {(0, 0, 595, 842)}
    filled.page.keyboard.press("Shift")
    assert not filled.page.locator("#kmop-folder").count()
    assert filled.page.title() == title
    assert filled.page.locator("#kmop-form").is_visible()


def printed_pages(app: AssessmentPage, file: Path) -> list[str]:
    """What stands on each page of what is laid out for paper."""
    if shutil.which("pdftotext") is None:
        pytest.skip(NO_POPPLER)
    file.write_bytes(app.page.pdf(prefer_css_page_size=True))
    run = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)
    return run.stdout.removesuffix("\f").split("\f")


def test_the_folder_takes_no_page_for_a_few_lines_and_each_says_whose_it_is_and_its_number(
    filled: AssessmentPage, tmp_path: Path
) -> None:
    print_folder(filled)
    pages = printed_pages(filled, tmp_path / "map.pdf")
    assert len(pages) <= len(ANSWERS["requirements"])
    for number, text in enumerate(pages, start=1):
        assert ORIGIN in text
        assert f"Pagina {number} van {len(pages)}" in text
    assert all(f"Auditmap voor de kmop-norm · {ANSWERS['title']}" in text for text in pages[1:])


def test_the_plan_takes_at_most_five_pages_with_the_summary_on_the_first(
    filled: AssessmentPage, tmp_path: Path
) -> None:
    print_plan(filled)
    pages = printed_pages(filled, tmp_path / "plan.pdf")
    assert 3 <= len(pages) <= 5
    assert all(UNVERIFIED in text for text in pages)
    assert "De basisvereisten" in pages[0]
    assert "Plan\n" in pages[1]


def test_nothing_that_belongs_together_is_cut_by_the_end_of_a_page(filled: AssessmentPage, tmp_path: Path) -> None:
    print_plan(filled, with_grounds=True)
    sources = filled.page.locator("[data-node=sources] [data-leaf]").evaluate_all("all => all.map(e => e.textContent)")
    pages = printed_pages(filled, tmp_path / "plan.pdf")
    whole = ["".join(text.split()) for text in pages]
    assert sources
    for source in sources:
        assert any("".join(source.split()) in text for text in whole), f"{source} is cut by the end of a page"
    for check in (each for requirement in NORM["requirements"].values() for each in requirement["checks"].values()):
        title = "".join(check["title"]["nl"].split())
        evidence = "".join(check["evidence"][-1]["text"]["nl"].removesuffix(".").split()[:3])
        points = [point for text in whole for point in text.split(title)[1:]]
        assert any(evidence in point for point in points), f"{check['title']['nl']} is cut by the end of a page"


def test_an_empty_form_prints_that_nothing_was_answered(app: AssessmentPage) -> None:
    app.open(EMPTY)
    print_folder(app)
    assert NOTHING in (app.page.text_content("#kmop-folder header") or "")
