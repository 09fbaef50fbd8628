"""What links call an element: its name, or its first sentence, never a text cut off in the middle of a thought."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from guide.pages.page_context import beginning
from tests.guide.pages.dom import of_class, words

FOLDS = ("kmop-section-sources", "kmop-page-sources")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Een registratie geldt 5 jaar. Daarna verlengt u ze.", "Een registratie geldt 5 jaar"),
        ("Blijft de prijs gelijk? Dat weten we niet.", "Blijft de prijs gelijk?"),
        ("Een bv. met 2.400 euro.", "Een bv. met 2.400 euro"),
        ("Het duurt 4 weken (volgens CertUp).", "Het duurt 4 weken"),
        ("woord " * 30, "woord " * 18 + "…"),
    ],
    ids=["a statement", "a question", "no end", "its source", "a long one"],
)
def test_a_text_is_called_by_its_first_sentence(text: str, name: str) -> None:
    assert beginning(text) == name


def test_no_link_is_cut_off(trees: dict[str, Element]) -> None:
    """Whoever reads which link it is need not guess the rest."""
    cut = [(page, words(link)) for page, root in trees.items() for link in _read(root) if words(link).endswith("…")]

    assert cut == []


def test_a_name_is_shorter_than_the_sentence_that_it_stands_for(real_norm: dict[str, Any]) -> None:
    named = {key: each for key, each in real_norm["facts"].items() if "name" in each}

    assert named
    assert [key for key, each in named.items() if len(each["name"]["nl"]) >= len(each["text"]["nl"])] == []


def _read(root: Element) -> list[Element]:
    """The links of a page, without those in the folds that say what rests on which source."""
    folded = [link for name in FOLDS for fold in of_class(root, name) for link in fold.iter("a")]
    return [link for link in root.iter("a") if link not in folded]
