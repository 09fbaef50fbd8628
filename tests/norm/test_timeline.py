"""The terms and the steps that the norm gives."""

import pytest

from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.report_parts import deadline, steps


def follow_up(communicated: str) -> Record:
    return {**FULL, "application": "conditional_follow_up", "dates": {"result_communicated": communicated}}


def test_a_conditional_result_opens_a_window_of_six_to_twelve_months(judge: Judge) -> None:
    window = deadline(judge(follow_up("2026-03-15")), "deadline-conditional-follow-up")
    assert (window["first"], window["last"], window["state"]) == ("2026-09-15", "2027-03-15", "open")


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
