"""Answers in words: what was chosen from a list, and statements with whose word they are."""

from collections.abc import Mapping
from typing import Any

import pytest

from assessment.audit_folder.checks import with_standing
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import ViewBuilder
from tests.assessment.cases import Record


@pytest.fixture(scope="session")
def builder(norm: Record, messages: Mapping[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {})


def told(builder: ViewBuilder, *titles: str, chosen: list[str]) -> str:
    """Put answers into words that are chosen from options with these titles, called 0, 1 and so on."""
    options = [{"id": str(place), "title": {"nl": title}} for place, title in enumerate(titles)]
    return answer_in_words(builder, {"kind": "choices", "options": options}, chosen)


def test_answers_stand_in_one_sentence_in_the_order_of_the_question(builder: ViewBuilder) -> None:
    certificates = ("Een Qfor-certificaat", "Een ISO 9001-certificaat", "IBR-lid")
    assert told(builder, *certificates, chosen=["2", "1", "0"]) == (
        "Een Qfor-certificaat, een ISO 9001-certificaat en IBR-lid"
    )


def test_answers_with_commas_are_kept_apart(builder: ViewBuilder) -> None:
    assert told(builder, "Online, met de lesgever", "In een lokaal", chosen=["0", "1"]) == (
        "Online, met de lesgever; In een lokaal"
    )


def statement(text: str, **more: Any) -> dict[str, Any]:
    return {"text": {"nl": text}, **more}


def test_whose_word_it_is_stands_within_the_sentence(builder: ViewBuilder) -> None:
    assert with_standing(builder, statement("Cv's.", standing="estimate")) == "Cv's (onze schatting)."


def test_a_text_that_names_its_source_names_it_once(builder: ViewBuilder) -> None:
    text = "De factuur (volgens een adviseur)."
    assert with_standing(builder, statement(text, standing="secondary", sources=[])) == text
