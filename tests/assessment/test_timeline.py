from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.cases import FULL, Judge, Record, answers, dates


def deadline(report: Record, name: str) -> Record:
    return next(entry for entry in report["timeline"]["deadlines"] if entry["id"] == name)


def steps(report: Record) -> list[Record]:
    found: list[Record] = report["timeline"]["steps"]
    return found


def follow_up(communicated: str) -> Record:
    return {**FULL, "application": "conditional_follow_up", "dates": {"result_communicated": communicated}}


def test_a_conditional_result_opens_a_window_of_six_to_twelve_months(judge: Judge) -> None:
    window = deadline(judge(follow_up("2026-03-15")), "deadline-conditional-follow-up")
    assert (window["first"], window["last"], window["state"]) == ("2026-09-15", "2027-03-15", "open")


@pytest.mark.parametrize(
    ("communicated", "first", "last"),
    [("2026-08-31", "2027-02-28", "2027-08-31"), ("2024-02-29", "2024-08-29", "2025-02-28")],
)
def test_a_window_keeps_to_the_end_of_short_months(judge: Judge, communicated: str, first: str, last: str) -> None:
    window = deadline(judge(follow_up(communicated)), "deadline-conditional-follow-up")
    assert (first, last) == (window["first"], window["last"])


@pytest.mark.parametrize(
    ("on", "state"),
    [("2026-09-14", "ahead"), ("2026-09-15", "open"), ("2027-03-15", "open"), ("2027-03-16", "past")],
)
def test_a_window_is_open_on_its_first_and_its_last_day(judge: Judge, on: str, state: str) -> None:
    report = judge(follow_up("2026-03-15"), on=date.fromisoformat(on))
    assert state == deadline(report, "deadline-conditional-follow-up")["state"]


def test_an_additional_audit_is_due_six_months_after_the_first(judge: Judge) -> None:
    profile = {**FULL, "application": "additional_audit", "dates": {"first_audit": "2026-08-30"}}
    assert deadline(judge(profile), "deadline-additional-audit")["last"] == "2027-02-28"


def test_a_starters_part_2_is_due_two_years_after_the_registration(judge: Judge) -> None:
    profile = {**FULL, "application": "starter_part_2", "dates": {"registered": "2024-02-29"}}
    found = deadline(judge(profile), "deadline-starter-part-2")
    assert (found["last"], found["basis"]) == ("2026-02-28", "known")


def test_a_registration_ends_five_years_after_its_date(judge: Judge) -> None:
    profile = {**FULL, "application": "renewal", "dates": {"registered": "2022-05-01"}}
    assert deadline(judge(profile), "deadline-registration-end")["last"] == "2027-05-01"


def test_an_end_date_that_the_candidate_gives_is_taken_as_it_is(judge: Judge) -> None:
    profile = {
        **FULL,
        "application": "renewal",
        "dates": {"registered": "2022-05-01", "registration_end": "2027-04-30"},
    }
    found = deadline(judge(profile), "deadline-registration-end")
    assert (found["last"], found["basis"]) == ("2027-04-30", "given")


def test_a_first_applicants_end_date_is_reckoned_from_the_expected_registration(judge: Judge) -> None:
    report = judge(FULL)
    expected = date.fromisoformat(steps(report)[-1]["end"]["likely"])
    found = deadline(report, "deadline-registration-end")
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


@pytest.mark.parametrize("application", ["conditional_follow_up", "starter_part_2", "additional_audit"])
def test_a_later_audit_has_no_steps_of_an_application(judge: Judge, application: str) -> None:
    listed = {step["id"] for step in steps(judge({**FULL, "application": application}))}
    assert not listed & {"step-user-right", "step-application", "step-declaration", "step-knowledge-test"}
    assert "step-audit-visit" in listed


def test_only_an_audit_that_leads_to_a_registration_has_the_step_of_one(judge: Judge) -> None:
    having = {
        application
        for application in ("first", "renewal", "conditional_follow_up", "starter_part_2", "additional_audit")
        if any(step["id"] == "step-registration" for step in steps(judge({**FULL, "application": application})))
    }
    assert having == {"first", "renewal", "additional_audit"}


def test_a_public_provider_has_no_audit_steps(judge: Judge) -> None:
    audited = {step["id"] for step in steps(judge(FULL))}
    public = {step["id"] for step in steps(judge({**FULL, "provider_kind": "public"}))}
    assert public < audited


@settings(max_examples=50)
@given(data=st.data())
def test_days_are_ordered_whatever_the_dates(judge: Judge, norm: Record, data: st.DataObject) -> None:
    timeline = judge.report(data.draw(answers(norm)), data.draw(dates))["timeline"]
    for step in timeline["steps"]:
        for span in (step["start"], step["end"]):
            assert span is None or span["earliest"] <= span["likely"] <= span["latest"]


def test_the_end_of_the_calendar_is_no_trouble(judge: Judge) -> None:
    profile = {**FULL, "application": "renewal", "dates": {"registered": "9999-12-31", "application": "9999-12-31"}}
    report = judge(profile, on=date(9999, 12, 30))
    assert report["timeline"]["deadlines"] == []
