"""The rules in every browser give the same bytes as in CPython, over many candidates who all differ."""

import hashlib
import json
import os
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from assessment import assess, canonical_json, parse_answers
from tests.bench.varied import candidates
from tests.browser.chromium import require_chromium
from tests.browser.page_bundle import page_bundle
from tests.browser.paths import SITE
from tests.engines.engines import Engine

SCRIPT = Path(__file__).with_name("parity.ts")
TIMES = {"chromium": 10_000, "firefox": 2_000, "webkit": 500}
# The slowest browser and its driver give each script two minutes.
AT_ONCE = 25
Run = Callable[[str], Any]
"""Runs the body of an async function in a page of the site, and returns what it returns."""


def test_chromium_gives_the_bytes_of_cpython(real_norm: dict[str, Any], site_url: str) -> None:
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=require_chromium()).new_page()
        page.goto(site_url)
        found = differing(real_norm, lambda body: page.evaluate(f"async () => {{{body}}}"), times("chromium"))

    assert found == []


def test_other_browsers_give_the_bytes_of_cpython(
    real_norm: dict[str, Any], site_url: str, engine: Engine, request: pytest.FixtureRequest
) -> None:
    engine.open(site_url)

    assert differing(real_norm, engine.run, times(request.node.callspec.params["engine"])) == []


def times(browser: str) -> int:
    return int(os.environ.get(f"KMOP_PARITY_{browser.upper()}", TIMES[browser]))


def differing(norm: dict[str, Any], run: Run, number: int) -> list[int]:
    """Which of so many candidates get another report in the page than here?"""
    start_rules(run)
    given = enumerate(candidates(norm, number, least=0))
    found: list[int] = []
    while batch := list(islice(given, AT_ONCE)):
        cases = [(json.dumps(answers), on.isoformat()) for _, (answers, on) in batch]
        told = run(f"return parity.digests(rules, {json.dumps(cases)})")
        expected = [digest(norm, answers, on) for _, (answers, on) in batch]
        found += [place for (place, _), one, other in zip(batch, told, expected, strict=True) if one != other]
    return found


def start_rules(run: Run) -> None:
    (worker,) = SITE.glob("assets/kmop/worker.*.js")
    (runtime,) = (SITE / "assets" / "runtime").iterdir()
    addresses = f"'/{worker.relative_to(SITE).as_posix()}', location.origin + '/assets/runtime/{runtime.name}/'"
    run(
        f"{page_bundle(SCRIPT, '--format=iife', '--global-name=parity')}\n"
        f"Object.assign(globalThis, {{parity, rules: await parity.start({addresses})}})"
    )


def digest(norm: dict[str, Any], document: dict[str, Any], on: date) -> str:
    answers, faults = parse_answers(document, norm)
    assert answers is not None, faults
    return hashlib.sha256(canonical_json(assess(norm, answers, on)).encode()).hexdigest()
