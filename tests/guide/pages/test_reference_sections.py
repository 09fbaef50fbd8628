"""The pages of Naslag are laid out for looking something up: short sections, history last, each page introduced."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.wording import Wording
from guide.pages.generated.subjects import page_words, subjects
from guide.pages.site_map import REFERENCE, reference_groups
from tests.guide.pages.dom import of_class, words

LONGEST = 12


def sections(trees: Mapping[str, Element]) -> Iterator[tuple[str, list[Element]]]:
    """Each section of Naslag: where it is, and what stands below its heading."""
    for page, root in trees.items():
        if not page.startswith(REFERENCE):
            continue
        starts = [0, *(place for place, each in enumerate(root) if each.tag == "h2"), len(root)]
        for start, end in pairwise(starts):
            yield f"{page}: {words(root[start])}", list(root[start + 1 : end])


def test_no_section_is_a_long_row_of_facts(trees: dict[str, Element]) -> None:
    told = {
        where: sum(1 for part in parts if part.get("class") == "kmop-facts" for _ in of_class(part, "kmop-fact"))
        for where, parts in sections(trees)
    }

    assert {where: count for where, count in told.items() if count > LONGEST} == {}
    assert sum(told.values()) > 100


def test_in_a_section_history_comes_after_what_holds_today(trees: dict[str, Element]) -> None:
    orders = {where: [each.get("class") for each in parts] for where, parts in sections(trees)}
    past = {where: order for where, order in orders.items() if "kmop-history" in order}

    assert past
    assert [where for where, order in past.items() if "kmop-facts" in order[order.index("kmop-history") :]] == []


@pytest.mark.parametrize("whole", ["kmop-check", "kmop-step"])
def test_a_mark_stands_below_what_it_marks_before_the_parts(trees: dict[str, Element], whole: str) -> None:
    """At the end it would seem to say how firm the last part is."""
    shown = [block for root in trees.values() for block in of_class(root, whole) if block.tag == "div"]
    orders = [" ".join(each.get("class", "") for each in block) for block in shown]
    marked = [order for order in orders if "kmop-meta" in order]

    assert marked
    assert [order for order in marked if re.search(r"kmop-(?:part|sides|facts)\b.*kmop-meta", order)] == []


def test_the_first_page_says_what_each_page_is_about(
    trees: dict[str, Element], real_norm: dict[str, Any], messages: Mapping[str, str]
) -> None:
    wording = Wording(real_norm, messages, "nl")
    about = subjects(real_norm, wording)
    pages = [page for _, group in reference_groups(real_norm, wording) for page in group]

    listed = [words(each) for each in trees[f"{REFERENCE}index"].iter("li")]

    assert listed == [" ".join(page_words(wording, page, about.get(page))) for page in pages]


def test_the_overview_says_for_whom_a_step_is_that_is_not_on_everybodys_way(trees: dict[str, Element]) -> None:
    (overview,) = of_class(trees[f"{REFERENCE}procedure"], "kmop-steps")
    told = {words(next(step.iter("a"))): words(step) for step in overview.iter("li")}

    public = [title for title, said in told.items() if "Alleen voor publieke dienstverleners." in said]

    assert public == ["Vraag VLAIO hoe uw registratie zonder audit verloopt", "VLAIO registreert u, zonder audit"]
