"""Where a mark stands, and what it says of words that we explain ourselves."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.validity import state_in_force
from guide.pages.element_index import Index
from guide.pages.marks import mark_of
from tests.guide.pages.dom import of_class, words

SAID = re.compile(r"andere bron|anonieme bron|openbare nota|sites van|adviseur vraagt|schrijft|Qfor")
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


def test_what_only_others_say_is_never_quoted_as_if_the_authority_said_so(
    trees: dict[str, Element], real_norm: dict[str, Any]
) -> None:
    """Where a page of the guide quotes a provider's site, a note or an adviser, the paragraph says so."""
    index = Index(real_norm)
    others = {each for each in index.shown() if _kind(index.get(each), real_norm) in {"secondary", "anonymous"}}
    quoted: dict[tuple[str, str], list[str]] = {}
    for page, root in trees.items():
        for target, block in () if page.startswith(("naslag/", "zelftoets")) else _quoted(root):
            quoted.setdefault((page, target), []).append(block)
    told = {key: any(map(SAID.search, blocks)) for key, blocks in quoted.items() if key[1] in others}

    assert [key for key, said in told.items() if not said] == []
    assert len(told) >= 5


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


def test_a_line_of_the_hours_model_does_not_repeat_its_mark(trees: dict[str, Element]) -> None:
    (table,) = of_class(trees["naslag/kostprijs"], "kmop-cost")

    assert "onze schatting" not in words(table)


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


def _quoted(root: Element) -> Iterator[tuple[str, str]]:
    """The elements that sentences lead to, each with its paragraph; lists of documents say themselves who asks."""
    for block in (each for part in ("p", "tr", "li") for each in root.iter(part)):
        if "." in words(block) or block.tag == "tr":
            yield from ((link.get("href", "").rpartition("#")[2], words(block)) for link in block.iter("a"))


def _kind(element: dict[str, Any], norm: dict[str, Any]) -> str:
    """The kind of mark of an element; of a rule of the scheme, that of the state of today."""
    return mark_of(dict(state_in_force(element, norm["checked_on"]) or {}), norm["sources"])
