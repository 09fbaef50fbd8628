"""The file check in the page: a list goes in, findings come out; nothing is kept, and nothing leaves the device."""

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Page, expect

from assessment.project_files import Asked, check_files, read_list
from guide.catalogue import load_messages
from guide.project_files import ListFile, read_list_file
from tests.browser.form_helpers import found_by_axe, wrong_when_unfolded
from tests.browser.harness import NewPage, Watch
from tests.browser.norm_ids import NORM
from tests.browser.page_bundle import page_bundle
from tests.browser.paths import SINGLE, SITE
from tests.guide.project_files.spreadsheets import SPREADSHEETS
from tests.norms import REAL_NORM, checked_norm

MESSAGES = load_messages("nl")
NEWS, ASKS, TITLE, FINDINGS = "#kmop-files-news", "#kmop-files-asks", "#kmop-files-title", ".kmop-texts-findings > li"
EVIDENCE, TOLD = "#kmop-files-evidence", ".kmop-files-told"
DAY = date(2026, 11, 28)
PARITY = Path(__file__).parent.parent / "engines/parity.ts"
STARTED = 60_000
PRIVATE = "Klant;Startdatum;Aanvraagdatum\n<img src=x onerror=document.title='kapot'> Geheim;5/03/2026;20/03/2026\n"
# Whatever a page could keep something in.
KEPT = """async () => ({
    databases: (await indexedDB.databases()).map(each => each.name),
    local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie, address: location.href,
    snapshots: (await (await caches.open('kmop-snapshot')).keys()).length,
})"""

# Another assessment is kept beside the one that is there, without any notes.
KEEP_ANOTHER = """title => new Promise(done => {
    const request = indexedDB.open('kmop')
    request.onsuccess = () => {
        const writing = request.result.transaction('assessments', 'readwrite')
        const all = writing.objectStore('assessments')
        all.getAll().onsuccess = ({ target: { result: [{ answers: { format }, ...record }] } }) => {
            all.put({ ...record, answers: { format, title } }, 'another')
        }
        writing.oncomplete = () => { request.result.close(); done() }
    }
})"""

FIRST = next(iter(NORM["files"]["evidence"].values()))
NOTE = f"textarea[name='checks.{FIRST['check']}.note']"


def open_check(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}dossiers/")
    expect(page.locator("#kmop-files")).to_be_visible()


def choose(page: Page, name: str, raw: bytes) -> None:
    page.set_input_files("#kmop-files-file", FilePayload(name=name, mimeType="application/octet-stream", buffer=raw))


def open_file(page: Page, name: str, raw: bytes, message: str = "say.opened") -> None:
    choose(page, name, raw)
    expect(page.locator(NEWS)).to_have_text(MESSAGES[f"lists.{message}"].format(name=name), timeout=STARTED)


def take_all(page: Page) -> None:
    page.locator(f"{EVIDENCE} summary").focus()
    page.keyboard.press("Enter")
    page.locator("[data-take=all]").focus()
    page.keyboard.press("Enter")


def test_with_the_keyboard_alone_one_gets_from_an_example_to_findings_and_from_a_doubt_to_a_report(
    new_page: NewPage, site_url: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    open_check(page, site_url)
    page.locator("[data-files=example]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_be_focused(timeout=STARTED)
    assert page.locator(FINDINGS).count() == 5
    page.get_by_label(MESSAGES["lists.result.only_wrong"]).focus()
    page.keyboard.press("Space")
    expect(page.locator(FINDINGS)).to_have_count(3)
    for scheme in ("light", "dark"):
        assert wrong_when_unfolded(page, "#kmop-files", scheme) == []
    open_file(page, "twijfel.csv", SPREADSHEETS["in-doubt.csv"]())
    expect(page.locator(f"{ASKS} h2")).to_be_focused()
    assert found_by_axe(page) == []
    answer = page.locator(f"{ASKS} button")
    answer.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{ASKS} [role=status]")).to_have_text(MESSAGES["lists.ask.open"])
    for select in page.locator(f"{ASKS} select").all():
        select.focus()
        page.keyboard.press("ArrowDown")
    answer.focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_be_focused()


def test_nothing_is_kept_nothing_leaves_the_device_and_text_is_no_markup(
    page: Page, site_url: str, watch: Watch
) -> None:
    def asked() -> set[str]:
        parts = ("pyodide", "files.zip", "files.json", "findings-xlsx")
        return {part for part in parts for url in watch.requests if part in url}

    page.route("**/sw.js", lambda route: route.abort())
    open_check(page, site_url)
    assert asked() == set()
    before = page.evaluate(KEPT)
    open_file(page, "geheim.csv", PRIVATE.encode())
    expect(page.locator(FINDINGS)).not_to_have_count(0)
    assert page.locator("#kmop-files-result img").count() == 0
    with page.expect_download() as saved:
        page.click("[data-files=xlsx]")
    sheet = load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes())).worksheets[0]
    assert [sheet.cell(2, column).value for column in (1, 2)] == [*PRIVATE.splitlines()[1].split(";")[:2]]
    assert MESSAGES["lists.result.seems_wrong"] in str(sheet.cell(2, 4).value)
    open_file(page, "half.xlsx", SPREADSHEETS["broken.xlsx"](), "refused.broken")
    expect(page.locator("#kmop-files-result")).to_be_hidden()
    assert page.evaluate(KEPT) == before
    assert all(url.startswith((site_url, f"blob:{site_url}")) and "eheim" not in url for url in watch.requests)
    watch.clear()  # that a file is broken is noted


def test_the_one_file_reads_a_workbook_can_be_stopped_and_puts_counts_into_the_assessment_that_is_open(
    page: Page,
) -> None:
    page.goto(f"{SINGLE.as_uri()}#/dossiers/")
    page.evaluate("setTimeout = (work => (run, ms, ...more) => work(run, ms === 400 ? 0 : ms, ...more))(setTimeout)")
    choose(page, "a.xlsx", SPREADSHEETS["formulas.xlsx"]())
    page.click("[data-files=stop]")
    expect(page.locator("#kmop-files-status")).to_have_text(MESSAGES["lists.say.stopped"])
    open_file(page, "a.xlsx", SPREADSHEETS["formulas.xlsx"]())
    expect(page.locator("#kmop-files-findings")).to_contain_text("C3")
    page.click("[data-files=example]")
    expect(page.locator(NEWS)).to_contain_text(MESSAGES["lists.example.name"])
    take_all(page)
    page.click("[data-take=yes]")
    page.locator("#kmop-files-to-assessment a").click()
    assert ": 5." in page.locator(NOTE).input_value()
    expect(page.get_by_text(MESSAGES["browser.tabs.overtaken"])).to_have_count(0)


def test_counts_go_to_the_self_assessment_when_the_reader_says_so_and_come_back_out(page: Page, site_url: str) -> None:
    open_check(page, site_url)
    page.click("[data-files=example]")
    expect(page.locator(EVIDENCE)).not_to_be_empty(timeout=STARTED)
    take_all(page)
    expect(page.locator("#kmop-files-take-title")).to_be_focused()
    assert found_by_axe(page) == []
    page.click("[data-take=no]")
    expect(page.locator(TOLD)).to_have_text(MESSAGES["lists.take.not"])
    assert page.evaluate(KEPT)["session"] == {}
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator("[data-take=yes]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-take=undo]")).to_be_focused()
    other = page.context.new_page()
    other.goto(f"{site_url}zelftoets/")
    expect(other.locator(NOTE)).to_have_value(re.compile(r": 5\."))
    other.close()
    page.evaluate(KEEP_ANOTHER, "Bakkerij Peeters")
    page.locator("[data-take=all]").press("Enter")
    expect(page.locator(".kmop-files-take")).to_contain_text(MESSAGES["lists.take.there"])
    page.get_by_label(MESSAGES["lists.take.which"]).select_option("another")
    expect(page.locator("#kmop-files-take-title")).to_contain_text("Bakkerij Peeters")
    page.locator("[data-take=yes]").press("Enter")
    expect(page.locator(TOLD)).to_contain_text("Bakkerij Peeters")
    page.keyboard.press("Enter")
    expect(page.locator(TOLD)).to_have_text(MESSAGES["lists.take.undone"])


def test_the_same_list_gives_the_same_bytes_in_the_browser(page: Page, site_url: str, tmp_path: Path) -> None:
    names = ("right.xlsx", "no-break-spaces.xlsx", "titles-and-totals.xlsx", "markup.csv")
    files = [read(tmp_path, name) for name in names]
    given = [json.dumps({"sheets": [_document(sheet) for sheet in file.sheets]}) for file in files]
    asked = json.dumps({"on": DAY.isoformat(), "list": "projects"})
    (runtime,) = (path.parent for path in (SITE / "assets/runtime").glob("*/files.zip"))
    (worker,) = (SITE / "assets/kmop").glob("worker.*.min.js")
    page.goto(f"{site_url}dossiers/")
    page.evaluate(page_bundle(PARITY, "--format=iife", "--global-name=parity", "--footer:js=window.parity = parity"))
    told = page.evaluate(
        """async ([worker, base, given, asked]) => {
            const rules = await parity.start(worker, base)
            const found = []
            for (const each of given) found.push(await rules.call('check_files', each, asked))
            return found
        }""",
        [f"{site_url}assets/kmop/{worker.name}", f"{site_url}assets/runtime/{runtime.name}/", given, asked],
    )
    assert [_bytes(json.loads(each)["report"]) for each in told] == [expected(file) for file in files]


def read(folder: Path, name: str) -> ListFile:
    path = folder / name
    path.write_bytes(SPREADSHEETS[name]())
    file = read_list_file(str(path))
    assert isinstance(file, ListFile)
    return file


def _document(sheet: Any) -> dict[str, Any]:
    return {key: sorted(part) if isinstance(part, frozenset) else part for key, part in sheet._asdict().items()}


def expected(file: ListFile) -> bytes:
    """What CPython says of a list, with the norm as the site has it."""
    norm = checked_norm(REAL_NORM)
    return _bytes(check_files(read_list(file.sheets, norm, {}), norm, Asked(DAY), MESSAGES))


def _bytes(report: Any) -> bytes:
    return json.dumps(report, ensure_ascii=False).encode()
