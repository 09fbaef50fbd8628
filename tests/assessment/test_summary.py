"""The first screen of a result."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, present, present_summary
from tests.assessment.cases import FULL, Judge, Record, answers, dates, every_score
from tests.assessment.laws import check_summary
from tests.norms import each_norm


def summary(report: Record, norm: Record, messages: Mapping[str, str]) -> Record:
    found: Record = present(report, norm, messages, {})["summary"]
    return found


def test_nothing_answered_asks_the_opening_questions(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({}), norm, messages, {})
    found = view["summary"]
    assert (found["state"], found["estimate"], found["time"], found["money"]) == ("empty", None, None, None)
    assert [task["asks"] for task in found["first"]] == [f"profile.{name}" for name in norm["profile"]["opening"]]
    assert found["left"] == "Beantwoord 3 vragen, dan ziet u prijs, tijd en documenten"
    assert view["sections"] == []


def test_one_answer_is_no_longer_nothing(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    assert summary(judge({"starter": False}), norm, messages)["state"] == "result"


def test_who_needs_no_audit_sees_nothing_of_one(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({"provider_kind": "public"}, checks="BB"), norm, messages, {})
    found = view["summary"]
    assert (found["state"], found["left"]) == ("no_audit", "U hebt geen audit nodig")
    assert (found["estimate"], found["time"], found["money"], found["cells"]) == (None, None, None, [])
    assert not {"outcome", "requirements", "scope", "readiness", "worth"} & {part["id"] for part in view["sections"]}
    assert "auditbureau" not in view["notice"]


def test_no_point_answered_gives_no_estimate(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    assert summary(judge(FULL), norm, messages)["estimate"] is None


def test_the_counts_are_of_points_that_decide(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    checks = every_score(norm, "TT") | {"TRU-1": {"conformity": "B", "demonstrability": "B"}}
    del checks["REF-1"]
    found = summary(judge(FULL, checks=checks), norm, messages)
    assert (found["left"], found["counts"]) == ("Nog 1 punt te doen", "4 in orde, 1 nog open")
    assert {cell["id"]: cell["state"] for row in found["cells"] for cell in row["cells"]} == {
        "OFR-1": "ok",
        "OFR-2": "ok",
        "TRU-1": "todo",
        "TRU-2": "ok",
        "REF-1": "open",
        "REF-2": "ok",
    }


def test_a_requirement_that_is_not_looked_at_has_only_cells_that_do_not_apply(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    passed = {**FULL, "application": "conditional_follow_up", "passed_requirements": ["trust"]}
    found = summary(judge(passed, checks="BB"), norm, messages)
    (row,) = [row for row in found["cells"] if row["id"] == "trust"]
    assert {cell["state"] for cell in row["cells"]} == {"not_applicable"}


def test_the_strip_holds_what_is_left_the_price_and_the_day(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge(FULL, checks="BB")
    found = summary(report, norm, messages)
    left, price, day = found["strip"].split(" · ")
    assert (left, f"ongeveer {price.removeprefix('±').strip()}") == (found["left"], found["money"]["text"])
    assert f"Klaar rond {day}" == found["time"]["text"]


def test_everybody_who_acts_is_told_with_their_time(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    assert [part["who"] for part in summary(judge(FULL), norm, messages)["time"]["parts"]] == [
        "you",
        "bureau",
        "agency",
    ]


@each_norm
@settings(max_examples=80)
@given(data=st.data())
def test_each_requirement_that_is_named_fails_in_the_scenario_that_is_spoken_of(
    judge: Judge, norm: Record, messages: Mapping[str, str], data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    view, wording = present(report, norm, messages, {}), Wording(norm, messages)
    estimate = view["summary"]["estimate"]
    failed = {entry["id"] for entry in report["requirements"] if _is_failed(entry["readings"]["likely"])}
    told = [view["headline"], *view["remarks"]] + ([estimate["because"]] if estimate and estimate["because"] else [])
    named = {name for name in norm["requirements"] if any(_says(wording, name, sentence) for sentence in told)}
    assert named <= failed
    assert named == failed or not estimate


@pytest.mark.parametrize(("low", "verb"), [(1, "volstaat"), (2, "volstaan")])
def test_the_verb_goes_with_the_number_of_requirements_that_fall_short(
    judge: Judge, norm: Record, messages: Mapping[str, str], low: int, verb: str
) -> None:
    failing = [name for entry in list(norm["requirements"].values())[:low] for name in entry["checks"]]
    checks = every_score(norm, "VV") | {name: {"conformity": "B", "demonstrability": "B"} for name in failing}
    because = summary(judge(FULL, checks=checks), norm, messages)["estimate"]["because"]
    assert because.startswith(f"Volgens het middelste scenario {verb} nog niet: ")


def _is_failed(interval: Record) -> bool:
    return bool(interval["worst"] == interval["best"] == "failed")


def _says(wording: Wording, requirement: str, sentence: str) -> bool:
    return wording.in_sentence(requirement) in sentence


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_the_summary_agrees_with_the_report(
    judge: Judge, norm: Record, messages: Mapping[str, str], data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    found = summary(report, norm, messages)
    check_summary(report, found)
    assert len(found["first"]) <= 3
    section = present_summary(report, Wording(norm, messages), {})
    assert all(line["title"].strip() and "{" not in line["text"] for line in section["lines"])


def test_a_question_that_is_to_be_answered_first_is_told_once(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    section = present_summary(judge({}), Wording(norm, messages), {})
    first = next(line for line in section["lines"] if line["id"] == "summary-first")
    assert [line["text"] for line in first["lines"]] == [""] * len(norm["profile"]["opening"])
