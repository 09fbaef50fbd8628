"""On a host as it comes, which knows no more than its own table of types, the assessment starts."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.paths import SITE
from tests.browser.real_hosts import HOSTS, hosting

# What any host knows; the page and the tools of browsers read the others whatever they are called.
KNOWN = {".css", ".csv", ".html", ".js", ".json", ".png", ".svg", ".txt", ".woff2", ".xml", ".zip", ".gz", ".br"}
READ_ANYWAY = {".map", ".wasm"}
FOR_HOSTS = {"_headers", ".kmop-site"}


@pytest.fixture(scope="module")
def public_site() -> Iterator[Path]:
    """The site where everybody may read it, as a server that gives up its rights must; below a folder, as on many."""
    with TemporaryDirectory(prefix="kmop-hosted-") as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(SITE, Path(folder, "gids"))
        yield Path(folder)


@pytest.mark.parametrize("name", HOSTS)
def test_the_assessment_starts(name: str, public_site: Path, tmp_path: Path, page: Page) -> None:
    with hosting(name, public_site, tmp_path) as url:
        app = AssessmentPage(page, f"{url}gids/").sit_down()

        assert app.report()


def test_no_file_has_an_ending_that_hosts_may_not_know() -> None:
    endings = {path.suffix for path in SITE.rglob("*") if path.is_file() and path.name not in FOR_HOSTS}

    assert endings - KNOWN == READ_ANYWAY
