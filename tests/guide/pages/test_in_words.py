"""What the machine says of an element of Naslag: in a sentence of a person, and never more than is known."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.guide.pages.dom import of_class, words

REFERENCE = "naslag/"


def test_nobody_reads_a_condition_as_a_list_of_points_that_must_hold(trees: dict[str, Element]) -> None:
    """Two answers make a sentence; more than two, a sentence of a person."""
    listed = [
        (page, words(when))
        for page, when in (*_of(trees, "kmop-when"), *_of(trees, "kmop-line-text"))
        if "deze punten" in words(when) or words(when).count(" of u ") > 1
    ]

    assert listed == []
    assert len(list(_of(trees, "kmop-when"))) > 40


def test_a_duration_that_nobody_knows_is_not_said_to_take_no_time(trees: dict[str, Element]) -> None:
    durations = [words(each) for _, each in _of(trees, "kmop-duration")]

    assert durations
    assert [each for each in durations if "niet gevonden" in each] == []


def test_of_who_may_be_exempt_it_is_not_said_that_a_part_falls_away(trees: dict[str, Element]) -> None:
    """Of members of ITAA no source says so."""
    (block,) = _after(trees["naslag/uitzonderingen"], "exemption-itaa")

    assert "Stelt mijn lidmaatschap van ITAA mij vrij" in words(block)
    assert not re.search(r"valt weg|vallen weg", words(block))


def test_a_condition_of_which_it_is_not_known_is_not_called_optional(trees: dict[str, Element]) -> None:
    """A bureau names the test; that nobody has to do it, no source says."""
    assert "Niet verplicht" not in words(trees["naslag/voorwaarden"])


def test_since_when_a_price_holds_is_said_once(trees: dict[str, Element]) -> None:
    said = words(trees["naslag/kostprijs"])

    assert said.count("Tot en met 31 januari 2024") == 1


def _of(trees: dict[str, Element], name: str) -> Iterator[tuple[str, Element]]:
    for page, root in trees.items():
        if page.startswith(REFERENCE):
            yield from ((page, each) for each in of_class(root, name))


def _after(root: Element, heading: str) -> list[Element]:
    """Return the first block of an element after its heading."""
    every = list(root.iter())
    place = next(at for at, each in enumerate(every) if each.get("id") == heading)
    return [next(each for each in every[place:] if "kmop-element" in each.get("class", "").split())]
