"""Someone takes the result along: in Word, in a spreadsheet, in a calendar."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Page

from guide import cli
from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.export_helpers import (
    ANSWERS,
    KINDS,
    NOTHING,
    ORDER,
    OTHER,
    READY,
    UNVERIFIED,
    WORD,
    app,
    filled,
    print_folder,
    print_plan,
    taken,
    unfold,
)
from tests.browser.form_helpers import found_by_axe
from tests.browser.harness import Watch
from tests.browser.norm_ids import NORM, checks_of, title_of

__all__ = ["app", "filled"]


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.allow_console_errors
def test_nothing_can_be_taken_before_there_is_a_result(page: Page, site_url: str) -> None:
    page.route("**/runtime/*/rules.zip", lambda route: route.abort())
    page.goto(f"{site_url}zelftoets/", wait_until="commit")
    buttons = page.locator("[data-take]")
    buttons.first.wait_for(state="attached")
    assert buttons.evaluate_all("all => all.every(button => button.disabled)")


# Spreadsheets


def test_the_checklist_opens_rightly_in_a_belgian_spreadsheet(filled: AssessmentPage) -> None:
    content = taken(filled, "documents")

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    table = rows(content)
    own = ["Waar het ligt", "Wie ervoor zorgt", "Uw notities"]
    assert table[0][:7] == ["Klaar", "Document", "Toestand", "Nodig", *own]
    by_title = {row[1]: row for row in table[1:]}
    kept = by_title[NORM["documents"][READY]["title"]["nl"]]
    assert kept[0] == "ja"
    assert kept[6] == '\'=HYPERLINK("http://elders.example")\nlade "2"; links'
    assert {len(row) for row in table} == {len(table[0])}


def test_the_plan_is_the_one_of_the_report(filled: AssessmentPage) -> None:
    ranked = json.loads(filled.report())["actions"]["ranked"]
    table = rows(taken(filled, "actions"))
    checks = {name: check for entry in NORM["requirements"].values() for name, check in entry["checks"].items()}
    told = zip(table[1 : len(ranked) + 1], ranked, strict=True)
    points = [(row[1], checks[entry["about"]]["title"]["nl"]) for row, entry in told if entry["about"] in checks]
    assert len(points) > 1
    assert [title for title, _ in points] == [title for _, title in points]
    assert [row[0] for row in table[1 : len(ranked) + 1]] == [str(rank) for rank in range(1, len(ranked) + 1)]


# Calendar


def test_the_days_open_in_a_calendar(filled: AssessmentPage) -> None:
    timeline = json.loads(filled.report())["timeline"]
    content = taken(filled, "calendar")
    calendar = Calendar.from_ical(content.decode())

    assert str(calendar["PRODID"]) == "-//kmop-gids//zelftoets//NL"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    events: dict[str, Any] = {str(event["UID"]).split(".")[0]: event for event in calendar.walk("VEVENT")}
    assert len(events) == len(list(calendar.walk("VEVENT")))
    assert not [error for event in events.values() for error in event.errors]
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in events.values())
    own = {entry["id"] for part in ("steps", "deadlines") for entry in timeline[part]}
    assert events.keys() <= own
    assert all(event.end.toordinal() - event.start.toordinal() == 1 for event in events.values())
    assert all(len(event.walk("VALARM")) <= 1 for event in events.values())
    assert len({(event["DTSTAMP"].dt, event["SEQUENCE"]) for event in events.values()}) == 1
    assert all(UNVERIFIED in str(event["DESCRIPTION"]) for event in events.values())


# Word


def opened(app: AssessmentPage, kind: str) -> Any:
    return Document(io.BytesIO(taken(app, kind)))


def headings_of(document: Any) -> list[str]:
    return [par.text for par in document.paragraphs if ((par.style and par.style.name) or "").startswith("Heading")]


def cells_of(document: Any) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_the_folder_opens_in_word_without_what_is_for_oneself(filled: AssessmentPage) -> None:
    document = opened(filled, "folder")
    titles = [NORM["requirements"][name]["title"]["nl"] for name in ANSWERS["requirements"]]
    assert [heading for heading in headings_of(document) if heading in titles][-len(titles) :] == titles
    said = "\n".join([*(par.text for par in document.paragraphs), *cells_of(document)])
    assert "Eén <b>map</b>" not in said
    assert "HYPERLINK" not in said
    assert UNVERIFIED not in said


def test_the_plan_opens_in_word_with_the_notes(filled: AssessmentPage) -> None:
    document = opened(filled, "plan")
    assert headings_of(document)[:1] == ["In het kort"]
    cells = "\n".join(cells_of(document))
    assert "Moet erbij zijn: De zaakvoerder" in cells
    assert "Eén <b>map</b> & een bel" in cells
    assert '=HYPERLINK("http://elders.example")\nlade "2"; links' in cells
    assert NORM["sha256"] not in cells_of(document)


def test_sources_and_calculations_are_behind_the_plan_when_asked_for(filled: AssessmentPage) -> None:
    unfold(filled)
    filled.page.check("#kmop-grounds")
    document = opened(filled, "plan")
    filled.page.uncheck("#kmop-grounds")
    headings = headings_of(document)
    points = headings[headings.index("De basisvereisten") : headings.index("Documenten")]
    for name in checks_of():
        assert len([text for text in points if text == title_of(name)]) == 1, name
    assert NORM["sha256"] in cells_of(document)


def test_what_the_page_saves_is_verified_by_the_answers_that_it_saves(
    filled: AssessmentPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, saved = tmp_path / "answers.json", [tmp_path / name for name in ("a.docx", "b.docx", "c.json")]
    answers.write_bytes(filled.save())
    for path, content in zip(saved, (taken(filled, "folder"), taken(filled, "plan"), filled.report()), strict=True):
        path.write_bytes(content)
    for path in saved:
        with pytest.raises(SystemExit) as left:
            cli.main(["verify", str(path), "--answers", str(answers)])
        assert left.value.code == 0, capsys.readouterr().out


@pytest.mark.parametrize(("kind", "origin"), [("folder", "Samengesteld door"), ("plan", UNVERIFIED)])
def test_each_page_in_word_is_a4_and_says_what_it_is_and_its_number(
    filled: AssessmentPage, kind: str, origin: str
) -> None:
    (section,) = opened(filled, kind).sections
    assert origin in section.footer.paragraphs[0].text
    assert "Pagina" in section.footer.paragraphs[0].text
    assert [round((size or 0) / 36000) for size in (section.page_width, section.page_height)] == [210, 297]


# All of them


@pytest.mark.parametrize("kind", KINDS)
def test_with_nothing_answered_each_file_says_so(app: AssessmentPage, kind: str) -> None:
    app.open(EMPTY)
    content = taken(app, kind)
    if kind in WORD:
        said = "\n".join(par.text for par in Document(io.BytesIO(content)).paragraphs)
    else:
        said = content.decode().replace("\r\n ", "")
    assert NOTHING in said
    app.page.locator("#kmop-toasts", has_text=NOTHING).wait_for()


def test_what_is_taken_follows_the_last_answer(filled: AssessmentPage) -> None:
    filled.answer(f"documents.{OTHER}.state", "ready")
    ready = [row for row in rows(taken(filled, "documents")) if row[0] == "ja"]
    assert len(ready) == 2


def test_a_library_is_fetched_only_when_it_is_used(page: Page, site_url: str, watch: Watch) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    scripts = ("csv", "docx", "ics", "print")

    def fetched() -> set[str]:
        names = {url.rpartition("/")[2] for url in watch.requests if "/assets/kmop/" in url}
        return {script for script in scripts for name in names if re.fullmatch(rf"{script}(\.\w+\.min)?\.js", name)}

    assert fetched() == set()
    taken(app, "actions")
    assert fetched() == {"csv"}
    taken(app, "calendar")
    assert fetched() == {"csv", "ics"}


def test_answers_that_are_at_fault_are_not_taken(filled: AssessmentPage) -> None:
    filled.type("profile.deployed_people", "0")
    filled.page.locator('[name="profile.deployed_people"][aria-invalid=true]').wait_for()
    unfold(filled)
    filled.press(".kmop-take [data-take=documents]")
    filled.page.locator("#kmop-notices [role=alert]", has_text="Dit kan nu niet").wait_for()


@pytest.mark.allow_console_errors
def test_a_library_that_cannot_be_fetched_is_told(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    page.route("**/docx.*.js", lambda route: route.abort())
    unfold(app)
    app.press(".kmop-take [data-take=plan]")
    page.locator("#kmop-notices [role=alert]", has_text="kon niet gemaakt worden").wait_for()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_everything_is_reached_by_keyboard_and_fits(filled: AssessmentPage, width: int) -> None:
    page = filled.seen((width, 800), reduced_motion="reduce").page
    unfold(filled)
    page.focus(".kmop-take summary")
    for kind in ORDER:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.take") == kind
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".ics")
    assert not filled.scrolls_sideways()


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.attack), "dark"])
def test_axe_finds_nothing_in_what_is_taken(filled: AssessmentPage, scheme: Any) -> None:
    page = filled.seen(color_scheme=scheme).page
    taken(filled, "actions")
    page.locator("#kmop-toasts", has_text="Bewaard als").wait_for()
    assert found_by_axe(page, ".kmop-aside") == []
    for lay_out in (print_folder, print_plan):
        lay_out(filled)
        filled.seen(media="print")
        assert found_by_axe(page, "#kmop-folder") == []
        filled.seen(media="screen")
