"""Since when something holds is told as of the day of the norm."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.wording import Wording
from guide.pages.page_context import PageContext
from tests.guide.pages.dom import words


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ({"valid_from": "2025-02-01"}, "Sinds 1 februari 2025"),
        ({"valid_from": "2026-11-28"}, "Sinds 28 november 2026"),
        ({"valid_from": "2027-01-01"}, "Vanaf 1 januari 2027"),
        ({"valid_until": "2027-01-01"}, "Tot en met 1 januari 2027"),
        ({"valid_from": "2027-01-01", "valid_until": "2028-01-01"}, "Van 1 januari 2027 tot en met 1 januari 2028"),
        ({}, ""),
    ],
)
def test_what_has_yet_to_begin_does_not_hold_since_then(
    messages: Mapping[str, str], element: dict[str, Any], told: str
) -> None:
    norm = {"checked_on": "2026-11-28"}
    context: Any = SimpleNamespace(norm=norm, wording=Wording(norm, messages, "nl"))

    assert PageContext.era(context, element) == told


def test_what_a_text_says_itself_is_not_said_again_below(messages: Mapping[str, str]) -> None:
    wording = Wording({"checked_on": "2026-11-28"}, messages, "nl")
    context: Any = SimpleNamespace(wording=wording, era=lambda _: "Sinds 1 februari 2025")
    told, untold = ({"text": {"nl": text}} for text in ("Dat is zo sinds 1 februari 2025.", "Dat is zo."))

    assert PageContext.untold_era(context, told) == ""
    assert PageContext.untold_era(context, untold) == "Sinds 1 februari 2025"


@pytest.mark.parametrize(
    ("page", "after", "before", "era"),
    [
        ("auditbureaus", "Deze bureaus zijn aangesteld", "Wat een auditbureau doet", "Sinds 1 februari 2024"),
        ("kmo-portefeuille", "Welke thema's zijn er?", "Welke kosten tellen mee?", "Sinds 1 januari 2023"),
    ],
)
def test_what_is_the_same_for_all_of_a_list_is_said_once(
    trees: Mapping[str, Element], page: str, after: str, before: str, era: str
) -> None:
    part = words(trees[f"naslag/{page}"]).rpartition(after)[2].partition(before)[0]

    assert part.count(era) == 1
