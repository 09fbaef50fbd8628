"""What a mark says of a statement, its text does not say as well: who reads Naslag reads it once."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.guide.pages.dom import of_class, words

NAMED = re.compile(r"\(volgens [^()]*\)|[Éé]én (?:openbare|anonieme) nota|volgens (?:CertUp|Vinçotte|Brand Compliance)")
MARKED = {"volgens één auditbureau", "één anonieme bron", "andere bron"}
BLOCKS = ("kmop-fact", "kmop-statement", "kmop-change")


def texts_with_a_mark(root: Element) -> Iterator[str]:
    """The text of everything that has its own mark, without what is noted below it."""
    for block in (each for name in BLOCKS for each in of_class(root, name)):
        marks = {words(each) for each in of_class(block, "kmop-mark")}
        if marks & MARKED:
            yield words(next(iter(of_class(block, "kmop-fact-text")), block))


def test_beside_a_mark_no_text_names_its_source_once_more(trees: dict[str, Element]) -> None:
    shown = [text for page, root in trees.items() if page.startswith("naslag/") for text in texts_with_a_mark(root)]

    assert [text for text in shown if NAMED.search(text)] == []
    assert len(shown) > 100


def test_beside_the_source_itself_no_text_names_it(trees: dict[str, Element]) -> None:
    """In the fold at the end of a section, each statement stands with its sources."""
    folds = [
        fold
        for page, root in trees.items()
        if page.startswith("naslag/")
        for fold in of_class(root, "kmop-section-sources")
    ]
    called = [words(each) for fold in folds for each in fold.iter("li")]

    assert [text for text in called if re.search(r"\((?:volgens|één openbare)", text)] == []
    assert len(called) > 100
