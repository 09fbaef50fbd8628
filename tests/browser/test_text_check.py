"""The text check in the page: a text goes in, findings come out; nothing is kept, and nothing leaves the device."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from assessment import Wording
from assessment.findings import written
from assessment.text_view import CheckedText, document_of
from assessment.texts import Given, check_text
from guide.catalogue import load_messages
from tests.browser.form_helpers import wrong_when_unfolded
from tests.browser.harness import NewPage, Watch
from tests.browser.page_bundle import page_bundle
from tests.browser.paths import SINGLE, SITE
from tests.norms import REAL_NORM, checked_norm
from tests.texts.made_files import DOCUMENTS, PDFS, protected_pdf, spreadsheet
from tests.texts.made_files import document_of as word_document

MESSAGES = load_messages("nl")
SOURCE, NEWS, FINDINGS = "#kmop-texts-source", "#kmop-texts-news", "#kmop-texts-findings > ol > li"
SUMMARY = ".kmop-texts-summary"
DAY = date(2026, 11, 28)
PARITY = Path(__file__).parent.parent / "engines/parity.ts"
REFUSED = (
    ("lijst.xlsx", spreadsheet(), "refused.other_kind"),
    ("stuk.docx", word_document("Tekst")[:900], "refused.broken"),
    ("slot.pdf", protected_pdf("x"), "refused.protected"),
    ("half.pdf", PDFS["one page scanned"][0], "say.unread_one"),
)
# Whatever a page could keep something in.
KEPT = """async () => ({
    databases: (await indexedDB.databases()).map(each => each.name),
    local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie, address: location.href,
    snapshots: (await (await caches.open('kmop-snapshot')).keys()).length,
})"""


def file_of(name: str, raw: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": raw}


def open_check(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}teksten/")
    expect(page.locator("#kmop-texts")).to_be_visible()


def open_file(page: Page, name: str, raw: bytes) -> None:
    page.set_input_files("#kmop-texts-file", [file_of(name, raw)])
    expect(page.locator(NEWS)).to_contain_text(name)
    expect(page.locator(NEWS)).not_to_have_text(MESSAGES["texts.say.reading"].format(name=name))


def test_with_the_keyboard_alone_one_gets_from_an_example_to_a_finding_its_place_and_back(
    new_page: NewPage, site_url: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    open_check(page, site_url)
    page.locator("[data-texts=wrong]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kmop-texts-title")).to_be_focused(timeout=60_000)
    assert page.locator(FINDINGS).count() in {5, 6}
    copied = page.get_by_role("button", name=re.compile(MESSAGES["texts.finding.copy"]))
    assert 0 < copied.count() < page.locator(FINDINGS).count()
    finding = page.locator(FINDINGS).first
    finding.get_by_role("button", name=MESSAGES["texts.finding.show_what"].format(number=1)).focus()
    page.keyboard.press("Enter")
    place = page.locator("#kmop-texts-place-1")
    expect(place).to_be_focused()
    assert place.locator("+ mark").inner_text() in page.locator(SOURCE).input_value()
    page.keyboard.press("Enter")
    expect(finding).to_be_focused()
    for scheme in ("light", "dark"):
        assert wrong_when_unfolded(page, "#kmop-texts-result", scheme) == []
    page.locator("[data-texts=right]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(SUMMARY)).to_contain_text("niets")
    expect(page.locator("#kmop-texts-looked")).to_have_attribute("open", "")


def test_nothing_is_kept_nothing_leaves_the_device_and_text_is_no_markup(
    page: Page, site_url: str, watch: Watch
) -> None:
    open_check(page, site_url)
    before = page.evaluate(KEPT)
    claim = "Geheim: kleine ondernemingen krijgen 40 % subsidie. <img src=x onerror=document.title='kapot'> <b>Vet</b>"
    open_file(page, "geheim.docx", word_document(claim))
    page.click("#kmop-texts-form .md-button--primary")
    expect(page.locator(FINDINGS)).to_have_count(1, timeout=60_000)
    assert page.locator("#kmop-texts-marked :is(img, b)").count() == 0
    assert "<b>Vet</b>" in page.locator("#kmop-texts-marked").inner_text()
    with page.expect_download() as saved:
        page.click("[data-texts=html]")
    assert saved.value.suggested_filename.endswith(".html")
    assert "‘40 %’" in Path(saved.value.path()).read_text("utf-8")
    assert page.evaluate(KEPT) == before
    assert all(url.startswith((site_url, f"blob:{site_url}")) and "eheim" not in url for url in watch.requests)
    page.reload()
    assert page.locator(SOURCE).input_value() == ""


@pytest.mark.allow_console_errors
def test_files_are_read_as_the_command_line_reads_them_by_a_reader_that_comes_when_it_is_needed(
    page: Page, site_url: str, watch: Watch
) -> None:
    def asked() -> set[str]:
        parts = ("pyodide", "texts.zip", "texts.json", "docx-text", "pdf-text")
        return {part for part in parts for url in watch.requests if part in url}

    page.route("**/sw.js", lambda route: route.abort())
    page.route("**/runtime/**", lambda route: route.abort())
    open_check(page, site_url)
    assert asked() == set()
    for name, (raw, text) in DOCUMENTS.items():
        open_file(page, f"{name}.docx", raw)
        assert page.locator(SOURCE).input_value() == text, name
    assert asked() & {"docx-text", "pdf-text"} == {"docx-text"}
    for name, raw, told in REFUSED:
        open_file(page, name, raw)
        expect(page.locator(NEWS)).to_have_text(MESSAGES[f"texts.{told}"].format(name=name))


def test_in_the_one_file_it_reads_a_pdf_and_finds_the_same(page: Page) -> None:
    page.goto(f"{SINGLE.as_uri()}#/teksten/")
    open_file(page, "a.pdf", PDFS["one line"][0])
    assert page.locator(SOURCE).input_value() == PDFS["one line"][1]
    page.click("[data-texts=wrong]")
    expect(page.locator("#kmop-texts-title")).to_be_focused(timeout=60_000)
    assert page.locator(FINDINGS).count() in {5, 6}


def test_the_same_text_gives_the_same_bytes_in_the_browser(page: Page, site_url: str) -> None:
    first, second, third, *_ = shown_texts()[::8]
    cases = [(first, "plain"), (second, "markdown"), (f"<p>{third.replace(' ', '&nbsp;', 3)}</p>", "html")]
    (runtime,) = (path.parent for path in (SITE / "assets/runtime").glob("*/texts.zip"))
    (worker,) = (SITE / "assets/kmop").glob("worker.*.min.js")
    page.goto(f"{site_url}teksten/")
    page.evaluate(page_bundle(PARITY, "--format=iife", "--global-name=parity", "--footer:js=window.parity = parity"))
    told = page.evaluate(
        """async ([worker, base, day, cases]) => {
            const rules = await parity.start(worker, base)
            const found = []
            for (const [text, form] of cases) found.push(await rules.call('check_text', text, form, 'page', day, '-'))
            return found
        }""",
        [f"{site_url}assets/kmop/{worker.name}", f"{site_url}assets/runtime/{runtime.name}/", DAY.isoformat(), cases],
    )
    assert [told_bytes(json.loads(each)) for each in told] == [expected(text, form) for text, form in cases]


def shown_texts() -> list[str]:
    folder = Path(__file__).parent.parent / "texts/shown"
    return [yaml.safe_load(path.read_text("utf-8"))["text"] for path in sorted(folder.glob("*.yaml"))]


def expected(text: str, form: str) -> tuple[bytes, bytes]:
    """What CPython says of a text, as a report and as a page, with the norm as the site has it."""
    norm = checked_norm(REAL_NORM)
    report = check_text(Given(text, form, "page"), norm, DAY, MESSAGES)
    document = document_of([CheckedText("-", text, form, report)], Wording(norm, MESSAGES))
    return json.dumps(report, ensure_ascii=False).encode(), written(document, "html").encode()


def told_bytes(told: Mapping[str, Any]) -> tuple[bytes, bytes]:
    return json.dumps(told["report"], ensure_ascii=False).encode(), told["files"]["html"].encode()
