from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording
from tests.assessment.cases import FULL, Judge, Record, Show, answers, dates
from tests.assessment.report_parts import deadline, steps
from tests.norms import each_norm


def follow_up(communicated: str) -> Record:
    return {**FULL, "application": "conditional_follow_up", "dates": {"result_communicated": communicated}}


@pytest.mark.parametrize(
    ("communicated", "first", "last"),
    [("2026-08-31", "2027-02-28", "2027-08-31"), ("2024-02-29", "2024-08-29", "2025-02-28")],
)
def test_a_window_keeps_to_the_end_of_short_months(judge: Judge, communicated: str, first: str, last: str) -> None:
    window = deadline(judge(follow_up(communicated)), "deadline-follow-up")
    assert (first, last) == (window["first"], window["last"])


@pytest.mark.parametrize(
    ("on", "state"),
    [("2026-09-14", "ahead"), ("2026-09-15", "open"), ("2027-03-15", "open"), ("2027-03-16", "past")],
)
def test_a_window_is_open_on_its_first_and_its_last_day(judge: Judge, on: str, state: str) -> None:
    report = judge(follow_up("2026-03-15"), on=date.fromisoformat(on))
    assert state == deadline(report, "deadline-follow-up")["state"]


def test_an_end_date_that_the_candidate_gives_is_taken_as_it_is(judge: Judge) -> None:
    profile = {
        **FULL,
        "application": "renewal",
        "dates": {"registered": "2022-05-01", "registration_end": "2027-04-30"},
    }
    found = deadline(judge(profile), "deadline-registered-until")
    assert (found["last"], found["basis"]) == ("2027-04-30", "given")


def test_a_first_applicants_end_date_is_reckoned_from_the_expected_registration(judge: Judge) -> None:
    report = judge(FULL)
    expected = date.fromisoformat(steps(report)[-1]["end"]["likely"])
    found = deadline(report, "deadline-registered-until")
    assert (found["basis"], found["last"]) == ("expected", expected.replace(expected.year + 5).isoformat())


def test_steps_follow_one_another(judge: Judge) -> None:
    for before, after in pairwise(steps(judge(FULL))):
        assert before["end"] == after["start"]


def test_steps_begin_on_the_date_of_the_report(judge: Judge) -> None:
    assert steps(judge(FULL))[0]["start"]["earliest"] == "2026-11-22"


def test_what_the_profile_says_is_done_takes_no_time(judge: Judge) -> None:
    report = judge({**FULL, "has_user_right": True})
    done = [step["id"] for step in steps(report) if step["state"] == "done"]
    assert len(done) == 1
    assert next(step for step in steps(report) if step["state"] == "to_do")["start"]["likely"] == "2026-11-22"


def test_an_application_in_the_past_puts_every_step_before_it_behind_us(judge: Judge) -> None:
    report = judge({**FULL, "dates": {"application": "2026-11-02"}})
    states = [step["state"] for step in steps(report)]
    application = next(
        i for i, step in enumerate(steps(report)) if step["end"] and step["end"]["likely"] == "2026-11-02"
    )
    assert set(states[: application + 1]) == {"done"}
    assert set(states[application + 1 :]) == {"to_do"}


def test_an_application_planned_later_holds_up_the_steps_after_it(judge: Judge) -> None:
    report = judge({**FULL, "dates": {"application": "2027-03-01"}})
    planned = next(i for i, step in enumerate(steps(report)) if step["state"] == "planned")
    assert steps(report)[planned + 1]["start"]["earliest"] >= "2027-03-01"


def test_a_public_provider_has_no_audit_steps(judge: Judge) -> None:
    audited = {step["id"] for step in steps(judge(FULL))}
    public = {step["id"] for step in steps(judge({**FULL, "provider_kind": "public"}))}
    assert public < audited


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_days_are_ordered_whatever_the_dates(judge: Judge, norm: Record, data: st.DataObject) -> None:
    timeline = judge.report(data.draw(answers(norm)), data.draw(dates))["timeline"]
    for step in timeline["steps"]:
        for span in (step["start"], step["end"]):
            assert span is None or span["earliest"] <= span["likely"] <= span["latest"]


def test_the_end_of_the_calendar_is_no_trouble(judge: Judge) -> None:
    report = judge({**FULL, "application": "renewal"}, on=date(9999, 12, 30))
    assert report["timeline"]["deadlines"] == []


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_the_margin_is_that_of_a_known_day_and_never_larger_in_the_slow_case(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    timeline = judge.report(data.draw(answers(norm)), data.draw(dates))["timeline"]
    margin = timeline["margin"]
    if margin is not None:
        (until,) = [each for each in timeline["deadlines"] if each["id"] == margin["deadline"]]
        assert until["basis"] != "expected"
        assert margin["slow"] <= margin["likely"]


def followed_up(end: str) -> Record:
    """The profile of a follow-up audit from 1 April to 1 October 2027, with this end of the registration."""
    dates = {"result_communicated": "2026-10-01", "registered": "2022-02-01", "registration_end": end}
    return {**FULL, "application": "conditional_follow_up", "dates": dates}


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("2027-02-01", "Uw registratie eindigt eerder: op 1 februari 2027."),
        ("2026-11-01", "Uw registratie eindigde al eerder: op 1 november 2026."),
        ("2027-10-01", None),
    ],
)
def test_a_window_says_that_the_registration_ends_before_it_does(
    judge: Judge, norm: Record, messages: Mapping[str, str], end: str, told: str | None
) -> None:
    report = judge(followed_up(end))
    after_end = deadline(report, "deadline-follow-up")["after_end"]
    assert (after_end and Wording(norm, messages).reason(after_end)) == told


def test_the_result_says_it_in_the_plan_and_on_the_first_screen(judge: Judge, show: Show) -> None:
    view = show(judge(followed_up("2027-02-01")))
    told = "Uw registratie eindigt eerder: op 1 februari 2027."
    timeline = next(section for section in view["sections"] if section["id"] == "timeline")
    line = next(line for line in timeline["lines"] if line["id"] == "deadline-follow-up")
    time = view["summary"]["time"]
    assert time["margin"] is None
    assert [told in text for text in (line["text"], timeline["intro"], *time["terms"])] == [True] * 3


def test_an_end_that_is_only_expected_comes_before_nothing(judge: Judge) -> None:
    profile = {**FULL, "application": "conditional_follow_up", "dates": {"result_communicated": "2026-10-01"}}
    assert deadline(judge(profile), "deadline-follow-up")["after_end"] is None


def test_what_is_done_is_nobodys_estimate(judge: Judge, norm: Record, show: Show) -> None:
    report = judge({**FULL, "dates": {"application": "2026-11-01"}})
    done = [step for step in steps(report) if step["state"] == "done"]
    assert done
    assert [step["standing"] for step in done] == [norm["procedure"]["steps"][step["id"]]["standing"] for step in done]
    timeline = next(section for section in show(report)["sections"] if section["id"] == "timeline")
    lines = {line["id"]: line for line in timeline["lines"]}
    assert {lines[step["id"]]["standing_label"] for step in done} == {None}


def test_a_step_that_hangs_on_an_open_question_is_only_perhaps_to_do(judge: Judge, show: Show) -> None:
    report = judge({name: value for name, value in FULL.items() if name != "application"})
    access = next(step for step in steps(report) if step["id"] == "step-access")
    assert (access["state"], access["reason"]["message"]) == ("perhaps", "rules.step.perhaps")
    timeline = next(section for section in show(report)["sections"] if section["id"] == "timeline")
    line = next(line for line in timeline["lines"] if line["id"] == "step-access")
    assert line["state_label"] == "misschien"
