"""Firefox and WebKit over the built site; each is skipped, with what to install, where it is not there."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.harness import serving
from tests.browser.paths import SITE
from tests.engines.engines import Engine, find_firefox, find_webkit, firefox, webkit

NO_FIREFOX = "no Firefox found; install one (Debian: apt-get install firefox-esr) or give its path in KMOP_FIREFOX"
NO_WEBKIT = "no WebKit to drive; install it (Debian: apt-get install webkit2gtk-driver xvfb)"
ENGINES = ["firefox", "webkit"]


def _missing(reason: str) -> None:
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


@pytest.fixture(scope="module")
def site_url() -> Iterator[str]:
    with serving(SITE) as url:
        yield url


@pytest.fixture(scope="module")
def screen() -> Iterator[None]:
    """A screen for browsers that need one."""
    if os.environ.get("DISPLAY"):
        yield
        return
    display = f":{os.getpid() % 30000 + 100}"
    command = ["Xvfb", display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    except OSError:
        _missing(NO_WEBKIT)
        return
    os.environ["DISPLAY"] = display
    socket = Path(f"/tmp/.X11-unix/X{display[1:]}")  # noqa: S108 - where X servers have it
    for _ in range(100):
        if socket.exists():
            break
        time.sleep(0.1)
    yield
    del os.environ["DISPLAY"]
    server.terminate()
    server.wait()


@contextmanager
def started(request: pytest.FixtureRequest, *, scripts: bool = True) -> Iterator[Engine]:
    """The browser that the test's parameter names, with a fresh profile."""
    if request.param == "firefox":
        path = find_firefox()
        if path is None:
            _missing(NO_FIREFOX)
        else:
            with firefox(path, scripts=scripts) as found:
                yield found
        return
    paths = find_webkit()
    if paths is None:
        _missing(NO_WEBKIT)
        return
    request.getfixturevalue("screen")
    # Its sandbox does not start in containers.
    os.environ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
    with webkit(*paths, scripts=scripts) as found:
        yield found


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """One of the browsers, for the tests of one file."""
    with started(request) as found:
        yield found


@pytest.fixture(scope="module", params=ENGINES)
def scriptless(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The same where somebody turned scripts off."""
    with started(request, scripts=False) as found:
        yield found
