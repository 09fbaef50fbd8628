"""The terms and the steps that the norm gives."""

from collections.abc import Mapping

import pytest

from assessment import Wording
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


def test_a_starters_registration_ends_three_years_later_after_part_2(judge: Judge) -> None:
    report = judge({**FULL, "application": "starter_part_2", "dates": {"registered": "2026-03-01"}})
    assert deadline(report, "deadline-registration-end-starter")["last"] == "2028-03-01"
    found = deadline(report, "deadline-starter-extended-end")
    assert (found["last"], found["basis"]) == ("2031-03-01", "derived")


def test_a_renewal_is_begun_before_the_end_that_follows_from_its_beginning(judge: Judge) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registered": "2022-03-01"}})
    assert deadline(report, "deadline-renewal-start")["last"] == "2026-09-01"


def test_the_present_registration_of_a_renewal_comes_before_the_expected_one(judge: Judge) -> None:
    renewal = {**FULL, "application": "renewal"}
    known = judge({**renewal, "dates": {"registered": "2022-05-01"}})["timeline"]["deadlines"]
    ends = [entry for entry in known if entry["id"] in {"deadline-registration-end", "deadline-expected-end"}]
    assert [(entry["id"], entry["basis"]) for entry in ends] == [
        ("deadline-registration-end", "known"),
        ("deadline-expected-end", "expected"),
    ]
    unknown = {entry["id"] for entry in judge(renewal)["timeline"]["deadlines"]}
    assert unknown & {"deadline-registration-end", "deadline-expected-end"} == {"deadline-expected-end"}


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


def test_the_visit_of_a_follow_up_audit_falls_in_its_window(judge: Judge) -> None:
    report = judge(follow_up("2026-11-08"))
    window = deadline(report, "deadline-conditional-follow-up")
    visit = next(step for step in steps(report) if step["id"] == "step-audit-visit")
    assert visit["start"]["earliest"] == window["first"] == "2027-05-08"
    assert window["first"] <= visit["end"]["latest"] <= window["last"]


def test_the_expected_end_of_a_registration_is_an_estimate(judge: Judge) -> None:
    found = deadline(judge(FULL), "deadline-expected-end")
    assert (found["basis"], found["standing"]) == ("expected", "estimate")
    assert found["reason"]["message"] == "rules.deadline.event_expected"


def test_a_day_that_we_add_up_is_never_official(judge: Judge) -> None:
    assert {step["standing"] for step in judge(FULL)["timeline"]["steps"] if step["state"] == "to_do"} == {"estimate"}


def test_our_own_advice_was_never_an_obligation(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    profile = {**FULL, "application": "renewal", "dates": {"registration_end": "2027-04-28"}}
    found = deadline(judge(profile), "deadline-renewal-start")
    assert found["state"] == "past"
    assert Wording(real_norm, messages).reason(found["reason"]) == (
        "Wij raden u aan hiermee vóór 28 oktober 2026 te beginnen. Begin nu."
    )


def test_a_registration_that_is_expected_says_on_what_its_end_hangs(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge(FULL)
    registered = steps(report)[-1]["end"]["likely"]
    wording = Wording(real_norm, messages)
    assert wording.reason(deadline(report, "deadline-expected-end")["reason"]) == (
        f"Wordt u rond {wording.around(registered)} geregistreerd, dan is dat rond eind februari 2032."
    )
