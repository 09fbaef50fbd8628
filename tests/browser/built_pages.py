"""The pages that the build made, and which of them together hold every kind of part."""

import re

from tests.browser.assessment_page import PATH
from tests.browser.paths import SITE
from tests.moved import MOVED_FILES

# The one file to take along has tests of its own.
MOVED = {SITE / name for name in MOVED_FILES}
FILES = sorted(
    [*({*SITE.rglob("index.html")} - MOVED), SITE / "404.html"], key=lambda page: (page.stat().st_size, page)
)
PAGES = [page.relative_to(SITE).as_posix().removesuffix("index.html") for page in FILES]
ASSESSMENT = PATH
GUIDE = [page for page in PAGES if page != ASSESSMENT]
LINK = re.compile("<a ")
# On a page further down in the navigation, the part of it with that page is open from the start.
OPEN_PART = re.compile(r'class="md-nav__toggle md-toggle[^>]* checked')


def kinds_of_pages() -> list[str]:
    """Pages of the guide that hold, together, every kind of part that pages are made of.

    The page with the most to stop at goes first, and then each other whose every part is on a page that is left.
    """
    texts = {name: file.read_text("utf-8") for name, file in zip(PAGES, FILES, strict=True) if name != ASSESSMENT}
    chosen = {name: _parts(text) for name, text in texts.items()}
    for name in sorted(texts, key=lambda name: -len(LINK.findall(texts[name]))):
        others = set[str]().union(*(parts for other, parts in chosen.items() if other != name))
        if chosen[name] <= others:
            del chosen[name]
    return [*chosen]


def page_within_a_part() -> str:
    """The smallest page of the guide that stands in a part of the navigation."""
    return next(
        name
        for name, file in zip(PAGES, FILES, strict=True)
        if name != ASSESSMENT and OPEN_PART.search(file.read_text("utf-8"))
    )


def _parts(text: str) -> set[str]:
    return set(re.findall(r"kmop-[\w-]+", " ".join(re.findall(r'class="([^"]*)"', text))))
