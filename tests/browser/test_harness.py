"""The watch over the browser notices what it must; else every other browser test proves little."""

from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.browser.harness import NewPage, Serve, Watch


def write_page(folder: Path, body: str) -> Path:
    head = '<!doctype html><html lang="nl"><title>Proef</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(head + body, encoding="utf-8")
    return folder


def test_an_innocent_page_passes(page: Page, serve: Serve, tmp_path: Path, watch: Watch) -> None:
    page.goto(serve(write_page(tmp_path, "<p>Dag</p>")))

    assert page.inner_text("p") == "Dag"
    assert watch.complaints(errors_allowed=False) == []


def test_the_browser_speaks_dutch_and_keeps_belgian_time(page: Page) -> None:
    zone = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")

    assert page.evaluate("navigator.language") == "nl-BE"
    assert zone == "Europe/Brussels"


FOREIGN = "http://elders.example/"
FOREIGN_REQUESTS = {
    "fetch": f"await fetch('{FOREIGN}').catch(() => 0)",
    "websocket": "new WebSocket('ws://elders.example/')",
    "image": f"""
        const image = new Image();
        await new Promise(done => {{ image.onerror = done; image.src = '{FOREIGN}x.png'; }});
    """,
    "worker": f"""
        const code = "fetch('{FOREIGN}').catch(() => postMessage(0))";
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        await new Promise(done => {{ worker.onmessage = done; }});
    """,
}


@pytest.mark.parametrize("script", FOREIGN_REQUESTS.values(), ids=FOREIGN_REQUESTS)
def test_a_request_to_another_host_is_noticed(
    page: Page, serve: Serve, tmp_path: Path, watch: Watch, script: str
) -> None:
    page.goto(serve(write_page(tmp_path, "")))
    page.evaluate(f"(async () => {{ {script} }})()")
    page.wait_for_timeout(100)

    assert "elders.example" in "".join(watch.complaints(errors_allowed=True))
    watch.clear()


def test_a_request_to_another_host_gets_no_answer(page: Page, watch: Watch) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(FOREIGN)

    watch.clear()


ERRORS = {
    "console": "console.error('mis')",
    "uncaught": "setTimeout(() => { throw new Error('mis'); })",
    "rejected": "Promise.reject(new Error('mis'))",
    "worker": "new Worker(URL.createObjectURL(new Blob(['throw new Error(`mis`)'])))",
}


@pytest.mark.parametrize("script", ERRORS.values(), ids=ERRORS)
def test_an_error_in_the_page_is_noticed(page: Page, serve: Serve, tmp_path: Path, watch: Watch, script: str) -> None:
    page.goto(serve(write_page(tmp_path, f"<script>{script}</script>")))
    for _ in range(100):  # a worker's error takes its time on a loaded machine
        if watch.errors:
            break
        page.wait_for_timeout(100)

    assert "mis" in "".join(watch.complaints(errors_allowed=False))
    assert watch.complaints(errors_allowed=True) == []
    watch.clear()


@pytest.mark.allow_console_errors
def test_a_marked_test_may_log_errors(page: Page) -> None:
    page.evaluate("console.error('met opzet')")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("script.js", "text/javascript; charset=utf-8"),
        ("program.wasm", "application/wasm"),
        ("data.json", "application/json"),
    ],
)
def test_files_are_served_with_the_type_that_browsers_insist_on(
    page: Page, serve: Serve, tmp_path: Path, name: str, expected: str
) -> None:
    (tmp_path / name).write_bytes(b"")
    url = serve(write_page(tmp_path, ""))
    page.goto(url)

    answer = page.evaluate("async u => (await fetch(u)).headers.get('content-type')", url + name)
    assert answer == expected


def test_pages_have_profiles_of_their_own(new_page: NewPage, serve: Serve, tmp_path: Path) -> None:
    url = serve(write_page(tmp_path, ""))
    first, second = new_page(), new_page(color_scheme="dark")
    first.goto(url)
    second.goto(url)
    first.evaluate("localStorage.setItem('naam', 'Jan')")

    assert second.evaluate("localStorage.getItem('naam')") is None
    assert second.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is True
