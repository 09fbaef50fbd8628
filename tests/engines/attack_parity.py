"""The rules in every browser give the same bytes as in CPython, over many candidates who all differ."""

import hashlib
import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from assessment import assess, canonical_json, parse_answers
from tests.bench.varied import candidates
from tests.browser.chromium import require_chromium
from tests.browser.paths import SITE
from tests.engines.engines import Engine

TIMES = {"chromium": 10_000, "firefox": 2_000, "webkit": 500}
AT_ONCE = 100
# The worker is asked as the page asks it: in the messages of Comlink.
START = """
globalThis.ask = (() => {
    const worker = new Worker(WORKER, {type: 'module'}), waiting = new Map()
    worker.addEventListener('message', ({data}) => {
        const {go, fail} = waiting.get(data.id) ?? {}
        data.type === 'HANDLER' ? fail?.(new Error(JSON.stringify(data.value))) : go?.(data.value)
    })
    return (method, given, ports = []) => new Promise((go, fail) => {
        const id = crypto.randomUUID()
        waiting.set(id, {go, fail})
        worker.postMessage({id, type: 'APPLY', path: [method], argumentList: given}, ports)
    })
})()
const {port1} = new MessageChannel()
const base = {type: 'RAW', value: {base: RUNTIME}}
await ask('start', [base, {type: 'HANDLER', name: 'proxy', value: port1}, {type: 'RAW', value: false}], [port1])
return true
"""
ASK = """
const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('')
const found = []
for (const [answers, on] of CASES) {
    const told = await ask('call', ['report', answers, on].map(value => ({type: 'RAW', value})))
    found.push(hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(told))))
}
return found
"""
Run = Callable[[str], Any]
"""Runs the body of an async function in a page of the site, and returns what it returns."""


def times(browser: str) -> int:
    return int(os.environ.get(f"KMOP_PARITY_{browser.upper()}", TIMES[browser]))


def script(body: str, **values: Any) -> str:
    for name, value in values.items():
        body = body.replace(name, json.dumps(value))
    return body


def differing(norm: dict[str, Any], site: str, run: Run, number: int) -> list[int]:
    """Ask the worker for the report on so many candidates; which of them differ from CPython's?"""
    (worker,) = SITE.glob("assets/kmop/worker.*.js")
    (runtime,) = (SITE / "assets" / "runtime").iterdir()
    address = f"{site}{worker.relative_to(SITE).as_posix()}"
    assert run(script(START, WORKER=address, RUNTIME=f"{site}assets/runtime/{runtime.name}/"))
    given = [(json.dumps(answers), on.isoformat(), on) for answers, on in candidates(norm, number, least=0)]
    found: list[str] = []
    for first in range(0, number, AT_ONCE):
        cases = [(answers, day) for answers, day, _ in given[first : first + AT_ONCE]]
        found += run(script(ASK, CASES=cases))
    assert len(found) == number
    expected = (_fingerprint(norm, json.loads(answers), on) for answers, _, on in given)
    return [place for place, (one, other) in enumerate(zip(found, expected, strict=True)) if one != other]


def _fingerprint(norm: dict[str, Any], document: dict[str, Any], on: Any) -> str:
    parsed, faults = parse_answers(document, norm)
    assert parsed is not None, faults
    return hashlib.sha256(canonical_json(assess(norm, parsed, on)).encode()).hexdigest()


def test_chromium_gives_the_bytes_of_cpython(real_norm: dict[str, Any], site_url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_chromium())
        page = browser.new_page()
        page.goto(site_url)
        found = differing(real_norm, site_url, lambda body: page.evaluate(f"async () => {{{body}}}"), times("chromium"))
        assert found == []


def test_other_browsers_give_the_bytes_of_cpython(
    real_norm: dict[str, Any], site_url: str, engine: Engine, request: pytest.FixtureRequest
) -> None:
    engine.open(site_url)
    assert differing(real_norm, site_url, engine.run, times(request.node.callspec.params["engine"])) == []
