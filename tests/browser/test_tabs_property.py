"""Whatever two tabs do on one database, neither works over what the other kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.harness import Serve
from tests.browser.page_bundle import page_bundle

GAME = Path(__file__).with_name("tabs_property.ts")


@pytest.fixture
def game(tmp_path: Path, serve: Serve) -> str:
    """The address of a page with nothing but the keepers."""
    (tmp_path / "game.js").write_text(page_bundle(GAME, "--format=esm"), encoding="utf-8")
    page = '<!doctype html><title>x</title><link rel="icon" href="data:,"><script type="module" src="game.js"></script>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    return serve(tmp_path)


def test_two_tabs_never_work_over_each_others_answers(page: Page, game: str) -> None:
    page.goto(game)
    page.wait_for_function("'play' in window")

    for seed in range(1, 5):
        assert page.evaluate("seed => play(seed, 60)", seed) == []
