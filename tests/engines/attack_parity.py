"""The rules in every browser give the same bytes as in CPython, over many candidates who all differ."""

import os
from itertools import islice
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.bench.varied import candidates
from tests.browser.chromium import require_chromium
from tests.engines.engines import Engine
from tests.engines.parity import Run, differing_cases, start_rules

TIMES = {"chromium": 10_000, "firefox": 2_000, "webkit": 500}
# The slowest browser and its driver give each script two minutes.
AT_ONCE = 25


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
        wrong = differing_cases(norm, run, [case for _, case in batch])
        found += [batch[place][0] for place in wrong]
    return found
