"""Someone takes the result along: on paper, in Word, in a spreadsheet, in a calendar."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.answering import found_by_axe
from tests.browser.conftest import SITE
from tests.browser.desk import EMPTY, Desk
from tests.browser.harness import Watch

KINDS = ("docx", "documents", "actions", "calendar")
UNVERIFIED = "Zelftoets, niet nagekeken."
NOTHING = "U beantwoordde nog niets."
NO_POPPLER = "no pdftotext found; install poppler-utils to read what is on each printed page"
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


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def checks_of(norm: dict[str, Any]) -> list[str]:
    return [name for entry in norm["requirements"].values() for name in entry["checks"]]


@pytest.mark.allow_console_errors
def test_nothing_can_be_taken_before_there_is_a_result(page: Page, site_url: str) -> None:
    page.route("**/runtime/*/rules.zip", lambda route: route.abort())
    page.goto(f"{site_url}zelftoets/", wait_until="commit")
    buttons = page.locator("[data-take]")
    buttons.first.wait_for(state="attached")
    assert buttons.evaluate_all("all => all.every(button => button.disabled)")


# Paper


def test_the_printed_folder_holds_every_point_and_only_the_folder(filled: Desk, norm: dict[str, Any]) -> None:
    print_folder(filled)
    page = filled.page
    assert not page.locator("#kmop-folder").is_visible()

    page.emulate_media(media="print")

    assert page.locator("#kmop-folder").is_visible()
    assert not page.locator("#kmop-form").is_visible()
    assert not page.locator("header.md-header").is_visible()
    for name in checks_of(norm):
        assert page.locator(f'[data-node="requirements"] [data-node="{name}"]').count() == 1, name
    text = page.inner_text("#kmop-folder")
    assert "De zaakvoerder" in text
    assert "Eén <b>map</b> & een" in text
    assert norm["sha256"] in text
    ticked = page.locator('[data-node="activity-description"] .kmop-paper__box')
    assert ticked.get_attribute("data-ticked") is not None


def test_the_headings_of_the_paper_never_skip_a_level(filled: Desk) -> None:
    print_folder(filled)
    names = "all => all.map(heading => Number(heading.tagName[1]))"
    levels = filled.page.locator("#kmop-folder :is(h1, h2, h3, h4, h5, h6)").evaluate_all(names)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_paper_is_a4_and_the_page_is_as_it_was_afterwards(filled: Desk) -> None:
    title = filled.page.title()
    print_folder(filled)
    assert filled.page.title() == f"kmop-auditmap-{DAY}"

    pdf = filled.page.pdf(prefer_css_page_size=True)

    boxes = {tuple(round(float(number)) for number in box.split()) for box in re.findall(rb"MediaBox \[([^]]+)\]", pdf)}
    assert boxes == {(0, 0, 595, 842)}
    filled.page.wait_for_function("!document.getElementById('kmop-folder')")
    assert filled.page.title() == title
    assert filled.page.locator("#kmop-form").is_visible()


def test_each_page_says_what_it_is_and_its_number(filled: Desk, norm: dict[str, Any], tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip(NO_POPPLER)
    print_folder(filled)
    sources = filled.page.locator("[data-node=sources] [data-leaf]").evaluate_all("all => all.map(e => e.textContent)")
    file = tmp_path / "map.pdf"
    file.write_bytes(filled.page.pdf(prefer_css_page_size=True))

    run = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)

    pages = run.stdout.removesuffix("\f").split("\f")
    assert len(pages) > 5
    for number, text in enumerate(pages, start=1):
        assert UNVERIFIED in text
        assert "Auditmap voor de kmop-norm · Een startende lesgever" in text
        assert f"Bladzijde {number} van {len(pages)}" in text
    whole = ["".join(text.split()) for text in pages]
    assert sources
    for source in sources:
        assert any("".join(source.split()) in text for text in whole), f"{source} is cut by the end of a page"
    for name, check in ((n, c) for r in norm["requirements"].values() for n, c in r["checks"].items()):
        heading = re.compile(rf"^{name} ", re.MULTILINE)
        points = [" ".join(heading.split(text)[1].split()) for text in pages if heading.search(text)]
        evidence = " ".join(check["evidence"][-1]["text"]["nl"].split()[:3])
        assert any(evidence in point for point in points), f"{name} is cut by the end of a page"


def test_an_empty_form_prints_that_nothing_was_answered(desk: Desk) -> None:
    desk.open(EMPTY)
    print_folder(desk)
    assert NOTHING in (desk.page.text_content("#kmop-folder header") or "")


# Spreadsheets


def test_the_checklist_opens_rightly_in_a_belgian_spreadsheet(filled: Desk, norm: dict[str, Any]) -> None:
    content = taken(filled, "documents")

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    table = rows(content)
    assert table[0][:5] == ["Klaar", "Document", "Toestand", "Nodig", "Waar het ligt"]
    by_title = {row[1]: row for row in table[1:]}
    kept = by_title[norm["documents"]["activity-description"]["title"]["nl"]]
    assert kept[0] == "ja"
    assert kept[4] == '\'=HYPERLINK("http://elders.example")\nlade "2"; links'
    assert {len(row) for row in table} == {len(table[0])}


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "\uff1d1"])
def test_no_cell_is_taken_for_a_formula(desk: Desk, start: str) -> None:
    documents = {"activity-description": {"state": "ready", "note": start}}
    desk.open({**EMPTY, "documents": documents})
    cells = [cell for row in rows(taken(desk, "documents")) for cell in row]
    assert f"'{start}" in cells
    assert start not in cells


def test_the_plan_is_the_one_of_the_report(filled: Desk) -> None:
    ranked = json.loads(filled.report())["actions"]["ranked"]
    table = rows(taken(filled, "actions"))
    assert [row[1] for row in table[1 : len(ranked) + 1]] == [entry["about"] or "" for entry in ranked]
    assert [row[0] for row in table[1 : len(ranked) + 1]] == [str(rank) for rank in range(1, len(ranked) + 1)]


# Calendar


def test_the_days_open_in_a_calendar(filled: Desk) -> None:
    timeline = json.loads(filled.report())["timeline"]
    content = taken(filled, "calendar")
    calendar = Calendar.from_ical(content.decode())

    assert str(calendar["PRODID"]) == "-//kmop-gids//zelftoets//NL"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    events: dict[str, Any] = {str(event["UID"]).split(".")[0]: event for event in calendar.walk("VEVENT")}
    assert len(events) == len(list(calendar.walk("VEVENT")))
    assert not [error for event in events.values() for error in event.errors]
    for step in (each for each in timeline["steps"] if each["end"]):
        event = events[step["id"]]
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event.start.isoformat() == (step["start"] or step["end"])["likely"]
        assert event.end.toordinal() - 1 == date_of(step["end"]["likely"])
        assert str(event["DESCRIPTION"]).startswith("Dit is een schatting") == (step["state"] == "to_do")
    for deadline in timeline["deadlines"]:
        assert events[deadline["id"]].end.toordinal() - 1 == date_of(deadline["last"])
    assert {event["DTSTAMP"].dt.date().isoformat() for event in events.values()} == {DAY}
    assert all(UNVERIFIED in str(event["DESCRIPTION"]) for event in events.values())


def date_of(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def test_the_same_answers_give_the_same_calendar(filled: Desk) -> None:
    assert taken(filled, "calendar") == taken(filled, "calendar")


# Word


def test_the_folder_opens_in_word(filled: Desk, norm: dict[str, Any]) -> None:
    document = Document(io.BytesIO(taken(filled, "docx")))

    headings = [par.text for par in document.paragraphs if ((par.style and par.style.name) or "").startswith("Heading")]
    points = headings[headings.index("De vijf basisvereisten") : headings.index("Documenten")]
    for name in checks_of(norm):
        assert len([text for text in points if text.startswith(f"{name} ")]) == 1, name
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"De zaakvoerder", "Eén <b>map</b> & een bel", norm["sha256"]} <= set(cells)
    assert '=HYPERLINK("http://elders.example")\nlade "2"; links' in cells
    (section,) = document.sections
    assert UNVERIFIED in section.header.paragraphs[0].text
    assert UNVERIFIED in section.footer.paragraphs[0].text
    assert "Bladzijde" in section.footer.paragraphs[0].text
    assert [round((size or 0) / 36000) for size in (section.page_width, section.page_height)] == [210, 297]


# All of them


@pytest.mark.parametrize("kind", KINDS)
def test_with_nothing_answered_each_file_says_so(desk: Desk, kind: str) -> None:
    desk.open(EMPTY)
    content = taken(desk, kind)
    if kind == "docx":
        said = "\n".join(par.text for par in Document(io.BytesIO(content)).paragraphs)
    else:
        said = content.decode().replace("\r\n ", "")
    assert NOTHING in said
    desk.page.locator(".kmop-notices", has_text=NOTHING).wait_for()


def test_what_is_taken_follows_the_last_answer(filled: Desk) -> None:
    filled.answer("documents.annual-accounts.state", "ready")
    ready = [row for row in rows(taken(filled, "documents")) if row[0] == "ja"]
    assert len(ready) == 2


def test_a_library_is_fetched_only_when_it_is_used(page: Page, site_url: str, watch: Watch) -> None:
    desk = Desk(page, site_url).sit_down()
    scripts = ("csv", "docx", "calendar", "paper")

    def fetched() -> set[str]:
        names = {url.rpartition("/")[2] for url in watch.requests if "/assets/kmop/" in url}
        return {script for script in scripts for name in names if re.fullmatch(rf"{script}(\.\w+\.min)?\.js", name)}

    assert fetched() == set()
    taken(desk, "actions")
    assert fetched() == {"csv"}
    taken(desk, "calendar")
    assert fetched() == {"csv", "calendar"}


def test_answers_that_are_at_fault_are_not_taken(filled: Desk) -> None:
    filled.type("profile.deployed_people", "0")
    filled.page.locator('[name="profile.deployed_people"][aria-invalid=true]').wait_for()
    unfold(filled)
    filled.page.click("[data-take=documents]")
    filled.page.locator(".kmop-notices [role=alert]", has_text="niets om mee te nemen").wait_for()


@pytest.mark.allow_console_errors
def test_a_library_that_cannot_be_fetched_is_told(page: Page, site_url: str) -> None:
    desk = Desk(page, site_url).sit_down()
    page.route("**/docx.*.js", lambda route: route.abort())
    unfold(desk)
    page.click("[data-take=docx]")
    page.locator(".kmop-notices [role=alert]", has_text="kon niet gemaakt worden").wait_for()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_everything_is_reached_by_keyboard_and_fits(filled: Desk, width: int) -> None:
    page = filled.seen((width, 800), reduced_motion="reduce").page
    page.focus(".kmop-take summary")
    page.keyboard.press("Enter")
    for kind in ("paper", *KINDS):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.take") == kind
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".ics")
    assert not filled.scrolls_sideways()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_taken(filled: Desk, scheme: Any) -> None:
    page = filled.seen(color_scheme=scheme).page
    taken(filled, "actions")
    page.locator(".kmop-notices", has_text="Bewaard als").wait_for()
    assert found_by_axe(page, ".kmop-aside") == []
    print_folder(filled)
    filled.seen(media="print")
    assert found_by_axe(page, "#kmop-folder") == []
