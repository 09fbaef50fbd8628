"""Ready letters: what is known of the sender stands in them, and the rest between square brackets."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from assessment import Wording
from guide.pages.letters import fill_in, mail_address
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.letters import letter_data, letters_of
from tests.norms import SMALL_NORM, checked_norm

Norm = dict[str, Any]


@pytest.fixture(scope="module")
def small() -> Norm:
    return checked_norm(SMALL_NORM)


@pytest.fixture
def said(small: Norm, messages: Mapping[str, str]) -> Wording:
    return Wording(small, messages)


@pytest.fixture
def offer(small: Norm) -> Norm:
    return {**small["letters"]["letters"]["letter-offer"], "id": "letter-offer"}


def test_what_is_not_answered_is_left_for_the_sender_to_fill_in(offer: Norm, said: Wording) -> None:
    assert fill_in(offer, said, {}) == (
        "Wat kost een audit voor [dienst]? Ik ben [starter / ervaren]. Certificaten: [welke]. Plaatsen: [aantal]."
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"services": ["training"]}, "voor opleiding?"),
        ({"services": ["training", "advice"]}, "voor opleiding en advies?"),
        ({"services": []}, "voor [dienst]?"),
        ({"starter": True}, "Ik ben starter."),
        ({"starter": False}, "Ik ben ervaren."),
        ({"certificates": []}, "Certificaten: geen."),
        ({"certificates": ["iso_9001"]}, "Certificaten: ISO 9001."),
        ({"certificates": ["iso_9001", "qfor"]}, "Certificaten: [welke]."),
        ({"sites.belgium": 2}, "Plaatsen: twee."),
        ({"sites.belgium": 7}, "Plaatsen: [aantal]."),
    ],
)
def test_an_answer_stands_in_its_place(offer: Norm, said: Wording, answers: Norm, words: str) -> None:
    assert words in fill_in(offer, said, answers)


def test_a_mail_program_gets_the_lines_as_it_knows_them(offer: Norm, said: Wording) -> None:
    address = urlsplit(mail_address(offer, said, "Goedendag,\n\nwij & u"))

    assert parse_qs(address.query) == {"subject": ["Offerte"], "body": ["Goedendag,\r\n\r\nwij & u"]}


def test_a_page_has_each_letter_once_that_its_tasks_lead_to(small: Norm) -> None:
    tasks = small["situations"]["tasks"]

    found = letters_of(small, [tasks["task-access"], tasks["task-starter"], tasks["task-access"]])

    assert [each["id"] for each in found] == ["letter-offer"]


def test_the_script_gets_what_the_questions_of_the_page_leave_open(small: Norm, said: Wording, offer: Norm) -> None:
    table = DecisionTable(small, small["situations"]["situations"]["situation-lessons"])

    assert letter_data(small, said, table, offer) == {
        "id": "letter-offer",
        "text": "Wat kost een audit voor opleiding? Ik ben {0}. Certificaten: [welke]. Plaatsen: {1}.",
        "places": [(0, ["[starter / ervaren]", "starter", "ervaren"]), (1, ["[aantal]", "één", "twee"])],
    }


def test_what_everybody_in_a_situation_writes_is_not_asked(small: Norm, said: Wording, offer: Norm) -> None:
    situation = small["situations"]["situations"]["situation-lessons"]
    table = DecisionTable(small, {**situation, "in_letters": {"starter": {"nl": "al lang bezig"}}})

    made = letter_data(small, said, table, offer)

    assert "Ik ben al lang bezig." in made["text"]
    assert [number for number, _ in made["places"]] == [1]


def test_words_of_a_list_stand_in_the_order_of_its_selections(small: Norm, said: Wording, offer: Norm) -> None:
    table = DecisionTable(small, small["situations"]["situations"]["situation-advice"])

    assert letter_data(small, said, table, offer)["places"][1] == (1, ["[welke]", "geen", "ISO 9001"])


def test_every_answer_that_a_page_offers_has_words_in_the_letter_to_a_bureau(real_norm: Norm) -> None:
    offered = {each["field"]: each["choices"] for each in real_norm["situations"]["questions"]}
    for name, place in real_norm["letters"]["letters"]["letter-quote"]["places"].items():
        said = [each["value"] for each in place["says"]]
        assert [each["value"] for each in offered.get(place["field"], []) if each["value"] not in said] == [], name
