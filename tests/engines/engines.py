"""Firefox and WebKit, each driven as it lets itself be driven, behind the same two verbs."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from selenium import webdriver
from selenium.webdriver.webkitgtk.service import Service

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser")


class EngineError(Exception):
    """A script in the page failed; the message is the engine's."""


class Engine(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Load a page and wait until it is there."""

    def run(self, script: str) -> Any:
        """Run the body of an async function in the page, and return what it returns."""


class Firefox:
    """Firefox, by way of WebDriver BiDi."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def open(self, url: str) -> None:
        self._ask({"open": url})

    def run(self, script: str) -> Any:
        return self._ask({"run": script})

    def _ask(self, command: dict[str, str]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer["value"]


@contextmanager
def firefox(path: str, *, scripts: bool = True) -> Iterator[Engine]:
    """Start Firefox, which runs the pages' scripts or does not; ours reach the page all the same."""
    command = [str(NODE), str(HERE / "firefox.mjs"), path, json.dumps({"javascript.enabled": scripts})]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Firefox(process)
        assert process.stdin is not None
        process.stdin.close()


class WebKit:
    """WebKitGTK, by way of WebDriver."""

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self._driver = driver

    def open(self, url: str) -> None:
        self._driver.get(url)

    def run(self, script: str) -> Any:
        wrapped = f"""const done = arguments[arguments.length - 1];
            (async () => {{ {script} }})().then(
                value => done({{value: value ?? null}}), error => done({{error: String(error)}}))"""
        answer = self._driver.execute_async_script(wrapped)
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer["value"]


@contextmanager
def webkit(driver_path: str, browser_path: str, *, scripts: bool = True) -> Iterator[Engine]:
    """Start WebKit, which runs the pages' scripts or does not; it needs a screen."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = browser_path
    options.add_argument("--automation")
    # A setting of WebKit that its small browser takes as an option.
    options.add_argument(f"--enable-javascript={json.dumps(scripts)}")
    driver = webdriver.WebKitGTK(options=options, service=Service(executable_path=driver_path))
    driver.set_script_timeout(120)
    try:
        yield WebKit(driver)
    finally:
        driver.quit()


def find_firefox() -> str | None:
    """Return the path of a Firefox on this machine, the one in KMOP_FIREFOX first."""
    names = (os.environ.get("KMOP_FIREFOX", ""), "firefox-esr", "firefox")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def find_webkit() -> tuple[str, str] | None:
    """Return the paths of WebKit's driver and of the small browser that it drives."""
    driver = shutil.which("WebKitWebDriver")
    browsers = [str(path) for pattern in MINI_BROWSERS for path in Path("/").glob(pattern.lstrip("/"))]
    return (driver, browsers[0]) if driver and browsers else None


__all__ = ["Engine", "EngineError", "find_firefox", "find_webkit", "firefox", "webkit"]
