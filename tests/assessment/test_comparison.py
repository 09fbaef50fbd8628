"""Reports side by side: the laws of comparing, and what each row says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import assess
from assessment.comparison import compare
from assessment.side_by_side import compare_assessments
from assessment.view.builder import ViewBuilder
from assessment.view.comparison import comparison_table
from tests.assessment.cases import FULL, SCORES, VERDICTS, Judge, Record, answers, checks_of
from tests.norms import each_norm

DAY = date(2026, 2, 1)


def changes(comparison: Record, column: int = 1) -> dict[str, str]:
    """What differs in a column, by row."""
    return {row["id"]: row["cells"][column]["change"] for row in comparison["rows"] if row["cells"][column]["change"]}


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_a_report_differs_nowhere_from_itself(norm: Record, data: st.DataObject) -> None:
    report = assess(norm, data.draw(answers(norm)), DAY)
    assert changes(compare([report, report], VERDICTS)) == {}


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_the_order_of_the_others_does_not_matter(norm: Record, data: st.DataObject) -> None:
    first, *others = (assess(norm, data.draw(answers(norm)), DAY) for _ in range(4))
    order = data.draw(st.permutations(range(3)))
    straight = compare([first, *others], VERDICTS)
    turned = compare([first, *(others[at] for at in order)], VERDICTS)
    for row, other in zip(straight["rows"], turned["rows"], strict=True):
        assert other["id"] == row["id"]
        assert other["cells"][1:] == [row["cells"][1 + at] for at in order]


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_a_raised_score_never_shows_as_a_worse_verdict(norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    point, dimension = (
        data.draw(st.sampled_from(sorted(checks_of(norm)))),
        data.draw(st.sampled_from(["conformity", "demonstrability"])),
    )
    answer = document.get("checks", {}).get(point, {})
    now = SCORES.index(answer.get(dimension, "B"))
    higher = SCORES[data.draw(st.integers(now, 3))]
    low = document | {"checks": document.get("checks", {}) | {point: answer | {dimension: SCORES[now]}}}
    high = document | {"checks": document.get("checks", {}) | {point: answer | {dimension: higher}}}
    differences = changes(compare([assess(norm, low, DAY), assess(norm, high, DAY)], VERDICTS))
    judged = {name: change for name, change in differences.items() if name.startswith(("verdict", "requirement"))}
    assert set(judged.values()) <= {"better"}


def test_two_to_four_reports_are_compared(judge: Judge) -> None:
    report = judge(FULL)
    for number in (0, 1, 5):
        with pytest.raises(ValueError, match=str(number)):
            compare([report] * number, VERDICTS)
    assert [compare([report] * number, VERDICTS)["columns"] for number in (2, 3, 4)] == [2, 3, 4]


def test_each_kind_of_difference_has_its_direction(judge: Judge) -> None:
    first = judge(FULL | {"has_user_right": False, "deployed_people": 1}, checks="GG", on=DAY)
    other = judge(FULL | {"has_user_right": True, "deployed_people": 30}, checks="TT", on=DAY)
    forth, back = changes(compare([first, other], VERDICTS)), changes(compare([other, first], VERDICTS))
    assert forth["verdict:strict"] == forth["conditions"] == forth["requirement:offering"] == "better"
    assert back["verdict:strict"] == back["conditions"] == back["requirement:offering"] == "worse"
    assert (forth["minutes"], back["minutes"]) == ("worse", "better")
    assert (forth["step:step-register"], back["step:step-register"]) == ("better", "worse")


def test_no_audit_is_neither_better_nor_worse_than_an_audit(judge: Judge) -> None:
    public = judge({"provider_kind": "public"}, on=DAY)
    differences = changes(compare([judge(FULL, checks="BB", on=DAY), public], VERDICTS))
    assert {differences[f"verdict:{name}"] for name in ("strict", "likely", "lenient")} == {"other"}


@each_norm
def test_every_difference_is_said_in_words(judge: Judge, norm: Record, messages: dict[str, str]) -> None:
    reports = [
        judge(FULL, checks="GG", on=DAY),
        judge(FULL | {"starter": True}, checks="TT", on=DAY),
        judge({}, on=DAY),
    ]
    comparison = compare(reports, VERDICTS)
    table = comparison_table(ViewBuilder(norm, messages, {}, "nl"), comparison, ["Vandaag", "Starter", "Leeg"])
    cells = {row["id"]: row["cells"] for group in table["groups"] for row in group["rows"]}
    for row in comparison["rows"]:
        for cell, shown in zip(row["cells"], cells.get(row["id"], []), strict=False):
            reads_the_same = shown["text"] in {"gelijk", "niet van toepassing"}
            assert (shown["change"] is None) == (cell["change"] is None or reads_the_same)
            assert shown["text"]
    assert cells["cents"][1]["change"] == "lager"
    assert {cells["start"][1]["text"], cells["verdict:strict"][1]["text"]} == {"gelijk", "positief"}
    assert cells["cents"][0] == cells["cents"][0] | {"change": None, "tone": "neutral"}
    assert all(name.startswith("step:") is False or cell[0]["text"] for name, cell in cells.items())
    assert table["summary"][0].startswith("Starter: positief in onze inschatting. ")


def test_days_that_read_the_same_are_called_equal(judge: Judge, norm: Record, messages: dict[str, str]) -> None:
    comparison = compare([judge(FULL, on=DAY), judge(FULL, on=DAY + timedelta(days=1))], VERDICTS)
    table = comparison_table(ViewBuilder(norm, messages, {}, "nl"), comparison, ["A", "B"])
    steps = [row["cells"] for group in table["groups"] for row in group["rows"] if row["id"].startswith("step:")]
    assert steps
    assert all(other["text"] != first["text"] for first, other in steps)
    assert all((other["text"] == "gelijk") == (other["change"] is None) for _, other in steps)


def test_without_an_audit_nothing_about_one_is_lower(judge: Judge, norm: Record, messages: dict[str, str]) -> None:
    public = judge({"provider_kind": "public"}, on=DAY)
    comparison = compare([judge(FULL, checks="BB", on=DAY), public], VERDICTS)
    table = comparison_table(ViewBuilder(norm, messages, {}, "nl"), comparison, ["A", "B"])
    cells = {row["id"]: row["cells"][1] for group in table["groups"] for row in group["rows"]}
    for name in ("minutes", "cents", "left", "coverage"):
        assert (cells[name]["text"], cells[name]["change"]) == ("niet van toepassing", None)


def test_what_is_the_same_is_said_too(judge: Judge, norm: Record, messages: dict[str, str]) -> None:
    report = judge(FULL, on=DAY)
    table = comparison_table(ViewBuilder(norm, messages, {}, "nl"), compare([report, report], VERDICTS), ["A", "B"])
    assert table["summary"] == ["B: geen verschil met ‘A’."]


def test_answers_that_differ_are_listed_under_their_questions(norm: Record, messages: dict[str, str]) -> None:
    first = {
        "format": "kmop-answers/1",
        "title": "Klant A",
        "profile": {"services": ["training"], "sites": {"belgium": 1}},
        "scan": {"offering": {"demonstrability": "T"}},
        "checks": {"OFR-1": {"conformity": "T", "demonstrability": "G"}, "OFR-2": {"note": "<b>"}},
        "documents": {"project-list": {"state": "ready", "place": "Lade 2"}},
        "requirements": {"trust": {"shows": "In het dossier."}},
        "unknown": ["profile.starter"],
        "worth": {"price": 900},
    }
    other = {"format": "kmop-answers/1", "profile": {"services": []}, "checks": {"OFR-1": {"conformity": "T"}}}
    compared = compare_assessments(ViewBuilder(norm, messages, {}, "nl"), [first, other], DAY)
    assert compared["table"]["columns"] == ["Klant A", "Zelftoets zonder naam"]
    rows = {row["label"]: tuple(row["cells"]) for group in compared["differing"] for row in group["rows"]}
    assert rows["Welke diensten?"] == ("Opleiding", "geen van deze")
    assert rows["Hoeveel vestigingen in België?"] == ("1", "niet ingevuld")
    assert rows["Over de hele vereiste: hebt u er een bewijs van?"] == ("De meeste", "niet ingevuld")
    assert ("Gedeeltelijk (G)", "niet ingevuld") in rows.values()
    assert ("<b>", "niet ingevuld") in rows.values()
    assert ("klaar", "niet ingevuld") in rows.values()
    assert ("900 euro", "niet ingevuld") in rows.values()
    assert ("Lade 2", "niet ingevuld") in rows.values()
    assert rows["Een starter?"] == ("weet u nog niet", "niet ingevuld")
    assert rows["Zo tonen wij het"] == ("In het dossier.", "niet ingevuld")
    assert len(rows) == 10


def test_an_answer_that_differs_in_any_of_four_is_listed_for_all(norm: Record, messages: dict[str, str]) -> None:
    same = {"format": "kmop-answers/1", "profile": {"starter": False, "deployed_people": 3}}
    last = same | {"profile": {"starter": True, "deployed_people": 3}}
    compared = compare_assessments(ViewBuilder(norm, messages, {}, "nl"), [same, same, same, last], DAY)
    rows = [row for group in compared["differing"] for row in group["rows"]]
    assert rows == [{"label": "Een starter?", "cells": ["nee", "nee", "nee", "ja"]}]


def test_the_same_answers_differ_nowhere(norm: Record, messages: dict[str, str]) -> None:
    same = {"format": "kmop-answers/1", "checks": {"OFR-1": {"conformity": "T"}}}
    assert compare_assessments(ViewBuilder(norm, messages, {}, "nl"), [same, same], DAY)["differing"] == []
