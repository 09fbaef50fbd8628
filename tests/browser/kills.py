"""A browser that is killed while answers are given: what it had said to have saved, and what is there afterwards."""

import os
import random
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserType,
    Page,
    TimeoutError,  # noqa: A004 - Playwright's own
)

from tests.browser.assessment_page import AssessmentPage
from tests.browser.chromium import CHROMIUM_FLAGS, QUICK
from tests.browser.norm_ids import FIRST_CHECK

__all__ = ["Kill", "kill_while_answering"]

NOTE = f"checks.{FIRST_CHECK}.note"
TYPED_MS = 40
PATIENCE_SECONDS = 20
STARTS = 3
# Answers with 1, 2, 3 … and tells once the page says that all is saved, which it sees before anything else can run.
ANSWER = """([name, first, pause]) => {
    const note = document.getElementsByName(name)[0]
    const kept = document.querySelector('#kmop-kept')
    const typed = new Map()
    let number = first
    const look = () => {
        if (kept.textContent.includes('Laatst bewaard')) {
            const lags = [...typed.values()].map((at) => performance.now() - at)
            typed.clear()
            saidSaved(number, lags)
        }
    }
    new MutationObserver(look).observe(kept, { childList: true, characterData: true, subtree: true })
    setInterval(() => {
        number += 1
        note.value = String(number)
        typed.set(number, performance.now())
        note.dispatchEvent(new Event('input', { bubbles: true }))
        look()
        answered(number)
    }, pause)
}"""
# The answer that is kept, and the one of its newest version.
READ = """(check) => new Promise((done, fail) => {
    const request = indexedDB.open('kmop')
    request.onerror = () => fail(request.error)
    request.onsuccess = () => {
        const tables = request.result.transaction(['assessments', 'versions'])
        const said = (record) => Number(record?.answers.checks?.[check]?.note ?? 0)
        tables.objectStore('assessments').getAll().onsuccess = ({ target: { result: records } }) => {
            tables.objectStore('versions').getAll().onsuccess = ({ target: { result: versions } }) => {
                request.result.close()
                done([records.map(said), Math.max(0, ...versions.map(said))])
            }
        }
    }
})"""


@dataclass
class Kill:
    """One kill, each answer by its number.

    Attributes:
        answered: The last that was given.
        said_saved: The last that the page said to have saved.
        kept: What is there afterwards, of each assessment.
        version: The newest of the versions that are there.
        lags_ms: How long after an answer the page said so.
    """

    answered: int = 0
    said_saved: int = 0
    kept: list[int] = field(default_factory=list)
    version: int = 0
    lags_ms: list[float] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all that was said to be saved is there, once, and as its own newest version."""
        return len(self.kept) == 1 and self.kept[0] == self.version and self.kept[0] >= self.said_saved


def kill_while_answering(
    browser_type: BrowserType, chromium: str, site: str, times: int, seed: int = 1
) -> Iterator[Kill]:
    """Let a browser be killed again and again in one profile, each time while answers are given.

    Args:
        browser_type: Playwright's way to it.
        chromium: The browser.
        site: The address of the built site.
        times: How often.
        seed: Of the moments.
    """
    moments = random.Random(seed)  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory(prefix="kmop-kills-", ignore_cleanup_errors=True) as profile:
        kill = Kill()
        for _ in range(times):
            with _browser(browser_type, chromium, profile) as page:
                kill = _answer(page, site, kill.answered, moments.uniform(300, 1800))
            with _browser(browser_type, chromium, profile) as page:
                page.goto(f"{site}404.html")
                kill.kept, kill.version = page.evaluate(READ, FIRST_CHECK)
            yield kill


def _answer(page: Page, site: str, first: int, so_long_ms: float) -> Kill:
    """Answer for a while; what the page says is heard until the browser is killed."""
    kill = Kill(answered=first)

    def answered(number: int) -> None:
        kill.answered = number

    def said_saved(number: int, lags: list[float]) -> None:
        kill.said_saved = number
        kill.lags_ms += lags

    page.expose_function("answered", answered)
    page.expose_function("saidSaved", said_saved)
    app = AssessmentPage(page, site)
    page.goto(app.address)
    page.locator("#kmop-save:enabled").wait_for(state="attached")
    app.type(NOTE, f"{first} ")
    app.wait_until_kept()
    page.evaluate(ANSWER, [NOTE, first, TYPED_MS])
    page.wait_for_timeout(so_long_ms)
    # On a machine with much else to do nothing may have been said yet.
    for _ in range(PATIENCE_SECONDS * 50):
        if kill.said_saved:
            break
        page.wait_for_timeout(20)
    return kill


@contextmanager
def _browser(browser_type: BrowserType, chromium: str, profile: str) -> Iterator[Page]:
    """A browser with a page, killed with all its processes in the end, whatever it does."""
    process, browser = _started(browser_type, chromium, profile)
    try:
        yield browser.contexts[0].new_page()
    finally:
        _kill(process)


def _started(browser_type: BrowserType, chromium: str, profile: str) -> tuple[subprocess.Popen[bytes], Browser]:
    """Start a browser; one that was killed before does not always come up at once."""
    port = Path(profile) / "DevToolsActivePort"
    flags = [*CHROMIUM_FLAGS, QUICK, "--headless", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    for _ in range(STARTS):
        port.unlink(missing_ok=True)
        process = subprocess.Popen([chromium, *flags], stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{_number(port, process)}"
            return process, browser_type.connect_over_cdp(address, timeout=PATIENCE_SECONDS * 1000)
        except TimeoutError:
            _kill(process)
    raise AssertionError("the browser did not come up")


def _kill(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _number(port: Path, process: subprocess.Popen[bytes]) -> str:
    """The port that the browser listens to, as soon as it tells."""
    for _ in range(PATIENCE_SECONDS * 20):
        if port.is_file() and (lines := port.read_text(encoding="utf-8").split()):
            return lines[0]
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError("the browser did not start")
