"""Nobody is told to do what is not asked of him, or cannot be done any more."""

import re

import pytest

from assessment.validity import state_in_force
from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.report_parts import documents, steps

ALONE = {**FULL, "legal_form": "natural_person", "deployed_people": 1}


def words(part: Record, *keys: str) -> str:
    return " ".join(part[key]["nl"] for key in keys or ("text", "note") if key in part)


def test_a_public_provider_is_not_registered_on_an_audit_report(judge: Judge, real_norm: Record) -> None:
    found = [entry["id"] for entry in steps(judge({**FULL, "provider_kind": "public"}))]
    told = " ".join(words(real_norm["procedure"]["steps"][name], "title", "text") for name in found)

    assert "step-registration-public" in found
    assert "auditrapport" not in told


def test_how_long_a_public_provider_waits_was_not_found(real_norm: Record) -> None:
    duration = real_norm["procedure"]["steps"]["step-registration-public"]["duration"]

    assert (duration["standing"], set(duration["days"].values())) == ("not_found", {0})


def test_a_lapsed_registration_is_not_told_to_renew(judge: Judge, real_norm: Record) -> None:
    lapsed = {**FULL, "application": "renewal", "dates": {"registration_end": "2026-09-22"}}
    report = judge(lapsed)
    told = [real_norm["procedure"]["deadlines"][entry["id"]] for entry in report["timeline"]["deadlines"]]

    assert not re.search(r"verleng", " ".join(words(each, "title", "text", "remedy") for each in told))
    assert "warning-renewal-full-norm" not in {entry["id"] for entry in report["warnings"]}


def test_who_can_still_renew_is_told_when_to_begin(judge: Judge) -> None:
    renewing = {**FULL, "application": "renewal", "dates": {"registration_end": "2027-09-22"}}

    assert "deadline-renewal-start" in {entry["id"] for entry in judge(renewing)["timeline"]["deadlines"]}


@pytest.mark.parametrize("application", ["first", "additional_audit"])
def test_no_paper_of_the_inspection_is_asked_of_who_is_not_registered(
    judge: Judge, real_norm: Record, application: str
) -> None:
    later = {key for key, each in real_norm["documents"].items() if each.get("moment") == "after_registration"}
    found = documents(judge({**FULL, "application": application, "services": ["training", "advice"]}))

    assert {"enrolment", "attendance-list", "training-certificate", "advice-agreement"} <= later
    assert later & found.keys() == set()


def test_who_is_registered_keeps_the_papers_of_the_inspection(judge: Judge) -> None:
    assert documents(judge({**FULL, "application": "renewal"}))["enrolment"]["needed"] is True


def test_the_authority_asks_seven_documents_of_who_works_alone(judge: Judge, real_norm: Record) -> None:
    found = documents(judge({**ALONE, "services": ["training"]}))

    assert {key for key in found if real_norm["documents"][key]["asked_by"] == "official"} == {
        "activity-description",
        "registered-seats",
        "directors-and-shareholders",
        "declaration-on-directors",
        "annual-accounts",
        "declaration-of-honour-training",
        "assignment-file",
    }


@pytest.mark.parametrize(
    "document", ["articles-of-association", "freelancer-contracts", "competence-overview", "integrity-rules"]
)
def test_who_works_alone_without_a_company_needs_fewer_documents(judge: Judge, document: str) -> None:
    assert document not in documents(judge(ALONE))


def test_every_document_says_who_asks_for_it_and_when(real_norm: Record) -> None:
    assert [key for key, each in real_norm["documents"].items() if not {"asked_by", "needed_text"} <= each.keys()] == []


def test_the_rule_on_regular_advice_is_not_one_on_trainings(real_norm: Record) -> None:
    rule = real_norm["scheme"]["rules"]["rule-no-regular-services"]

    state = state_in_force(rule, real_norm["checked_on"])

    assert state is not None
    assert state["standing"] == "not_found"
    assert "belastingadvies" in words(rule["states"][0], "text")


def test_what_a_customer_must_be_is_not_asked_of_a_provider(real_norm: Record) -> None:
    (state,) = real_norm["scheme"]["rules"]["rule-user-form"]["states"]

    assert state["text"]["nl"].startswith("Uw klant ")


def test_an_appeal_says_where_to_ask_for_the_address(real_norm: Record) -> None:
    said = words(real_norm["facts"]["complaint-to-committee"])

    assert "kmo-portefeuille@vlaanderen.be" in said
    assert "1700" in said
