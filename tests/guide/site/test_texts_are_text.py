"""Whatever stands in a text of the norm is shown as text: none of it is markup in any page, sheet of data or feed."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from guide.site.atom_feed import FEED
from guide.site.build import build
from tests.moved import MOVED_FILES
from tests.norms import REAL_NORM

LIVE = "<img src=x onerror=alert()>"
MARK = f" \"'&amp;{LIVE}"
# Beside texts in a language; names and addresses of other kinds have a form that the schema holds them to.
TEXTS = {"nl", "title", "publisher", "name", "term"}
# The last parts of addresses, and names that go into every sentence: by language too, and in a form of their own.
ADDRESSES = {"page", "key", "none", "names"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, without its runtime, of our norm with markup in each of its texts."""
    folder = tmp_path_factory.mktemp("marked")
    for path in REAL_NORM.rglob("*.yaml"):
        target = folder / "norm" / path.relative_to(REAL_NORM)
        target.parent.mkdir(parents=True, exist_ok=True)
        marked = _marked(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        target.write_text(json.dumps(marked, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KMOP_RUNTIME", "false")
        faults = build(folder / "norm", folder / "site")
    assert not faults, [str(fault) for fault in faults[:20]]
    return folder / "site"


def _marked(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: inner if name in ADDRESSES else _marked(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner) for inner in value]
    return value + MARK if isinstance(value, str) and key in TEXTS else value


class Live(HTMLParser):
    """Finds the elements that a text became, and the attributes that it got out of."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if "onerror" in names or (tag == "img" and names.get("src") == "x"):
            self.found.append(f"<{tag}> in line {self.getpos()[0]}")


def live_in(html: str) -> list[str]:
    parser = Live()
    parser.feed(html)
    return parser.found


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_no_text_of_the_norm_is_markup_in_any_page(site: Path) -> None:
    found = {name: live for name, html in pages(site) if (live := live_in(html))}
    assert found == {}


def test_the_marks_do_reach_the_pages(site: Path) -> None:
    silent = {name for name, html in pages(site) if "onerror=alert()" not in html}
    # A page at an old address only names the one in its place.
    assert silent <= MOVED_FILES


def test_no_text_of_the_norm_is_escaped_twice(site: Path) -> None:
    twice = [name for name, html in pages(site) if re.search(r"&amp;(lt|quot|#34|#39);", html)]
    assert twice == []


def test_no_text_of_the_norm_is_markup_in_what_the_search_shows(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    shown = [text for doc in index["docs"] for text in (doc["title"], doc["text"])]
    assert any("onerror=alert()" in text for text in shown)
    assert [text[:200] for text in shown if live_in(text)] == []


def test_the_feed_says_texts_of_the_norm_as_text(site: Path) -> None:
    feed = ET.parse(site / FEED)  # noqa: S314 - our own file
    entries = [each for each in feed.iter() if LIVE in (each.text or "")]
    assert entries
    assert [each.tag for each in entries if each.get("type", "text") != "text"] == []
