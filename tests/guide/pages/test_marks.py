"""Where a mark stands, and what it says of words that we explain ourselves."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from guide.pages.marks import mark_of
from tests.guide.pages.dom import of_class, words

ENDS = (".", ",", ";", ":", "?", ")", " ·")


def test_a_mark_in_a_sentence_stands_where_the_sentence_ends_or_pauses(trees: dict[str, Element]) -> None:
    """Between the words of a sentence it stops the reader before the point is made."""
    marks = [
        (page, words(mark), mark.tail or "")
        for page, root in trees.items()
        if not page.startswith("naslag/")
        for mark in of_class(root, "kmop-mark")
        if words(mark).startswith("(")
    ]

    assert [each for each in marks if each[2].strip() and not each[2].startswith(ENDS)] == []
    assert len(marks) >= 5


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ({"standing": "estimate", "wording": "own"}, "own"),
        ({"standing": "estimate", "rationale": {"nl": "Zo rekenen we."}}, "estimate"),
    ],
    ids=["a word", "a figure"],
)
def test_explaining_a_word_is_no_estimate(part: dict[str, Any], kind: str) -> None:
    assert mark_of(part, {}) == kind


def test_no_explanation_of_a_word_is_called_an_estimate(trees: dict[str, Element], real_norm: dict[str, Any]) -> None:
    """The code that indicates a bank is what it is."""
    own = {key for key, each in real_norm["glossary"].items() if each.get("wording") == "own"}
    blocks = dict(_blocks(trees["naslag/begrippen"]))

    assert own
    assert all(blocks[key].endswith("onze omschrijving") for key in own)


def _blocks(root: Element) -> list[tuple[str, str]]:
    """Every term with what stands below it."""
    every = list(root.iter())
    titled = [(each.get("id", ""), place) for place, each in enumerate(every) if each.tag == "h2"]
    return [
        (name, words(next(each for each in every[place:] if "kmop-element" in each.get("class", "").split())))
        for name, place in titled
    ]
