"""What the worker calls, called here in CPython."""

import json
from datetime import date
from typing import Any

import pytest

from assessment import Wording, assess, canonical_json, explain, parse_answers, present
from assessment.audit_folder import make_folder
from assessment.case import Case
from assessment.templates import make_template
from assessment.view.builder import ViewBuilder
from guide.runtime.in_pyodide.api import RulesApi

LINKS = {"OFR-1": "../norm/aanbod/#OFR-1"}
DAY = "2026-11-22"
FORMAT = "kmop-answers/1"
SITUATION = {"services": ["training"], "provider_kind": "private", "application": "first"}


@pytest.fixture(scope="module")
def api(norm: dict[str, Any], messages: dict[str, str]) -> RulesApi:
    return RulesApi(json.dumps(norm), json.dumps(messages), json.dumps(LINKS))


def told(api: RulesApi, profile: dict[str, Any]) -> Any:
    answers = {"format": FORMAT, "profile": profile}
    return json.loads(api.assess_json(json.dumps(answers), DAY))


def test_the_report_is_the_one_of_the_rules(api: RulesApi, norm: dict[str, Any], messages: dict[str, str]) -> None:
    answers, _ = parse_answers({"format": FORMAT, "profile": {"starter": True}}, norm)
    assert answers is not None
    report = assess(norm, answers, date.fromisoformat(DAY))

    outcome = told(api, {"starter": True})

    assert api.report_json(json.dumps(answers), DAY) == canonical_json(report)
    assert outcome["view"] == present(report, norm, messages, LINKS)
    assert outcome["faults"] == []


def test_only_the_sections_that_changed_cross_again(api: RulesApi, norm: dict[str, Any]) -> None:
    document = next(iter(norm["documents"]))

    def ask(state: str, revision: int) -> Any:
        answers = {"format": FORMAT, "profile": SITUATION, "documents": {document: {"state": state}}}
        return json.loads(api.assess_json(json.dumps(answers), DAY, revision))

    first = ask("ready", 0)
    same = ask("ready", first["revision"])
    other = ask("missing", same["revision"])

    assert same["view"]["sections"] == [section["id"] for section in first["view"]["sections"]]
    told = [section["id"] for section in other["view"]["sections"] if isinstance(section, dict)]
    assert told == ["actions", "documents"]


def test_the_questions_that_need_no_answer_are_named(api: RulesApi, norm: dict[str, Any]) -> None:
    unneeded = set(told(api, SITUATION | {"starter": True})["unneeded"])

    exempt = {f"checks.{name}" for name in norm["requirements"]["references"]["checks"]}
    assert {"scan.references", *exempt} <= unneeded
    assert not unneeded & {f"checks.{name}" for name in norm["requirements"]["trust"]["checks"]}
    assert {name for name in unneeded if name.startswith("documents.")} < {
        f"documents.{name}" for name in norm["documents"]
    }


def test_faults_come_as_sentences_with_their_path(api: RulesApi) -> None:
    outcome = told(api, {"starter": "ja", "deployed_people": 0})

    assert [fault["path"] for fault in outcome["faults"]] == [
        ["profile", "starter"],
        ["profile", "deployed_people"],
    ]
    assert all("{" not in fault["text"] for fault in outcome["faults"])
    assert (outcome["view"], outcome["unneeded"]) == (None, [])


def refuse(word: str) -> None:
    raise AssertionError(word)


APPENDED = '{"format": "kmop-answers/1", "appendix": [{"id": "x", "version": "1", "answer": %s}]}'
VERSION = '{"format": "kmop-answers/1", "norm": {"id": "%s", "version": "%s"}}'


@pytest.mark.parametrize("answer", ["1e400", "-1e400", "1" + "0" * 5000, "NaN", "Infinity", '{"a": 1, "a": 2}'])
def test_whatever_comes_in_what_python_answers_is_json(api: RulesApi, answer: str) -> None:
    text = APPENDED % answer
    questions = [api.assess_json(text, DAY), api.migrate_json(text), api.report_json(text, DAY)]
    questions += [api.folder_json(text, DAY), api.what_if_json(text, DAY), api.explain_json(text, DAY, "[]")]

    told = [json.loads(question, parse_constant=refuse) for question in questions]

    assert all(each["faults"] for each in told[:2])
    assert told[2:] == [None] * 4


@pytest.mark.parametrize("version", ["9" * 5000, "1." * 5000 + "1", "-1", "9" * 40, ""])
def test_no_version_fells_the_rules(api: RulesApi, norm: dict[str, Any], version: str) -> None:
    text = VERSION % (norm["id"], version)

    migrated, told = json.loads(api.migrate_json(text)), json.loads(api.assess_json(text, DAY))

    assert bool(migrated["faults"] or told["faults"]) == (len(version) >= 40)


def test_a_key_that_stands_there_twice_is_told(api: RulesApi) -> None:
    text = '{"format": "kmop-answers/1", "profile": {"deployed_people": 3, "deployed_people": 300}}'

    (fault,) = json.loads(api.migrate_json(text))["faults"]

    assert fault["text"] == "'deployed_people' staat er twee keer; houd één van de twee over"


def test_no_more_faults_cross_than_the_page_shows(api: RulesApi) -> None:
    answers = {"format": FORMAT, "checks": {f"X{number}": {} for number in range(500)}}

    faults = json.loads(api.assess_json(json.dumps(answers), DAY))["faults"]

    assert len(faults) == 20
    assert faults[-1] == {"path": [], "text": "er zijn nog 481 andere fouten; herstel eerst wat hierboven staat"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, r'{"title": "\ud800"}'],
    ids=["empty", "cut off", "deep", "half a character"],
)
def test_what_is_no_json_is_a_fault_too(api: RulesApi, text: str) -> None:
    outcome = json.loads(api.assess_json(text, DAY))

    (fault,) = outcome["faults"]
    assert fault["path"] == []
    assert "geen geldige JSON" in fault["text"]


def test_the_folder_is_the_one_of_the_rules(api: RulesApi, norm: dict[str, Any], messages: dict[str, str]) -> None:
    answers = {"format": FORMAT, "profile": {"starter": True}}
    report = assess(norm, answers, date.fromisoformat(DAY))

    folder = json.loads(api.folder_json(json.dumps(answers), DAY))

    assert folder == make_folder(report, norm, answers, Wording(norm, messages))
    assert json.loads(api.folder_json('{"format": "of another kind"}', DAY)) is None


def test_a_template_is_the_one_of_the_rules(api: RulesApi, norm: dict[str, Any], messages: dict[str, str]) -> None:
    answers = {"format": FORMAT, "title": "Nova", "profile": SITUATION}
    case = Case.of(norm, answers, date.fromisoformat(DAY))

    for name in norm["templates"]["templates"]:
        template = json.loads(api.template_json(json.dumps(answers), DAY, name))
        assert template == make_template(ViewBuilder(norm, messages, LINKS), case, name)


@pytest.mark.parametrize(
    ("answers", "name"),
    [('{"format": "of another kind"}', "template-clients"), ('{"format": "kmop-answers/1"}', "template-of-nothing")],
)
def test_what_is_no_template_or_has_faulty_answers_gives_none(api: RulesApi, answers: str, name: str) -> None:
    assert json.loads(api.template_json(answers, DAY, name)) is None


def test_scenarios_come_beside_today(api: RulesApi) -> None:
    answers = {"format": FORMAT, "scenarios": [{"title": "Als starter", "profile": {"starter": True}}]}

    told = json.loads(api.what_if_json(json.dumps(answers), DAY))

    assert told["table"]["columns"] == ["Vandaag", "Als starter"]
    assert json.loads(api.what_if_json(json.dumps({"format": FORMAT}), DAY)) is None
    assert json.loads(api.what_if_json('{"format": "of another kind"}', DAY)) is None


def test_assessments_of_an_earlier_norm_are_brought_along_before_they_are_compared(
    api: RulesApi, norm: dict[str, Any]
) -> None:
    old = {"format": FORMAT, "title": "Oud", "norm": {"id": norm["id"], "version": "2025.1.1"}}
    new = {"format": FORMAT, "profile": {"starter": True}}

    compared = json.loads(api.compare_json(json.dumps([new, old]), DAY))

    assert compared["table"]["columns"] == ["Zelftoets zonder naam", "Oud"]
    assert compared["told"][0] == []
    assert "2025.1.1" in compared["told"][1][0]
    assert compared["differing"][0]["rows"][0] == {
        "label": "Een starter?",
        "cells": ["ja", "niet ingevuld"],
    }


def test_what_cannot_be_compared_is_told_per_assessment(api: RulesApi, norm: dict[str, Any]) -> None:
    newer = {"format": FORMAT, "norm": {"id": norm["id"], "version": "2999.1.1"}}
    broken = {"format": FORMAT, "profile": {"starter": "ja"}}

    compared = json.loads(api.compare_json(json.dumps([{"format": FORMAT}, newer, broken]), DAY))

    assert compared["table"] is None
    assert [len(faults) for faults in compared["faults"]] == [0, 1, 1]
    assert "2999.1.1" in compared["faults"][1][0]["text"]


def test_clients_come_in_the_order_in_which_they_are_asked(api: RulesApi, norm: dict[str, Any]) -> None:
    old = {"format": FORMAT, "norm": {"id": norm["id"], "version": "2025.1.1"}, "profile": SITUATION}
    newer = {"format": FORMAT, "norm": {"id": norm["id"], "version": "2999.1.1"}}

    rows = json.loads(api.clients_json(json.dumps([old, {"format": FORMAT}, newer]), DAY))

    assert [row["state"] for row in rows] == ["result", "empty", "refused"]
    assert "2999.1.1" in rows[2]["outcome"]["text"]


def test_a_client_of_whom_nothing_can_be_read_says_why(api: RulesApi) -> None:
    (row,) = json.loads(api.clients_json('[{"format": "kmop-answers/1", "profile": 7}]', DAY))
    assert row["state"] == "refused"
    assert row["outcome"]["text"]


def test_a_calculation_is_told_for_the_conclusions_that_are_asked(
    api: RulesApi, norm: dict[str, Any], messages: dict[str, str]
) -> None:
    answers = json.dumps({"format": FORMAT, "profile": {"starter": True}})
    keys = ["headline outcome", "check OFR-1"]

    told = json.loads(api.explain_json(answers, DAY, json.dumps([*keys, "nothing at-all"])))

    report = assess(norm, json.loads(answers), date.fromisoformat(DAY))
    assert told == explain(report, Wording(norm, messages), LINKS, keys)
    assert list(told) == ["check OFR-1", "headline outcome"]


def test_nothing_is_told_of_answers_at_fault(api: RulesApi) -> None:
    answers = json.dumps({"format": FORMAT, "profile": {"starter": "ja"}})
    assert json.loads(api.explain_json(answers, DAY, "[]")) is None


def test_what_is_no_json_is_not_migrated_but_told(api: RulesApi) -> None:
    for text in ("{", r'{"title": "\ud800"}'):
        migrated = json.loads(api.migrate_json(text))
        assert [fault["path"] for fault in migrated["faults"]] == [[]]


def test_what_was_put_aside_comes_with_the_outcome_in_words(api: RulesApi) -> None:
    entry = {"id": "OFR-99", "version": "2020.1.1", "answer": {"conformity": "T"}}
    outcome = json.loads(api.assess_json(json.dumps({"format": FORMAT, "appendix": [entry]}), DAY))

    (shown,) = outcome["appendix"]
    assert (shown["title"], shown["facts"][0]["text"]) == ("OFR-99", "Toereikend (T)")
    assert told(api, {})["appendix"] == []
