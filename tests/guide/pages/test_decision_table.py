"""The decision table of a situation's page: it says what the rules say, for every combination of answers."""

import json
import random
import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from assessment import Wording, assess, parse_answers, present
from assessment.rounding import rounded_hours, rounded_money
from guide.pages import Pages
from guide.pages.situations.answers import Answered, answers_document, every_answer, questions_of, states_of
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.figures import Figures
from tests.norms import SMALL_NORM, checked_norm

Norm = dict[str, Any]
TRIES = 15
MAX_BYTES = 6_000


def situations(norm: Norm) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from norm["situations"]["situations"].items()


def tried(norm: Norm, situation: dict[str, Any]) -> Iterator[Answered]:
    """Combinations of answers by chance, always the same ones."""
    chance = random.Random(situation["id"])  # noqa: S311 - nothing secret
    for _ in range(TRIES):
        chosen = {each["field"]: chance.choice(states_of(norm, each)) for each in questions_of(norm, situation)}
        yield {field: value for field, value in chosen.items() if value is not None}


def report_of(norm: Norm, situation: dict[str, Any], answered: Answered) -> dict[str, Any]:
    return assess(norm, answers_document(norm, situation, answered), date.fromisoformat(norm["checked_on"]))


def looked_up(norm: Norm, table: DecisionTable, number: int, answered: Answered) -> str:
    """What the page's script finds in the table."""
    on, letters = table.truths[number]
    place = 0
    for each in on:
        states = states_of(norm, table.questions[each])
        place = place * len(states) + states.index(answered.get(table.questions[each]["field"]))
    return letters[place]


def test_the_table_says_of_each_document_what_the_rules_say(real_norm: Norm) -> None:
    for key, situation in situations(real_norm):
        table = DecisionTable(real_norm, situation)
        numbers = {name: table.number(each["needed_when"]) for name, each in real_norm["documents"].items()}
        for answered in tried(real_norm, situation):
            needed = {each["id"]: each["needed"] for each in report_of(real_norm, situation, answered)["documents"]}
            for name, number in numbers.items():
                if number is not None:
                    said = {True: "y", None: "m"}.get(needed.get(name, False), "n")
                    assert looked_up(real_norm, table, number, answered) == said, (key, name, answered)


def test_the_table_says_of_each_deadline_what_the_rules_say(real_norm: Norm) -> None:
    for key, situation in situations(real_norm):
        table = DecisionTable(real_norm, situation)
        deadlines = real_norm["procedure"]["deadlines"]
        numbers = {name: table.number(each["applies_when"]) for name, each in deadlines.items()}
        for answered in tried(real_norm, situation):
            dated = {each["id"] for each in report_of(real_norm, situation, answered)["timeline"]["deadlines"]}
            for name, number in numbers.items():
                if number is not None and name in dated:
                    assert looked_up(real_norm, table, number, answered) == "y", (key, name, answered)


def test_the_figures_of_each_combination_are_those_of_the_whole_report(
    real_norm: Norm, messages: Mapping[str, str]
) -> None:
    said = Wording(real_norm, messages)
    for key, situation in situations(real_norm):
        figures = Figures(DecisionTable(real_norm, situation), said)
        for answered in tried(real_norm, situation):
            cents = report_of(real_norm, situation, answered)["cost"]["cents"]
            assert figures.cost(answered)["price_ends"] == said.ends(rounded_money(cents)), (key, answered)


def test_half_an_hour_is_rounded_as_everywhere_else(real_norm: Norm, messages: Mapping[str, str]) -> None:
    situation = real_norm["situations"]["situations"]["situation-negative"]
    answered: Answered = {"services": ["training", "advice"], "passed_requirements": []}
    minutes = report_of(real_norm, situation, answered)["cost"]["minutes"]
    assert minutes["likely"] % 60 == 30

    whole = Figures(DecisionTable(real_norm, situation), Wording(real_norm, messages)).cost(answered)["price_whole"]

    assert whole.endswith(f"voor ongeveer {rounded_hours(minutes).likely} uur")


def test_until_the_open_requirements_are_known_page_and_result_tell_one_range(
    real_norm: Norm, messages: Mapping[str, str]
) -> None:
    said = Wording(real_norm, messages)
    for name in ("situation-conditional", "situation-negative"):
        situation = real_norm["situations"]["situations"][name]
        answered: Answered = {"services": ["training"]}
        view = present(report_of(real_norm, situation, answered), real_norm, messages, {})
        money = view["summary"]["money"]
        shown = Figures(DecisionTable(real_norm, situation), said).cost(answered)
        assert shown["price"] == money["text"], name
        assert shown["price_whole"].startswith(f"{money['text']}, {money['range']}."), name
        assert money["text"] in view["summary"]["strip"], name


def test_answers_that_the_figures_hang_on_are_all_in_the_table(real_norm: Norm, messages: Mapping[str, str]) -> None:
    said = Wording(real_norm, messages)
    for key, situation in situations(real_norm):
        table = DecisionTable(real_norm, situation)
        figures = Figures(table, said)
        asked = {each["field"] for each in figures.asked_of_cost}
        for answered in tried(real_norm, situation):
            known = {field: value for field, value in answered.items() if field in asked}
            assert figures.cost(answered) == figures.cost(known), (key, answered)


def test_every_answer_of_a_page_is_one_that_the_self_assessment_takes(real_norm: Norm) -> None:
    for key, situation in situations(real_norm):
        for answered in tried(real_norm, situation):
            assert parse_answers(answers_document(real_norm, situation, answered), real_norm)[1] == [], key


def test_the_states_of_a_list_are_all_its_selections(real_norm: Norm) -> None:
    (question,) = (each for each in real_norm["situations"]["questions"] if each["field"] == "certificates")
    values = [each["value"] for each in question["choices"]]

    states = states_of(real_norm, question)

    assert states[:5] == [None, [], values[:1], values[1:2], values[:2]]
    assert len(states) == 1 + 2 ** len(values)


def test_the_last_question_changes_fastest(real_norm: Norm) -> None:
    asked = [each for each in real_norm["situations"]["questions"] if each["field"] in {"starter", "seat"}]

    found = list(every_answer(real_norm, asked))

    assert found[:4] == [{}, {"seat": "belgium"}, {"seat": "abroad"}, {"starter": True}]


def data_of(pages: Pages) -> dict[str, str]:
    found = re.compile(r'<script type="application/json" id="kmop-situation">(.*?)</script>', re.DOTALL)
    texts = {key: found.search(page.markdown) for key, page in pages.pages.items()}
    return {key: match[1] for key, match in texts.items() if match}


def test_what_a_page_brings_along_weighs_little(pages: Pages) -> None:
    sizes = {key: len(zlib.compress(text.encode())) for key, text in data_of(pages).items()}
    assert sizes
    assert {key: size for key, size in sizes.items() if size > MAX_BYTES} == {}


def test_each_number_in_a_page_stands_in_its_table(pages: Pages) -> None:
    for key, text in data_of(pages).items():
        data = json.loads(text)
        numbers = {int(each) for each in re.findall(r'data-holds="(\d+)"', pages.pages[key].markdown)}
        assert numbers == set(range(len(data["truths"]))), key
        sizes = [len(each["choices"]) for each in data["questions"]]
        states = [
            1 + (2**size if each["isList"] else size) for size, each in zip(sizes, data["questions"], strict=True)
        ]
        for on, letters in data["truths"]:
            expected = 1
            for each in on:
                expected *= states[each]
            assert len(letters) == expected, key


@pytest.fixture
def small_table() -> DecisionTable:
    norm = checked_norm(SMALL_NORM)
    return DecisionTable(norm, norm["situations"]["situations"]["situation-lessons"])


def test_what_no_question_of_the_page_settles_stands_on_none(small_table: DecisionTable) -> None:
    assert small_table.ever_holds({"equals": {"field": "seat", "value": "abroad"}}) is False
    assert small_table.ever_holds({"equals": {"field": "starter", "value": True}}) is True


def test_what_no_answer_changes_needs_no_number(small_table: DecisionTable) -> None:
    assert small_table.number({"in": {"field": "services", "values": ["training"]}}) is None
    assert small_table.number({"equals": {"field": "starter", "value": True}}) == 0
