"""A fault of the norm under `kmop serve`: the page tells it by itself, and shows the edit once it is mended."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide.site.live_reload import Server
from tests.norms import REAL_NORM
from tests.previewed import previewed

# The dev server stops halfway what pages ask of it.
pytestmark = pytest.mark.allow_console_errors

BUILT_MS = 60_000
NOTICE = "Dit staat er nieuw."


@pytest.fixture
def norm(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REAL_NORM, tmp_path / "norm"))


@pytest.fixture
def served(norm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("KMOP_RUNTIME", "false")
    with previewed(norm, tmp_path / "served") as server:
        yield server


def test_a_fault_is_told_on_the_page_until_it_is_mended(served: Server, norm: Path, page: Page) -> None:
    file = norm / "norm.yaml"
    good = file.read_text("utf-8")
    page.goto(f"{served.url}naslag/over/")
    banner = page.get_by_role("alert")
    expect(banner).to_have_count(0)

    file.write_text(good.replace("checked_on:", "cheked_on:"), encoding="utf-8")
    expect(banner.locator("code").first).to_contain_text("norm.yaml:", timeout=BUILT_MS)
    expect(page.locator("h1")).to_be_visible()  # the last good site
    banner.locator("summary").press("Enter")
    expect(banner.get_by_role("list")).to_be_hidden()

    file.write_text(good.replace("notice:\n  nl: >-\n", f"notice:\n  nl: >-\n    {NOTICE}\n"), encoding="utf-8")
    expect(page.get_by_role("contentinfo")).to_contain_text(NOTICE, timeout=BUILT_MS)
    expect(banner).to_have_count(0)
