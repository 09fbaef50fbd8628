"""What if: a scenario lies over the answers, and never changes them or their report."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, assess, canonical_json, parse_answers
from assessment.audit_folder import make_folder
from assessment.scenarios import apply_scenario, what_if_fields
from assessment.side_by_side import compare_scenarios
from assessment.view.builder import ViewBuilder
from tests.assessment.cases import FULL, ORDINARY, Judge, Record, answers, scenarios
from tests.norms import each_norm

DAY = date(2026, 2, 1)
FORMAT = {"format": "kmop-answers/1"}


def builder(norm: Record, messages: dict[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {}, "nl")


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_an_empty_scenario_gives_the_report_of_today(norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    for empty in ({}, {"title": "Niets", "profile": {}, "checks": {}}):
        assert assess(norm, apply_scenario(document, empty), DAY) == assess(norm, document, DAY)


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_scenarios_change_nothing_in_the_report_but_the_hash_of_the_answers(norm: Record, data: st.DataObject) -> None:
    document = {key: value for key, value in data.draw(answers(norm)).items() if key != "scenarios"}
    kept = document | {"scenarios": [data.draw(scenarios(norm))]}
    bare, report = assess(norm, document, DAY), assess(norm, kept, DAY)
    assert report.pop("answers_sha256") != bare.pop("answers_sha256")
    assert report == bare


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_answers_with_a_scenario_applied_are_without_faults_and_the_given_ones_untouched(
    norm: Record, data: st.DataObject
) -> None:
    document, scenario = data.draw(answers(norm)), data.draw(scenarios(norm))
    before = canonical_json([document, scenario])
    assert parse_answers(apply_scenario(document, scenario), norm)[1] == []
    assert canonical_json([document, scenario]) == before


def test_a_scenario_replaces_what_it_names_and_leaves_the_rest() -> None:
    today = FORMAT | {
        "profile": {"services": ["training"], "seat": "belgium"},
        "checks": {"OFR-1": {"conformity": "G", "note": "x"}, "OFR-2": {"conformity": "B"}},
    }
    scenario = {"profile": {"services": ["advice"]}, "checks": {"OFR-1": {"conformity": "T"}, "OFR-3": {}}}
    assert apply_scenario(today, scenario) == FORMAT | {
        "profile": {"services": ["advice"], "seat": "belgium"},
        "checks": {"OFR-1": {"conformity": "T", "note": "x"}, "OFR-2": {"conformity": "B"}},
    }


def test_a_scenario_leaves_what_it_does_not_name_within_a_group() -> None:
    today = FORMAT | {"profile": {"sites": {"belgium": 1, "abroad": 2}}}
    assert apply_scenario(today, {"profile": {"sites": {"belgium": 3}}})["profile"] == {
        "sites": {"belgium": 3, "abroad": 2}
    }
    assert apply_scenario(FORMAT, {"profile": {"dates": {"x": "2026-01-01"}}})["profile"] == {
        "dates": {"x": "2026-01-01"}
    }
    assert today["profile"] == {"sites": {"belgium": 1, "abroad": 2}}


def test_a_scenario_takes_numbers_and_days_as_the_form_does(norm: Record) -> None:
    right = {"sites": {"belgium": 3}, "dates": {"registration_end": "2027-01-31"}, "hourly_rate": "150.50"}
    wrong = {"sites": {"belgium": -1}, "dates": {"registration_end": "31/1"}, "hourly_rate": 7}
    assert parse_answers(FORMAT | {"scenarios": [{"profile": right}]}, norm)[1] == []
    assert len(parse_answers(FORMAT | {"scenarios": [{"profile": wrong}]}, norm)[1]) == 3


def test_a_higher_rate_costs_more_and_leaves_the_same_to_do(norm: Record, messages: dict[str, str]) -> None:
    document = FORMAT | {"profile": ORDINARY, "scenarios": [{"profile": {"hourly_rate": "900"}}]}
    compared = compare_scenarios(builder(norm, messages), assess(norm, document, DAY), document)
    assert compared is not None
    rows = {row["id"]: row["cells"][1] for group in compared["table"]["groups"] for row in group["rows"]}
    assert rows["cents"]["change"] == "hoger"
    assert (rows["left"]["text"], rows["left"]["change"]) == ("gelijk", None)


@each_norm
def test_the_norm_names_what_a_scenario_may_change(norm: Record) -> None:
    assert {"services", "starter", "certificates"} <= set(what_if_fields(norm))


def test_a_scenario_holds_only_what_may_be_changed(norm: Record) -> None:
    wrong = {"scenarios": [{"profile": {"seat": "belgium"}}, {"checks": {"OFR-1": {"note": "x"}}}]}
    assert [(fault.path, fault.message) for fault in parse_answers(FORMAT | wrong, norm)[1]] == [
        (("scenarios", 0, "profile", "seat"), "answers.unknown_key"),
        (("scenarios", 1, "checks", "OFR-1", "note"), "answers.unknown_key"),
    ]


def test_there_are_three_scenarios_at_most_and_those_are_looked_at(norm: Record) -> None:
    wrong = {"scenarios": [{"profile": {"seat": "belgium"}}, {}, {}, {"profile": {"seat": "belgium"}}]}
    assert [(fault.path, fault.message) for fault in parse_answers(FORMAT | wrong, norm)[1]] == [
        (("scenarios",), "answers.scenarios_too_many"),
        (("scenarios", 0, "profile", "seat"), "answers.unknown_key"),
    ]


def test_without_scenarios_there_is_nothing_to_tell(norm: Record, messages: dict[str, str]) -> None:
    assert compare_scenarios(builder(norm, messages), assess(norm, FORMAT, DAY), FORMAT) is None


def test_scenarios_stand_beside_today_under_their_names(norm: Record, judge: Judge, messages: dict[str, str]) -> None:
    document = FORMAT | {"profile": FULL, "scenarios": [{"title": "Als starter", "profile": {"starter": True}}, {}]}
    compared = compare_scenarios(builder(norm, messages), judge.report(document, DAY), document)
    assert compared is not None
    assert compared["table"]["columns"] == ["Vandaag", "Als starter", "Scenario 2"]
    assert [row["label"] for row in compared["scenarios"][0]["changes"][0]["rows"]] == ["Een starter?"]
    assert compared["scenarios"][1]["changes"] == []


def test_the_shortest_way_of_a_scenario_leads_to_a_positive_outcome(
    norm: Record, judge: Judge, messages: dict[str, str]
) -> None:
    document: Record = FORMAT | {"profile": FULL, "scenarios": [{"profile": {"starter": True}}]}
    compared = compare_scenarios(builder(norm, messages), judge.report(document, DAY), document)
    assert compared is not None
    for way in compared["scenarios"][0]["ways"]:
        raised = document["scenarios"][0] | {"checks": way["raises"]}
        report = assess(norm, apply_scenario(document, raised), DAY)
        assert report["outcome"][way["reading"]]["worst"] == "positive"
        assert not any(name.startswith("REF") for name in way["raises"]), "exempt in this scenario"


def test_points_can_be_chosen_that_count_in_the_scenario_itself(
    norm: Record, judge: Judge, messages: dict[str, str]
) -> None:
    away = {"OFR-1": {"not_applicable": {"reason": "niet in ons aanbod"}}}
    document = FORMAT | {"profile": FULL, "checks": away, "scenarios": [{"profile": {"starter": True}}, {}]}
    compared = compare_scenarios(builder(norm, messages), judge.report(document, DAY), document)
    assert compared is not None
    starting, today = (set(each["points"]) for each in compared["scenarios"])
    assert "OFR-1" not in today
    assert starting < today


def test_the_folder_tells_of_scenarios_in_a_table_and_what_each_supposes(
    norm: Record, judge: Judge, messages: dict[str, str]
) -> None:
    document = FORMAT | {"profile": FULL, "scenarios": [{"title": "Als starter", "profile": {"starter": True}}]}
    wording = Wording(norm, messages)
    folder = make_folder(judge.report(document, DAY), norm, document, wording)
    (section,) = [each for each in folder["papers"]["plan"]["sections"] if each["id"] == "what-if"]
    assert section["table"]["columns"] == ["Wat", "Vandaag", "Als starter"]
    assert any("(lager)" in row[2] for row in section["table"]["rows"]), "differences are said in words"
    assert section["nodes"][0]["facts"] == [{"label": "Een starter?", "text": "hier ‘ja’ in plaats van ‘nee’"}]
    bare = make_folder(judge.report(FORMAT, DAY), norm, FORMAT, wording)
    assert "what-if" not in json.dumps([each["id"] for each in bare["papers"]["plan"]["sections"]])
