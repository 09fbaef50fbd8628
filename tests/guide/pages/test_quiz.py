"""The practice test as the page brings it: complete without a script, every figure and ground out of the norm."""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.validity import state_in_force
from guide.pages import Pages
from guide.paths import ROOT
from tests.guide.pages.dom import ids, of_class, right_options, words
from tests.guide.pages.typed_figures import figures_in


@pytest.fixture(scope="session")
def asked(trees: dict[str, Element]) -> dict[str, Element]:
    """The questions on the page, by id."""
    return {each.attrib["id"]: each for each in of_class(trees["naslag/oefentest"], "kmop-question")}


@pytest.fixture(scope="session")
def questions(real_norm: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The questions of the norm, by id."""
    return {each["id"]: each for topic in real_norm["quiz"] for each in topic["questions"]}


def test_there_are_questions_enough(real_norm: dict[str, Any], questions: dict[str, Any]) -> None:
    """At least forty, of every kind, about every group of rules that asks for knowledge."""
    assert len(questions) >= 40
    assert {each["kind"] for each in questions.values()} == {"one", "several", "true_false"}
    assert len(real_norm["quiz"]) >= 7


def test_every_question_is_on_the_page_with_its_answer(
    asked: dict[str, Element], questions: dict[str, dict[str, Any]]
) -> None:
    """Without a script a reader unfolds the right answer, why it is right, and why another is not."""
    assert list(asked) == list(questions)
    for id_, item in asked.items():
        right = right_options(item)
        (why,) = of_class(item, "kmop-quiz-why")
        assert right, id_
        assert all(words(label) in words(why) for label in right), id_
        assert len(list(of_class(item, "kmop-quiz-wrong"))) == (questions[id_]["kind"] != "true_false"), id_


def test_every_answer_shows_what_it_rests_on(
    pages: Pages, asked: dict[str, Element], questions: dict[str, dict[str, Any]]
) -> None:
    """Each ground is linked, with its standing, its sources and since when it holds or when it was looked at."""
    for id_, item in asked.items():
        metas = list(of_class(item, "kmop-meta"))
        for ground, meta in zip(questions[id_]["rests_on"], metas, strict=True):
            links = [link.attrib["href"] for link in meta.iter("a")]
            assert links[0].endswith(pages.links[ground].partition("#")[2]), id_
            marks = [mark.attrib["href"] for mark in of_class(meta, "kmop-mark")]
            assert all(re.search("#standing-(bureau|anonymous|secondary)$", mark) for mark in marks), id_
            assert list(of_class(meta, "kmop-sources")), id_
            assert re.search(r"(Sinds|Van|Bijgewerkt op) .*\d{4}", words(meta)), id_


def test_no_question_rests_on_an_estimate(real_norm: dict[str, Any], questions: dict[str, dict[str, Any]]) -> None:
    """What is our own reading is never asked as knowledge."""
    rules = real_norm["scheme"]["rules"]
    grounds = {ground for each in questions.values() for ground in each["rests_on"] if ground in rules}
    states = [state_in_force(rules[ground], real_norm["checked_on"]) for ground in grounds]
    assert all(state and state["standing"] != "estimate" for state in states)
    assert len(states) > 30


def test_questions_type_no_figure_in_words_either() -> None:
    """The checker finds digits; number words are found here."""
    for path in sorted((ROOT / "norm" / "quiz").glob("*.yaml")):
        texts = re.findall(r"nl: (?:\"([^\"]*)\"|>-\n((?: {8,}.*\n)+))", path.read_text("utf-8"))
        found = {text: figures_in(re.sub(r"\{[^{}]*\}", "", text)) for pair in texts for text in pair if text}
        assert {text: figures for text, figures in found.items() if figures} == {}, path.name
        assert len(found) > 20


def test_the_page_says_on_top_that_the_test_is_ours(trees: dict[str, Element]) -> None:
    """Nobody takes it for the agency's own test."""
    (said,) = of_class(trees["naslag/oefentest"], "kmop-quiz-ours")
    assert "niet de kennistest van" in words(said)


def test_the_panel_waits_hidden_for_the_script(trees: dict[str, Element]) -> None:
    """Without it there are no buttons that do nothing."""
    (panel,) = [each for each in trees["naslag/oefentest"].iter("section") if each.get("id") == "kmop-quiz"]
    assert "hidden" in panel.attrib


def test_the_script_gets_its_sentences_and_uses_each(trees: dict[str, Element], messages: Mapping[str, str]) -> None:
    """Every sentence of the catalogue comes along, and the script names each one."""
    (script,) = [each for each in trees["naslag/oefentest"].iter("script") if each.get("id") == "kmop-quiz-messages"]
    brought = json.loads(script.text or "")
    assert brought == {id_: text for id_, text in messages.items() if id_.startswith("quiz.")}
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "frontend/quiz").glob("*.ts"))
    named = [id_.removeprefix("quiz.") for id_ in brought]
    last = {id_: id_.rpartition(".")[2] for id_ in named}
    assert [id_ for id_ in named if f'"{id_}"' not in code and f'"{last[id_]}"' not in code] == []
    said = set(re.findall(r'say\(\s*"([\w.]+)"', code))
    assert said <= set(named)
    assert said


def test_what_the_script_looks_for_is_on_the_page(trees: dict[str, Element]) -> None:
    """The names in the script are those of the template."""
    code = (ROOT / "frontend/quiz/elements.ts").read_text("utf-8")
    wanted = re.findall(r'byId\("([\w-]+)"', code)
    assert wanted
    assert {f"kmop-quiz-{name}" for name in wanted} <= set(ids(trees["naslag/oefentest"]))


def test_who_prepares_the_knowledge_is_led_to_rules_and_test(pages: Pages, trees: dict[str, Element]) -> None:
    """From the requirement to what there is to know, and from there to the test."""
    page = pages.pages["naslag/norm/kennis-kmo-portefeuille"].path.removesuffix(".md")
    (onward,) = of_class(trees[page], "kmop-acting")
    assert [link.attrib["href"] for link in onward.iter("a")] == ["../../kmo-portefeuille/", "../../oefentest/"]
    assert any(link.attrib["href"] == "oefentest.md" for link in trees["naslag/kmo-portefeuille"].iter("a"))
