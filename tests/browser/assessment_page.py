"""The self-assessment page as someone sits at it: what they do and what they see."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

PATH = "zelftoets/"
# All on one page: what a test asks for is in sight, whichever step it belongs to.
ALL = "#alles"
# Python starts in seconds; a loaded machine gets more.
STARTING_MS = 90_000
# The theme follows the visitor's scheme a moment later, and some of its colours fade over; in a closed fold they wait.
SETTLED = """() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default'
    const fading = document.getAnimations().some(({ effect }) => effect.target.checkVisibility())
    return document.body.dataset.mdColorScheme === scheme && !fading
}"""
EMPTY = {"format": "kmop-answers/1"}
# What lies in a fold that is closed, also one in another, shows once they are open.
UNFOLD = """e => {
    for (let fold = e.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
}"""
# Where a control stands, as an address: its question, or the screen that holds it.
PLACE = "e => e.closest('[data-field][id], [data-screen]').id"


class AssessmentPage:
    """One page with the self-assessment."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.address = site + PATH + ALL

    def sit_down(self) -> "AssessmentPage":
        """Open the page and wait for the first result."""
        self.page.goto(self.address)
        return self.wait()

    def wait(self) -> "AssessmentPage":
        """Wait until the result is of the answers that stand in the form."""
        ready = '#kmop-result[aria-busy="false"]:has(.kmop-report)'
        self.page.wait_for_selector(ready, state="attached", timeout=STARTING_MS)
        return self

    def seen(self, size: tuple[int, int] | None = None, **media: Any) -> "AssessmentPage":
        """Look at the page in another size, or with other wishes; takes what Playwright's `emulate_media` takes."""
        if size is not None:
            width, height = size
            self.page.set_viewport_size({"width": width, "height": height})
        if media:
            self.page.emulate_media(**media)
        self.page.wait_for_function(SETTLED)
        return self

    def scrolls_sideways(self) -> bool:
        """Whether the page is wider than its window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    @property
    def status(self) -> str:
        """What the page says last of what it did."""
        return self.page.inner_text("#kmop-status")

    @property
    def notices(self) -> str:
        """What the page warns of."""
        return self.page.inner_text("#kmop-notices")

    @property
    def strip(self) -> str:
        """What the strip below says: the outcome so far, or how far the start is."""
        return self.page.inner_text(".kmop-strip")

    @property
    def result(self) -> str:
        """The result as text."""
        return self.page.inner_text("#kmop-view")

    @property
    def question(self) -> Locator:
        """The dialog that asks before something is lost."""
        return self.page.locator("dialog[open]")

    def radio(self, name: str, value: str) -> Locator:
        """A radio or a box, by the name and the value of its answer."""
        return self.page.locator(f'input[name="{name}"][value="{value}"]')

    def entry(self, name: str) -> Locator:
        """A control, by the name of its answer."""
        return self.page.locator(f'[name="{name}"]')

    def answer(self, name: str, value: str) -> None:
        """Choose a radio or a box, and wait for the result."""
        self.find(self.radio(name, value)).check()
        self.wait()

    def type(self, name: str, text: str) -> None:
        """Fill in a text; it may stand in a fold that is closed."""
        self.find(self.entry(name)).fill(text)

    def find(self, control: Locator) -> Locator:
        """Let a control show, by the link to its question if another screen shows now."""
        first = control.first
        first.evaluate(UNFOLD)
        if not first.is_visible():
            self.go_to(first.evaluate(PLACE))
            first.wait_for()
        return control

    @property
    def view(self) -> str | None:
        """How the questions show: step by step, or all on one page."""
        return self.page.get_attribute(".kmop-workbench", "data-view")

    def show_all(self) -> None:
        """Choose to see all on one page."""
        self._choose_view("all")

    def step_by_step(self) -> "AssessmentPage":
        """Choose to see one screen at a time, which begins at the first."""
        self._choose_view("steps")
        return self

    def _choose_view(self, view: str) -> None:
        link = self.page.locator(f"[data-view-link={view}]")
        if link.is_visible():
            link.click()
            self.page.locator(f".kmop-workbench[data-view={view}]").wait_for()

    @property
    def screen(self) -> str:
        """The address of the screen that shows, without its mark."""
        return self.page.locator(".kmop-current").get_attribute("id") or ""

    def go_to(self, place: str) -> None:
        """Go to a place on the page, as a link does."""
        self.page.evaluate("place => { location.hash = place }", place)
        self.page.locator(f'[id="{place}"]').wait_for()

    def turn(self, way: str = "next") -> str:
        """Turn to the next screen, or back, and return its address."""
        before = self.screen
        self.page.click(f"[data-turn={way}]")
        self.page.locator(f'.kmop-current:not([id="{before}"])').wait_for()
        return self.screen

    def on_date(self, iso: str) -> None:
        """Set the date of the report."""
        self.find(self.page.locator("#kmop-date")).fill(iso)
        self.page.press("#kmop-date", "Tab")

    def choose_file(self, content: bytes, name: str = "antwoorden.json") -> None:
        """Choose a file to open."""
        file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
        self.page.set_input_files("#kmop-file", file)

    def open(self, answers: dict[str, Any]) -> None:
        """Open a file that is in order, in the place of what is there."""
        opened = self.page.locator("#kmop-status", has_text="zijn geopend")
        self.page.evaluate("document.querySelector('#kmop-status').textContent = ''")
        self.choose_file(json.dumps(answers).encode())
        self.question.or_(opened).first.wait_for()
        if self.question.count():
            self.question.locator("[value=yes]").click()
            opened.wait_for()
        self.wait()

    def save(self) -> bytes:
        """Save the answers to a file, and return what it holds."""
        return self._downloaded("#kmop-save")

    def saved(self) -> Any:
        """The answers as a file would hold them."""
        return json.loads(self.save())

    def report(self) -> bytes:
        """Download the report, and return what the file holds."""
        return self._downloaded("#kmop-report-json")

    def unfold(self, fold: str) -> None:
        """Open a fold of the page and those that it lies in, or those that something else lies in."""
        self.page.locator(fold).first.evaluate(UNFOLD)

    def press(self, button: str) -> None:
        """Press a button; it may lie in the menu for saving and sharing, and in a fold there."""
        self.unfold(button)
        self.page.click(button)

    def wipe(self) -> None:
        """Wipe everything, say yes to the question, and wait until it is done and told."""
        self.press("#kmop-wipe")
        self.page.evaluate("document.querySelector('#kmop-status').textContent = ''")
        self.question.locator("[value=yes]").click()
        self.page.locator("#kmop-status", has_text=re.compile(r"\S")).wait_for(state="attached")
        self.wait()

    def kept(self) -> Any:
        """The record of the assessment that was worked on last; None without one."""
        return self.page.evaluate(
            """() => new Promise((done, fail) => {
                const request = indexedDB.open('kmop')
                request.onerror = () => fail(request.error)
                request.onsuccess = () => {
                    const tables = request.result.transaction(['assessments', 'settings'])
                    tables.objectStore('settings').get('open').onsuccess = ({ target }) => {
                        const read = tables.objectStore('assessments').get(target.result ?? '')
                        read.onsuccess = () => { request.result.close(); done(read.result ?? null) }
                    }
                }
            })"""
        )

    def wait_until_kept(self) -> None:
        """Wait until what is in the form is kept in this browser."""
        self.page.locator("#kmop-kept", has_text="Laatst bewaard").wait_for()

    def _downloaded(self, button: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.press(button)
        return Path(waiting.value.path()).read_bytes()
