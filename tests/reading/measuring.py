"""Measures what a reader has to read: words of each page as shown, repeats within a layer, marks.

A page's words are those of its article, folds included, without what is no text of the page: its sources, its list of
contents, the cards that lead on, the line on its data, the meanings of terms, and letters to copy.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from xml.etree.ElementTree import Element

from tests.browser.built_pages import MOVED
from tests.browser.paths import SITE
from tests.guide.pages.dom import read

__all__ = ["Layer", "Reading", "layer", "one_of_composed", "readings", "repeats"]

ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
# What stands in the article and is no text of the page.
BESIDE = {
    *("kmop-page-sources", "kmop-section-sources", "kmop-jump", "kmop-next", "kmop-ending", "kmop-meanings"),
    *("headerlink", "kmop-anchor", "kmop-example-open", "kmop-sources"),
}
# Questions that narrow a page are answered, and not read.
UNREAD = {"textarea", "script", "template", "noscript", "svg", "style", "button", "form"}
BLOCKS = {
    *("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "summary", "caption", "label", "legend", "div"),
    *("aside", "ul", "ol", "details", "section", "nav", "figure", "table", "tr"),
}
SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Shorter ones are labels, names and marks, which are the same wherever they stand.
SHORTEST = 4
REFERENCE, ASSESSMENT, COMPOSED = "naslag/", "zelftoets/", "situatie/"


@dataclass(frozen=True)
class Reading:
    """What a page asks of its reader.

    Attributes:
        page: Its address from the root of the site.
        lines: Its text, block by block.
        marks: How many marks it has.
    """

    page: str
    lines: tuple[str, ...]
    marks: int

    @property
    def words(self) -> int:
        """How many words the page has."""
        return sum(len(line.split()) for line in self.lines)


@dataclass(frozen=True)
class Layer:
    """The pages of the guide, or those of Naslag."""

    readings: tuple[Reading, ...]

    @property
    def words(self) -> int:
        """How many words its pages have together."""
        return sum(each.words for each in self.readings)

    @property
    def median(self) -> float:
        """How many words its pages have in the middle."""
        return median(each.words for each in self.readings)

    @property
    def repeated(self) -> float:
        """Which part of its words stand in sentences that were there before.

        The pages of situations count as the one page that they are: its reader has one of them, as composed.
        """
        pages = one_of_composed(self.readings)
        return sum(len(each.split()) for each in repeats(pages)) / Layer(pages).words


def readings() -> list[Reading]:
    """Read every page of the guide and of Naslag that was built, in the order of their addresses."""
    files = sorted({*SITE.rglob("index.html")} - MOVED)
    pages = {path.relative_to(SITE).as_posix().removesuffix("index.html"): path for path in files}
    return [_reading(page, path) for page, path in pages.items() if page != ASSESSMENT]


def layer(of: Iterable[Reading], *, is_reference: bool) -> Layer:
    """Return Naslag, or the guide that stands before it."""
    return Layer(tuple(each for each in of if each.page.startswith(REFERENCE) is is_reference))


def one_of_composed(of: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return pages with those of situations as one, which has each of their lines once."""
    every = tuple(of)
    composed = [each for each in every if each.page.startswith(COMPOSED) and each.page != COMPOSED]
    others = tuple(each for each in every if each not in composed)
    lines = dict.fromkeys(line for each in composed for line in each.lines)
    whole = Reading(f"{COMPOSED}*/", tuple(lines), max((each.marks for each in composed), default=0))
    return (*others, whole) if composed else others


def repeats(of: Iterable[Reading]) -> list[str]:
    """Return every sentence that stands in these pages once more, as often as it does so."""
    counted = Counter(sentence for each in of for line in each.lines for sentence in _sentences(line))
    return [sentence for sentence, times in counted.items() for _ in range(times - 1)]


def _sentences(line: str) -> Iterator[str]:
    for sentence in SENTENCE.split(line):
        if len(sentence.split()) >= SHORTEST:
            yield sentence


def _reading(page: str, path: Path) -> Reading:
    found = ARTICLE.search(path.read_text(encoding="utf-8"))
    assert found, page
    root = read(SCRIPT.sub("", found[1]))
    marks = sum("kmop-mark" in each.get("class", "").split() for each in _read(root))
    return Reading(page, tuple(_lines(root)), marks)


def _read(element: Element) -> Iterator[Element]:
    """Yield an element and what is read in it."""
    if element.tag in UNREAD or BESIDE & set(element.get("class", "").split()):
        return
    yield element
    for child in element:
        yield from _read(child)


def _lines(root: Element) -> Iterator[str]:
    """Yield the text block by block."""
    text = "".join(_text(root))
    yield from (" ".join(line.split()) for line in text.split("\n\n") if line.strip())


def _text(element: Element) -> Iterator[str]:
    """Yield the text of an element, with empty lines around blocks; what breaks a line in the source is a space."""
    if element.tag in UNREAD or BESIDE & set(element.get("class", "").split()):
        return
    around = "\n\n" if element.tag in BLOCKS else ""
    yield around
    yield " ".join((element.text or "").splitlines()) if element.text else ""
    for child in element:
        yield from _text(child)
        yield " " if (child.tail or "").startswith("\n") else ""
        yield " ".join((child.tail or "").splitlines())
    yield around
