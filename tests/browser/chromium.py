"""The Chromium of this machine: where it is, how it is started, and whom its visitors are like."""

import os
import shutil
from typing import Any

import pytest

from tests.browser.harness import HOST

__all__ = ["CHROMIUM_FLAGS", "HEADLESS", "QUICK", "VISITOR", "find_chromium", "require_chromium"]

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = (
    "no Chromium found; install one (Debian: apt-get install chromium) or give the path of one in KMOP_CHROMIUM"
)
# The same browser without its windows, which nobody sees here: a page opens in two thirds of the time.
HEADLESS = "chromium-headless-shell"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that does ask another host gets no answer, so no test ever leaves this machine.
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {HOST}",
]
# No test works long enough with a page for what the compiler that takes its time would bring.
QUICK = "--js-flags=--liftoff-only"
# Dutch, and Belgian time. Only tests of working offline let a page keep the whole site: that is much to fetch for each.
VISITOR: dict[str, Any] = {"locale": "nl-BE", "timezone_id": "Europe/Brussels", "service_workers": "block"}


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, the one in KMOP_CHROMIUM first."""
    names = (os.environ.get("KMOP_CHROMIUM", ""), *CHROMIUM_NAMES)
    return next((path for name in names if name and (path := shutil.which(name))), None)


def require_chromium() -> str:
    """Return the path of a Chromium; without one, the test is skipped here and fails in CI."""
    path = find_chromium()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_CHROMIUM)
    return path
