"""What no text says, since nobody knows it: faults of truth that once stood here, each with its kin."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.guide.pages.dom import words

# What maintainers read about their own files is no text of the guide; words to search by are what readers type.
NOT_FOR_READERS = ("check.", "cli.", "editing.", "changes.", "impact.", "maintenance.", "runtime.", "search.")
NEVER = {
    "agreement of our own scenarios is no certainty": r"hoe u de norm ook leest|robuust|waarschijnlijk",
    "nobody read the norm": r"lezing(?:en)? van de norm",
    "our data are not the norm": (
        r"kmop-norm,? versie|versie (?:\S+ )?van de norm|norm is vernieuwd|nieuwe norm|[Dd]e norm veranderde"
    ),
    "our points are not those of the auditor": r"controlepunt",
    "copies were read, nothing was checked": r"(?:laatst|gegevens \w+) nagekeken",
    "nobody counted what is asked or mistaken": r"het vaakst (?:willen|vragen)|vaak (?:fout|gevraagd|gestelde)",
    "a starter is exempt for now": r"[Dd]eze vereisten vallen weg",
    "equal ends are no range": r"tussen ([\d.]+ euro) en \1",
    "what is missing cannot be gathered afterwards": r"werkt al zoals het hoort|[Bb]ewijs verzamelen is",
    "without a test a registration is worth as much": r"hebt u er anders weinig aan",
}
SAID = {
    "naslag/kmo-portefeuille": "Welke ervan de auditor vraagt bij de vereiste kennis",
    "naslag/starters": "deel 2",
    "audit/index": "De aandachtspunten in deze gids zijn van ons",
    "index": "ongeveer drie maanden",
}


def texts(part: Any) -> Iterator[str]:
    """Every Dutch text of the norm, however deep."""
    if isinstance(part, Mapping):
        if isinstance(part.get("nl"), str):
            yield part["nl"]
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from texts(each)


@pytest.mark.parametrize("why", NEVER)
def test_no_text_says_it(
    why: str, trees: dict[str, Element], messages: Mapping[str, str], real_norm: dict[str, Any]
) -> None:
    said = [text for name, text in messages.items() if not name.startswith(NOT_FOR_READERS)]
    said += [*texts(real_norm), *(words(root) for root in trees.values())]
    assert [match[0] for text in said if (match := re.search(NEVER[why], text))] == []


@pytest.mark.parametrize("page", SAID)
def test_a_page_says_what_is_not_known(page: str, trees: dict[str, Element]) -> None:
    assert SAID[page] in words(trees[page])


def test_the_duration_that_fits_nothing_else_is_told_only_to_be_denied(trees: dict[str, Element]) -> None:
    blocks = [
        words(block)
        for page, root in trees.items()
        if not page.startswith("naslag/")
        for block in (*root.iter("p"), *root.iter("li"))
        if "4 tot 6 weken" in words(block)
    ]
    assert blocks
    assert [text for text in blocks if "past niet" not in text] == []
