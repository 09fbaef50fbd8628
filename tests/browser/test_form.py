"""The form of the site in a real browser: search, the page that is not found, anchors, paper, weight."""

import functools
import re
from pathlib import Path

import brotli  # type: ignore[import-untyped] # comes without types
from playwright.sync_api import Page, expect

from tests.browser.built_pages import MOVED
from tests.browser.harness import search
from tests.browser.paths import SITE

# A first view of any guide page, without what the search fetches in the background.
MOST_BYTES = 100_000
ASKED_FOR = re.compile(
    r'<(?:link rel="(?:stylesheet|preload|icon)" href|script(?: type="module")? src|img src)="([^"]+)"'
)
GUIDE = sorted(path for path in {*SITE.rglob("index.html")} - MOVED if "zelftoets" not in path.parts)
FIRST = ".md-search-result__item .md-search-result__link"


@functools.cache  # most of them are the same for every page
def packed(path: Path) -> int:
    """The bytes that a host sends for a file; what is packed already is not packed again."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(brotli.compress(content))


def test_a_first_view_of_a_guide_page_is_light() -> None:
    views = {}
    for page in GUIDE:
        asked = {(page.parent / name).resolve() for name in ASKED_FOR.findall(page.read_text(encoding="utf-8"))}
        assert any(path.suffix == ".woff2" for path in asked)
        views[page.parent.relative_to(SITE).as_posix()] = packed(page) + sum(map(packed, asked))

    assert {name: size for name, size in views.items() if size > MOST_BYTES} == {}


def test_the_search_box_brings_the_right_page_first(page: Page, site_url: str) -> None:
    page.goto(site_url)
    for words, first in [
        ("prijs audit", "audit/kostprijs/"),
        ("ISO", "registreren/certificaat/"),
        ("starter", "registreren/starters/"),
    ]:
        search(page, words)
        expect(page.locator(FIRST).first).to_have_attribute("href", re.compile(rf"/{first}(\?|$)"))


def test_several_pages_that_are_found_are_in_sight_on_a_phone(page: Page, site_url: str) -> None:
    """And none is said to lack a word that the search leaves out of every question."""
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(site_url)
    page.locator("label[for=__search]").first.click()
    search(page, "wat kost")
    expect(page.locator(".md-search-result__item").nth(2)).to_be_in_viewport()

    expect(page.locator(".md-search-result__terms:visible")).to_have_count(0)


def test_the_page_that_is_not_found_searches(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}404.html")
    page.get_by_label("Waarover wilt u iets weten?").fill("klacht")
    page.keyboard.press("Enter")

    expect(page.locator(FIRST).first).to_have_attribute("href", re.compile("/daarna/klachten/"))


def test_a_colleague_can_be_sent_to_exactly_one_fact(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}naslag/kostprijs/")
    link = page.locator(".kmop-anchor").first
    shown = "getComputedStyle(document.querySelector('.kmop-anchor')).opacity"
    assert page.evaluate(shown) == "0"

    link.focus()
    assert page.evaluate(shown) == "1"
    link.blur()
    page.locator(".kmop-fact").first.hover()
    assert page.evaluate(shown) == "1"
    link.click()
    assert page.url.endswith(f"#{page.locator('.kmop-fact').first.get_attribute('id')}")
    assert (link.get_attribute("aria-label") or "").startswith("Link naar dit gegeven: ")


def test_paper_shows_the_text_and_its_standings_and_nothing_to_click(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}naslag/kostprijs/")
    page.emulate_media(media="print", color_scheme="dark")

    for hidden in (".md-header", ".md-tabs", ".md-sidebar", ".kmop-next", ".headerlink", ".kmop-anchor", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".kmop-unofficial")).to_be_visible()
    expect(page.locator(".kmop-mark--estimate").first).to_be_visible()
    expect(page.locator(".kmop-element--estimate").first).to_have_css("border-top-style", "dashed")
    expect(page.locator("h1")).to_have_css("color", "rgb(29, 43, 45)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_the_letters_are_our_own(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}naslag/over/", wait_until="networkidle")

    assert page.evaluate("document.fonts.check('700 16px Figtree')")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert "Figtree" in loaded
