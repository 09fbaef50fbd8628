"""Whoever unzips a new version over the old one sees the new norm, whatever the browser kept of the old one."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

from guide.catalogue import load_messages
from guide.packaging.zip import write_zip, zip_name
from guide.paths import FRONTEND, NODE_MODULES
from guide.runtime import Bundle
from guide.site.service_worker import write_offline
from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import NewPage, free_port
from tests.browser.paths import SITE

MESSAGES = load_messages("nl")
READY = "navigator.serviceWorker.ready.then(() => true)"
NEW = "tweede versie"
PAGES = ("index.html", "zelftoets/index.html")


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The zips of two versions, of which only the second has a certain sentence."""
    folder = tmp_path_factory.mktemp("versions")
    later = Path(shutil.copytree(SITE, folder / "later"))
    for name in PAGES:
        page = later / name
        page.write_text(page.read_text("utf-8").replace("</h1>", f"</h1><p>{NEW}</p>", 1), encoding="utf-8")
    (runtime,) = (later / "assets" / "runtime").iterdir()
    write_offline(later, Bundle(FRONTEND, NODE_MODULES, runtime.name), MESSAGES, "nl")
    zips = [folder / "first.zip", folder / "second.zip"]
    for site, target in zip((SITE, later), zips, strict=True):
        write_zip(site, target, MESSAGES)
    return zips


def unzip(archive: Path, folder: Path) -> None:
    """Unpack with the dates of the archive, over what is there."""
    with ZipFile(archive) as files:
        files.extractall(folder)
        for entry in files.infolist():
            moment = time.mktime((*entry.date_time, 0, 0, -1))
            os.utime(folder / entry.filename, (moment, moment))


@contextmanager
def started(folder: Path, port: int) -> Iterator[None]:
    """Start what the zip holds, as its reader does."""
    command = [sys.executable, "-I", "-S", str(folder / zip_name() / "serve.py"), str(port), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            assert server.stdout.readline()
            yield
        finally:
            server.terminate()


@pytest.mark.allow_console_errors  # the server stops while a page may still be asking for its search
@pytest.mark.parametrize("workers", ["allow", pytest.param("block", marks=pytest.mark.attack)])
def test_the_new_version_shows(new_page: NewPage, versions: list[Path], tmp_path: Path, workers: str) -> None:
    page, port = new_page(service_workers=workers), free_port()
    app = AssessmentPage(page, f"http://127.0.0.1:{port}/")
    unzip(versions[0], tmp_path)
    with started(tmp_path, port):
        app.sit_down()
        if workers == "allow":
            assert page.evaluate(READY)
    page.goto("about:blank")

    unzip(versions[1], tmp_path)
    with started(tmp_path, port):
        app.sit_down()
        if workers == "allow":
            with page.expect_navigation():
                page.click("[data-update=take]", timeout=60_000)
            app.wait()
        assert page.locator(f"text={NEW}").count() == 1
        page.goto(f"http://127.0.0.1:{port}/")
        assert page.locator(f"text={NEW}").count() == 1
