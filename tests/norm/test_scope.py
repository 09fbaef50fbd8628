"""Who is audited on what by the norm."""

import pytest

from tests.assessment.cases import FULL, Judge
from tests.assessment.report_parts import documents, scopes


def test_an_ordinary_provider_is_audited_on_all_five_requirements(judge: Judge) -> None:
    assert set(scopes(judge(FULL)).values()) == {"audited"}


def test_a_starter_is_exempt_from_exactly_experience_and_satisfaction(judge: Judge) -> None:
    found = scopes(judge({**FULL, "starter": True}))
    assert {name for name, state in found.items() if state == "exempt"} == {"experience", "satisfaction"}
    assert {name for name, state in found.items() if state == "audited"} == {"activity", "knowledge", "integrity"}


@pytest.mark.parametrize("passed", [[], ["activity"], ["activity", "knowledge"]])
def test_an_additional_audit_after_part_1_is_not_about_what_part_1_left_out(judge: Judge, passed: list[str]) -> None:
    """It is about what the starter failed, and nobody fails what was not audited."""
    report = judge({**FULL, "starter": True, "application": "additional_audit", "passed_requirements": passed})
    found = scopes(report)
    assert (found["experience"], found["satisfaction"]) == ("exempt", "exempt")
    assert {name for name, state in found.items() if state == "already_positive"} == set(passed)
    assert (
        not {"diplomas", "satisfaction-survey", "satisfaction-forms", "satisfaction-report"} & documents(report).keys()
    )


def test_an_additional_audit_after_part_2_is_about_what_part_2_is_about(judge: Judge) -> None:
    passed = ["activity", "knowledge", "integrity"]
    found = scopes(judge({**FULL, "starter": True, "application": "additional_audit", "passed_requirements": passed}))
    assert {name for name, state in found.items() if state == "audited"} == {"experience", "satisfaction"}


def test_part_2_audits_a_starter_on_experience_and_satisfaction_only(judge: Judge) -> None:
    found = scopes(judge({**FULL, "application": "starter_part_2"}))
    assert {name for name, state in found.items() if state == "audited"} == {"experience", "satisfaction"}
    assert {state for state in found.values() if state != "audited"} == {"already_positive"}


def test_not_knowing_whether_one_is_a_starter_leaves_just_those_two_open(judge: Judge) -> None:
    profile = {name: value for name, value in FULL.items() if name != "starter"}
    found = scopes(judge(profile))
    assert {name for name, state in found.items() if state == "unknown"} == {"experience", "satisfaction"}


def test_certificates_exempt_from_nothing_by_themselves_but_raise_a_question(judge: Judge) -> None:
    report = judge({**FULL, "certificates": ["iso_9001", "qfor"]})
    assert set(scopes(report).values()) == {"audited"}
    assert {entry["id"] for entry in report["scope"]["questions"]} == {"exemption-iso-9001", "exemption-qfor"}


def test_a_public_provider_needs_no_audit(judge: Judge) -> None:
    report = judge({"provider_kind": "public"})
    assert report["scope"]["audit_required"] is False
    assert set(scopes(report).values()) == {"no_audit"}


def test_who_offers_neither_training_nor_advice_has_no_audit_ahead(judge: Judge) -> None:
    report = judge({**FULL, "services": []})
    assert report["scope"]["audit_required"] is False
    assert report["cost"]["cents"]["high"] == 0
