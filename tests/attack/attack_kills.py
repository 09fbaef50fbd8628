"""A browser that is killed 200 times loses nothing that it said to have saved."""

import json
import os
import statistics

from playwright.sync_api import sync_playwright

from tests.browser.chromium import require_chromium
from tests.browser.harness import serving
from tests.browser.kills import Kill, kill_while_answering
from tests.browser.paths import SITE

TIMES = int(os.environ.get("KMOP_KILLS", "200"))


def test_what_was_said_to_be_saved_is_there_after_each_kill() -> None:
    kills: list[Kill] = []
    with serving(SITE) as site, sync_playwright() as playwright:
        for kill in kill_while_answering(playwright.chromium, require_chromium(), site, TIMES):
            assert kill.is_whole, f"after kill {len(kills) + 1}: {kill}"
            kills.append(kill)
    print(json.dumps(figures(kills), indent=2))  # noqa: T201 - what was measured


def figures(kills: list[Kill]) -> dict[str, float]:
    """How long saving takes, and how far it was behind when the browser was killed."""
    lags = sorted(lag for kill in kills for lag in kill.lags_ms)
    return {
        "kills": len(kills),
        "answers": kills[-1].answered,
        "lag in ms, median": round(statistics.median(lags), 1),
        "lag in ms, 99 of 100": round(lags[len(lags) * 99 // 100], 1),
        "longest lag in ms": round(lags[-1], 1),
        "answers given and not there, at most": max(kill.answered - kill.kept[0] for kill in kills),
    }
