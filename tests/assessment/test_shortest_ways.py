"""What must at least become better is told once for all scenarios that ask the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from tests.assessment.cases import FULL, Judge, Record, Show, answers, dates, every_score
from tests.norms import each_norm

RENEWAL = {**FULL, "application": "renewal"}


def ways(view: Record) -> list[Record]:
    lines = (line for section in view["sections"] if section["id"] == "actions" for line in section["lines"])
    return [line for line in lines if line["title"].startswith("Wat er minstens beter moet")]


def test_without_a_score_the_points_are_asked_for_instead(judge: Judge, show: Show) -> None:
    (line,) = ways(show(judge(RENEWAL)))
    assert line["text"] == "Vul eerst de aandachtspunten in. Dan ziet u hier wat er minstens beter moet."
    assert line["asks"].startswith("checks.")


def test_without_a_score_no_point_is_said_to_tip_the_result(judge: Judge, show: Show) -> None:
    lines = next(section["lines"] for section in show(judge(RENEWAL))["sections"] if section["id"] == "actions")
    assert "tipping" not in [line["id"] for line in lines]


@pytest.mark.parametrize("scores", ["VV", "BB"])
def test_scenarios_that_ask_the_same_share_one_line(judge: Judge, norm: Record, show: Show, scores: str) -> None:
    report = judge(FULL, checks=every_score(norm, scores))
    shortest = report["actions"]["shortest"]
    different = {repr(found["raises"]) for found in shortest.values()}
    assert len(ways(show(report))) == len(different)


def test_where_nothing_must_rise_that_holds_in_every_scenario(judge: Judge, show: Show) -> None:
    (line,) = ways(show(judge(FULL, checks="VV")))
    assert line["title"] == "Wat er minstens beter moet (in elk scenario)"
    assert line["text"] == "Geen enkel punt hoeft nog beter."


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_no_two_ways_say_the_same(judge: Judge, norm: Record, messages: dict[str, str], data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    told = [
        (line["text"], *((each["title"], each["text"]) for each in line["lines"]))
        for line in ways(present(report, norm, messages, {}))
    ]
    assert len(told) == len(set(told))


def test_a_point_without_a_score_is_to_fill_in_and_not_to_improve(judge: Judge, norm: Record, show: Show) -> None:
    weak = next(iter(every_score(norm, "VV")))
    report = judge(RENEWAL, checks={weak: {"conformity": "B", "demonstrability": "B"}})
    strict = ways(show(report))[0]
    open_points = len(report["actions"]["shortest"]["strict"]["raises"]) - 1
    assert [line["id"] for line in strict["lines"]] == [weak]
    assert strict["text"].endswith(f"Vul nog {open_points} punten in. Pas dan ziet u wat er nog beter moet.")
