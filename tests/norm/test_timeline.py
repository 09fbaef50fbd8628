"""The terms and the steps that the norm gives."""

from collections.abc import Mapping
from typing import Any

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


def test_who_is_too_late_for_part_2_is_promised_no_new_end(judge: Judge) -> None:
    """What happens then, no source says."""
    late = judge({**FULL, "application": "starter_part_2", "dates": {"registered": "2024-03-01"}})
    told = {entry["id"] for entry in late["timeline"]["deadlines"]}
    assert "deadline-registration-end-starter" in told
    assert "deadline-starter-extended-end" not in told


@pytest.mark.parametrize(("registered", "is_warned"), [("2026-03-01", True), ("2024-11-27", False)])
def test_who_was_registered_lately_reads_that_a_starter_has_two_years(
    judge: Judge, registered: str, *, is_warned: bool
) -> None:
    report = judge({**FULL, "application": "registered", "dates": {"registered": registered}})
    assert ("warning-registered-starter" in {entry["id"] for entry in report["warnings"]}) is is_warned


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
        "Wij raden u aan hiermee vóór 28 oktober 2026 te beginnen. Die dag is voorbij."
    )


def test_a_registration_that_is_expected_says_on_what_its_end_hangs(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge(FULL)
    registered = steps(report)[-1]["end"]["likely"]
    wording = Wording(real_norm, messages)
    assert wording.reason(deadline(report, "deadline-expected-end")["reason"]) == (
        f"Wordt u rond {wording.around(registered)} geregistreerd, dan is dat rond begin maart 2032."
    )


def renewal(end: str, **more: Any) -> Record:
    return {**FULL, "application": "renewal", "dates": {"registration_end": end}} | more


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ("2027-05-04", "Ook in het trage geval blijven er ongeveer drie weken over."),
        ("2027-04-11", "In het trage geval haalt u dat net."),
        (
            "2027-03-21",
            "Dat haalt u volgens onze middelste schatting, maar in het trage geval komt u ongeveer drie weken te laat.",
        ),
        (
            "2027-02-21",
            "Volgens onze schatting komt u ongeveer één week te laat, in het trage geval ongeveer zeven weken.",
        ),
    ],
)
def test_one_sentence_says_whether_a_renewal_is_in_time(
    judge: Judge, real_norm: Record, messages: Mapping[str, str], end: str, sentence: str
) -> None:
    day = Wording(real_norm, messages).date(end)
    margin = judge(renewal(end))["timeline"]["margin"]
    assert Wording(real_norm, messages).reason(margin["reason"]) == (
        f"Einde van uw registratie: {day}. {sentence} De wachttijd bij het auditbureau kennen we niet."
    )


def test_a_first_audit_has_no_day_to_make(judge: Judge) -> None:
    assert judge(FULL)["timeline"]["margin"] is None


def test_a_registration_that_has_ended_leaves_no_margin(judge: Judge) -> None:
    assert judge(renewal("2026-11-01"))["timeline"]["margin"] is None


@pytest.mark.parametrize("application", ["renewal", "conditional_follow_up"])
def test_both_terms_stay_in_sight_whichever_audit_is_chosen(judge: Judge, application: str) -> None:
    dates = {"registration_end": "2027-04-28", "result_communicated": "2026-06-15"}
    report = judge({**FULL, "application": application, "follow_up_pending": True, "dates": dates})
    last = {entry["id"]: entry["last"] for entry in report["timeline"]["deadlines"]}
    assert last["deadline-conditional-follow-up"] == "2027-06-15"
    assert last["deadline-registration-end"] == "2027-04-28"
    told = {entry["id"] for entry in report["warnings"]}
    assert {"warning-registration-ending", "warning-two-terms-together"} <= told


def test_a_follow_up_that_is_still_due_does_not_hold_up_the_renewal(judge: Judge) -> None:
    dates = {"registration_end": "2027-04-28", "result_communicated": "2026-11-10"}
    with_both = judge({**FULL, "application": "renewal", "follow_up_pending": True, "dates": dates})
    assert steps(with_both) == steps(judge(renewal("2027-04-28")))
