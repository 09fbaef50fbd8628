"""The worked examples and the misunderstandings: all of it out of norm and rules."""

import base64
import json
import zlib
from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment import Wording, assess, present
from guide.pages import Pages
from guide.pages.marks import mark_of
from tests.guide.pages.dom import ids, of_class, words

Norm = dict[str, Any]
PAGE = "naslag/voorbeelden"
SHARED = "zelftoets/#antwoorden=1."
MOST_WORDS = 1000


def carried(root: Element) -> list[dict[str, Any]]:
    """The answers that links on a page carry to the self-assessment."""
    addresses = [link.get("href", "").partition(SHARED)[2] for link in root.iter("a")]
    return [json.loads(zlib.decompress(unpadded(each), -zlib.MAX_WBITS)) for each in addresses if each]


def stories(norm: Norm) -> list[Norm]:
    """The first-hand cases that the page tells."""
    return [case for case in norm["cases"].values() if "lesson" in case]


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_every_example_has_its_place_and_tells_in_short_who_it_is_about(
    real_norm: Norm, trees: Mapping[str, Element]
) -> None:
    text = words(trees[PAGE])
    (contents,) = of_class(trees[PAGE], "kmop-jump")

    assert set(real_norm["examples"]) <= set(ids(trees[PAGE]))
    assert all(" ".join(each["story"]["nl"].split()) in text for each in real_norm["examples"].values())
    assert "verzonnen" in text
    assert len(text.split()) - len(words(contents).split()) <= MOST_WORDS


def test_it_says_what_the_rules_make_of_each_example(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    for example in real_norm["examples"].values():
        report = assess(real_norm, example["answers"], date.fromisoformat(example["date"]))
        assert present(report, real_norm, messages, {})["headline"] in words(trees[PAGE])


def test_the_link_of_an_example_carries_exactly_its_answers(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    named = {"norm": {"id": real_norm["id"], "version": real_norm["version"]}}

    shown = [*real_norm["examples"].values(), *stories(real_norm)]
    assert carried(trees[PAGE]) == [{**each["answers"], **named} for each in shown]


def test_the_first_hand_cases_that_teach_are_told_with_what_they_are_warned_of(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    text, said = words(trees[PAGE]), Wording(real_norm, messages)

    assert {each["id"] for each in stories(real_norm)} <= set(ids(trees[PAGE]))
    for case in stories(real_norm):
        report = assess(real_norm, case["answers"], date.fromisoformat(real_norm["checked_on"]))
        serious = [entry["id"] for entry in report["warnings"] if entry["level"] != "note"]
        assert all(each in text for each in (said.text(case["situation"]), said.text(case["lesson"])))
        assert serious
        assert [name for name in serious if said.title(name) not in text] == []


def test_every_misunderstanding_has_an_anchor_its_rebuttal_and_its_grounds(
    real_norm: Norm, messages: Mapping[str, str], pages: Pages, trees: Mapping[str, Element]
) -> None:
    root, said = trees["naslag/misverstanden"], Wording(real_norm, messages)
    boxes = dict(zip([each for each in ids(root) if each.startswith("misunderstanding-")], boxes_of(root), strict=True))
    for key, element in real_norm["misunderstandings"]["misunderstandings"].items():
        box = boxes[key]
        assert said.text(element["text"]) in words(box)
        marks = [link.get("href", "").rpartition("#standing-")[2] for link in of_class(box, "kmop-mark")]
        assert element["standing"] == "official" or mark_of(element, real_norm["sources"]) in marks
        assert pages.links[key] == f"naslag/misverstanden/#{key}"
        leads = [link.get("href", "").rpartition("#")[2] for link in box.iter("a")]
        assert {*element["about"]} <= set(leads), key


def boxes_of(root: Element) -> list[Element]:
    return list(of_class(root, "kmop-misunderstanding"))


@pytest.mark.parametrize(
    "trap",
    [
        "starter-is-conditional",
        "certificate-replaces-audit",
        "retention",
        "all-advice",
    ],
)
def test_the_traps_that_the_dossiers_found_are_among_them(real_norm: Norm, trap: str) -> None:
    assert f"misunderstanding-{trap}" in real_norm["misunderstandings"]["misunderstandings"]


def test_nobody_s_name_stands_in_for_the_private_planning_note(real_norm: Norm) -> None:
    """The candidate behind it is called a candidate, and nothing else."""
    assert "url" not in real_norm["sources"]["planningsnota"]
