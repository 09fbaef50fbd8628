"""The conditions that the norm has for a registration, and whom it asks which."""

from collections.abc import Mapping

import pytest

from assessment import present
from tests.assessment.cases import Judge, Record
from tests.assessment.report_parts import condition_state


@pytest.mark.parametrize("number", ["0403.019.261", "BE0403019261", "403019261"])
def test_a_right_enterprise_number_meets_the_condition_by_itself(judge: Judge, number: str) -> None:
    assert condition_state(judge({"enterprise_number": number}), "enterprise-number") == "met"


def test_an_account_needs_both_its_numbers_to_prove_itself(judge: Judge) -> None:
    iban, bic = {"iban": "BE71 0961 2345 6769"}, {"bic": "GKCCBEBB"}
    assert condition_state(judge(iban), "sepa-account") == "unknown"
    assert condition_state(judge(iban | bic), "sepa-account") == "met"
    assert condition_state(judge({"iban": "BE71 0961 2345 6768"} | bic), "sepa-account") == "unknown"


def test_an_audit_bureau_cannot_be_registered(judge: Judge) -> None:
    report = judge({"is_audit_bureau": True})
    assert condition_state(report, "not-an-audit-bureau") == "not_met"
    assert report["eligibility"]["state"] == "not_met"


def test_each_service_needs_its_own_declaration(judge: Judge) -> None:
    report = judge({"services": ["training", "advice"], "application": "first", "declarations_signed": ["training"]})
    assert condition_state(report, "application-training") == "met"
    assert condition_state(report, "application-advice") == "not_met"


def test_a_declaration_for_a_service_not_asked_for_is_left_out(judge: Judge) -> None:
    assert condition_state(judge({"services": ["training"]}), "application-advice") is None


def test_only_a_company_from_abroad_is_asked_for_a_bis_number(judge: Judge) -> None:
    assert condition_state(judge({"seat": "belgium"}), "foreign-bis-number") is None
    assert condition_state(judge({"seat": "abroad", "has_bis_number": False}), "foreign-bis-number") == "not_met"


def test_the_knowledge_test_is_for_a_first_application_only(judge: Judge) -> None:
    assert condition_state(judge({"application": "renewal"}), "knowledge-test") is None
    assert condition_state(judge({"application": "first", "knowledge_test_done": True}), "knowledge-test") == "met"


def test_a_public_provider_never_waits_for_an_answer_about_the_kind_of_audit(judge: Judge) -> None:
    profile = {"provider_kind": "public", "already_registered": False, "services": ["training"]}
    report = judge({**profile, "declarations_signed": []})
    assert condition_state(report, "knowledge-test") is None
    assert condition_state(report, "application-training") == "not_met"


PUBLIC_AND_REGISTERED = {"provider_kind": "public", "already_registered": True}
PRIVATE_AND_REGISTERED = {"provider_kind": "private", "application": "registered"}


@pytest.mark.parametrize("profile", [PUBLIC_AND_REGISTERED, PRIVATE_AND_REGISTERED], ids=["public", "private"])
def test_who_is_registered_applies_for_nothing(judge: Judge, profile: Record) -> None:
    report = judge({"services": ["training"], **profile})
    steps = {entry["id"] for entry in report["timeline"]["steps"]}
    assert condition_state(report, "application-training") is None
    assert (
        steps & {"step-application", "step-declaration", "step-quote", "step-registration", "step-certificate"} == set()
    )


def test_a_public_provider_who_may_be_registered_has_perhaps_to_apply(judge: Judge) -> None:
    report = judge({"services": ["training"], "provider_kind": "public"})
    states = {entry["id"]: entry["state"] for entry in report["timeline"]["steps"]}
    assert condition_state(report, "application-training") == "unknown"
    names = ("step-application", "step-declaration", "step-registration-public")
    assert {states[name] for name in names} == {"perhaps"}


@pytest.mark.parametrize("application", ["conditional_follow_up", "starter_part_2", "additional_audit"])
def test_a_later_audit_asks_for_no_new_application(judge: Judge, application: str) -> None:
    report = judge({"services": ["training"], "application": application, "provider_kind": "private"})
    assert condition_state(report, "application-training") is None
    assert condition_state(report, "user-right") is None


def test_advice_outside_cybersecurity_is_a_condition_since_february_2026(judge: Judge) -> None:
    profile = {"services": ["advice"], "advice_is_cybersecurity": False}
    assert condition_state(judge(profile, on=judge.on.replace(2026, 1, 31)), "advice-cybersecurity-only") is None
    assert condition_state(judge(profile, on=judge.on.replace(2026, 2, 1)), "advice-cybersecurity-only") == "not_met"


def test_with_everything_in_order_the_whole_is_met(judge: Judge) -> None:
    profile = {
        "services": ["training"],
        "provider_kind": "private",
        "seat": "belgium",
        "application": "first",
        "has_enterprise_number": True,
        "has_sepa_account": True,
        "is_audit_bureau": False,
        "is_university_department": False,
        "has_user_right": True,
        "declarations_signed": ["training"],
        "knowledge_test_done": True,
    }
    assert judge(profile)["eligibility"]["state"] == "met"


def shown(report: Record, norm: Record, messages: Mapping[str, str]) -> dict[str, Record]:
    """The lines of the section on conditions, by condition."""
    sections = present(report, norm, messages, {})["sections"]
    return {line["id"]: line for part in sections if part["id"] == "eligibility" for line in part["lines"]}


def test_a_condition_that_stops_nothing_is_not_to_do(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge({"services": ["advice"], "advice_is_cybersecurity": False, "application": "first"})
    line = shown(report, real_norm, messages)["advice-cybersecurity-only"]
    assert line["state_label"] == "denk hieraan"
    assert line["text"].startswith("Dit houdt uw registratie niet tegen, ")


@pytest.mark.parametrize(("answer", "is_told"), [(None, False), (False, False), (True, True)])
def test_what_to_do_is_told_of_a_condition_that_is_not_met(
    judge: Judge, real_norm: Record, messages: Mapping[str, str], answer: bool | None, *, is_told: bool
) -> None:
    report = judge({"services": ["training"], **({} if answer is None else {"is_audit_bureau": answer})})
    details = shown(report, real_norm, messages)["not-an-audit-bureau"]["details"]
    assert (messages["view.remedy"] in {each["label"] for each in details}) is is_told


def test_what_to_do_is_told_where_only_its_applying_is_open(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    line = shown(judge({"services": ["training"], "has_user_right": False}), real_norm, messages)["user-right"]
    assert line["state_label"] == "niet ingevuld"
    assert messages["view.remedy"] in {each["label"] for each in line["details"]}
