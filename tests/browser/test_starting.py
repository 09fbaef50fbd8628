"""Starting Python takes a while and can fail at every step; the form works meanwhile and after."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from guide.catalogue import load_messages
from tests.browser.assessment_page import STARTING_MS, AssessmentPage
from tests.browser.harness import NewPage
from tests.browser.paths import SITE

MESSAGES = load_messages("nl", "browser")
WORKER = next((path.name for path in (SITE / "assets" / "kmop").glob("worker.*.js")), "not built")
Answer = Callable[[Route], None]


def abort(route: Route) -> None:
    route.abort()


def absent(route: Route) -> None:
    route.fulfill(status=404)


def rubbish(route: Route) -> None:
    route.fulfill(status=200, body="dit is het niet", content_type="text/plain")


def never(_route: Route) -> None:
    """Leave the request without an answer."""


def said(message: str) -> str:
    return MESSAGES[f"browser.{message}"]


FAILURES: dict[str, tuple[str, Answer, str]] = {
    "interpreter aborted": ("pyodide.asm.wasm", abort, "fetch"),
    "interpreter broken": ("pyodide.asm.wasm", rubbish, "python"),
    "library broken": ("python_stdlib.zip", rubbish, "python"),
    "rules broken": ("rules.zip", rubbish, "rules"),
    "norm broken": ("norm.json", rubbish, "norm"),
    "worker absent": (WORKER, absent, "worker"),
}


def start_failing(page: Page, site_url: str, part: str, answer: Answer) -> AssessmentPage:
    """Start with one part that fails, and give an answer meanwhile."""
    app = AssessmentPage(page, site_url)
    page.route(re.compile(rf"/{re.escape(part)}$"), answer)
    page.goto(app.address)
    app.radio("profile.provider_kind", "private").check()
    page.locator("#kmop-retry:visible").wait_for(timeout=STARTING_MS)
    return app


@pytest.mark.allow_console_errors
@pytest.mark.parametrize(("part", "answer", "step"), FAILURES.values(), ids=FAILURES)
def test_a_failing_step_is_told(page: Page, site_url: str, part: str, answer: Answer, step: str) -> None:
    app = start_failing(page, site_url, part, answer)

    assert said(f"failed.{step}") in app.notices
    assert not page.locator("#kmop-progress").is_visible()
    assert app.saved()["profile"] == {"provider_kind": "private"}


@pytest.mark.allow_console_errors
@pytest.mark.parametrize("part", ["pyodide.asm.js", WORKER])
def test_a_failed_start_can_be_tried_again(page: Page, site_url: str, part: str) -> None:
    app = start_failing(page, site_url, part, abort)

    page.unroute_all()
    page.click("#kmop-retry")
    app.wait()

    assert not page.locator("#kmop-retry").is_visible()
    assert page.locator(".kmop-notice.kmop-tone-bad").count() == 0
    assert app.saved()["profile"] == {"provider_kind": "private"}
    assert json.loads(app.report())["answers_sha256"]


def fell_worker(page: Page) -> None:
    """Let the worker die of an error that nobody catches."""
    worker = next(each for each in page.workers if each.url.endswith(f"/kmop/{WORKER}"))
    worker.evaluate("() => { setTimeout(() => { throw new Error('gestorven') }) }")


@pytest.mark.allow_console_errors
def test_a_worker_that_dies_comes_back_by_itself_once_and_then_when_asked(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()

    fell_worker(page)
    page.locator("#kmop-notices", has_text=said("failed.restarted")).wait_for(timeout=STARTING_MS)
    app.answer("profile.provider_kind", "public")
    fell_worker(page)
    page.locator("#kmop-retry:visible").wait_for()
    app.radio("profile.provider_kind", "private").check()

    assert said("failed.worker") in app.notices
    assert said("failed.stale") in app.notices
    page.click("#kmop-retry")
    app.wait()
    page.locator("#kmop-retry").wait_for(state="hidden")
    assert app.saved()["profile"] == {"provider_kind": "private"}


def test_the_form_works_before_python_does(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url)
    page.route(re.compile(r"/pyodide\.asm\.wasm$"), never)
    page.goto(app.address)

    app.radio("profile.provider_kind", "private").check()
    app.wait_until_kept()

    assert app.saved()["profile"] == {"provider_kind": "private"}
    assert page.locator("#kmop-progress").is_visible()
    assert page.locator("#kmop-view .kmop-report").count() == 0


def test_the_page_tells_how_far_it_is(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url)
    page.route(re.compile(r"/pyodide\.asm\.wasm$"), never)
    page.goto(app.address)

    page.wait_for_function("document.querySelector('#kmop-progress').value > 2_000_000")

    assert app.status == said("step.fetch")
    assert re.search(r"[2-6],\d van 1\d,\d MB, eenmalig", app.strip)


def test_a_first_visit_tells_each_step(page: Page, site_url: str) -> None:
    page.add_init_script(
        """window.heard = []
        // Of several changes at once each is told, and not the last one only.
        new MutationObserver(all => heard.push(...all.filter(one => one.target.id === 'kmop-status').flatMap(
            one => [...one.addedNodes].map(node => node.textContent)))).observe(
                document, {childList: true, subtree: true})"""
    )
    AssessmentPage(page, site_url).sit_down()

    heard = page.evaluate("heard")
    steps = [said(f"step.{step}") for step in ["fetch", "python", "rules", "norm", "first"]]
    assert [text for text in heard if text in steps] == steps


LACKS = {
    "webassembly": "delete globalThis.WebAssembly",
    "workers": "globalThis.Worker = class { constructor() { throw new Error('blocked') } }",
}


@pytest.mark.parametrize(("lack", "script"), LACKS.items(), ids=LACKS)
def test_a_browser_that_cannot_calculate_still_keeps_answers(
    new_page: NewPage, site_url: str, lack: str, script: str
) -> None:
    page = new_page()
    page.add_init_script(script)
    app = AssessmentPage(page, site_url)
    page.goto(app.address)
    page.locator("#kmop-notices", has_text=said(f"lacking.{lack}")).wait_for()

    app.radio("profile.provider_kind", "private").check()
    app.wait_until_kept()

    assert app.saved()["profile"] == {"provider_kind": "private"}
    app.choose_file(b'{"format":"kmop-answers/1"}')
    page.locator("#kmop-notices", has_text="het kan nu niet worden nagekeken").wait_for()
