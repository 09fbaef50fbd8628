"""What a norm calls itself stands in the sentences of the catalogue, and what is official has sentences of its own."""

from copy import deepcopy
from typing import Any

from assessment.names import named_messages
from assessment.wording import Wording
from tests.assessment.cases import Record, checks_of

MESSAGES = {
    "words.language": "nl",
    "ask": "Vraag het {name.agency}, niet {who}.",
    "ours": "Van ons.",
    "official.checks.ours": "Van {name.norm}.",
}


def in_words(norm: Record, name: str, **values: Any) -> str:
    return Wording(norm, MESSAGES).message(name, values)


def test_a_sentence_holds_the_name_that_the_norm_gives(norm: Record) -> None:
    assert in_words(norm, "ask", who="ons") == "Vraag het de overheid, niet ons."


def test_points_of_the_norms_own_have_their_own_sentence(norm: Record) -> None:
    assert in_words(norm, "ours") == "Van de kleine norm."


def test_points_of_ours_keep_theirs(norm: Record) -> None:
    ours = deepcopy(norm)
    next(iter(checks_of(ours).values()))["standing"] = "estimate"
    assert in_words(ours, "ours") == "Van ons."


def test_to_name_twice_is_to_name_once(norm: Record) -> None:
    once = named_messages(MESSAGES, norm, "nl")
    assert named_messages(once, norm, "nl") == once


def test_a_point_is_called_by_the_norms_own_number(norm: Record, messages: dict[str, str]) -> None:
    numbered = deepcopy(norm)
    checks_of(numbered)["OFR-1"]["official_label"] = "1.1"
    wording = Wording(numbered, messages)
    assert wording.title("OFR-1") == "1.1 Een duidelijk aanbod"
    assert wording.display_name("OFR-1") == "‘1.1 Een duidelijk aanbod’"
    assert wording.title("OFR-2") == "Genoeg mensen"
