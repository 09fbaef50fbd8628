"""The dates that the norm knows cannot be right together."""

import pytest

from tests.assessment.cases import FULL, Judge, Record

CASES = {
    "registration-ends-before-it-begins": ("renewal", {"registered": "2026-05-01", "registration_end": "2022-05-01"}),
    "registered-in-the-future": ("renewal", {"registered": "2027-05-01"}),
    "result-in-the-future": ("conditional_follow_up", {"result_communicated": "2027-05-01"}),
    "first-audit-in-the-future": ("additional_audit", {"first_audit": "2027-05-01"}),
    "result-after-the-registration": (
        "conditional_follow_up",
        {"registration_end": "2026-01-01", "result_communicated": "2026-05-01"},
    ),
    "renewal-before-the-registration": ("renewal", {"application": "2020-01-01", "registered": "2022-05-01"}),
}


@pytest.mark.parametrize("name", CASES)
def test_each_contradiction_is_found_alone(judge: Judge, name: str) -> None:
    application, dates = CASES[name]
    found = judge({**FULL, "application": application, "dates": dates})["timeline"]["contradictions"]
    assert [entry["id"] for entry in found] == [name]


def test_every_contradiction_has_its_case(real_norm: Record) -> None:
    assert {entry["id"] for entry in real_norm["profile"]["contradictions"]} == set(CASES)


def test_dates_of_a_running_registration_contradict_nothing(judge: Judge) -> None:
    dates = {"registered": "2022-05-01", "registration_end": "2027-04-28", "application": "2026-11-02"}
    assert judge({**FULL, "application": "renewal", "dates": dates})["timeline"]["contradictions"] == []


@pytest.mark.parametrize("numbers", [{"enterprise_number": "0123.456.789"}, {"iban": "BE68 5390 0754 7035"}])
def test_a_number_that_cannot_be_right_lets_no_condition_fall(judge: Judge, numbers: Record) -> None:
    profile = {**FULL, "has_enterprise_number": True, "has_sepa_account": True, "seat": "abroad"}
    before, after = judge(profile)["eligibility"], judge(profile | numbers)["eligibility"]
    assert [entry["field"] for entry in after["unrecognised"]] == list(numbers)
    assert after["state"] == before["state"]
    assert {entry["id"]: entry["state"] for entry in after["conditions"]} == {
        entry["id"]: entry["state"] for entry in before["conditions"]
    }
