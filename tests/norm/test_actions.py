"""What is said of what to do first, where the norm has words of its own for it."""

from collections.abc import Mapping

import pytest

from assessment import Wording, present
from tests.assessment.cases import FULL, Judge, Record, every_score


def task(report: Record, about: str) -> Record:
    return next(entry for entry in report["actions"]["ranked"] if entry["about"] == about)


def reason(report: Record, about: str) -> Record:
    reasons = [each for entry in report["actions"]["ranked"] for each in entry["reasons"]]
    return next(each for each in reasons if each["about"] == about)


def test_without_the_knowledge_test_nobody_says_that_a_registration_is_useless(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    action = reason(judge({**FULL, "knowledge_test_done": False}), "knowledge-test")
    assert Wording(real_norm, messages).reason(action["reason"]) == (
        "Volgens één auditbureau hoort deze test bij een eerste aanvraag. Of hij nog bestaat, is niet bevestigd."
    )


def test_only_of_advice_beside_cybersecurity_it_is_said_that_a_registration_brings_little(
    real_norm: Record,
) -> None:
    told = {name for name, each in real_norm["conditions"].items() if "weinig" in str(each.get("if_not_met"))}
    assert told == {"advice-cybersecurity-only"}


@pytest.mark.parametrize(("score", "is_quick"), [("TG", True), ("VG", True), ("TB", False), ("GG", False)])
def test_only_one_step_in_practice_is_quick(judge: Judge, real_norm: Record, score: str, *, is_quick: bool) -> None:
    point = {"conformity": score[0], "demonstrability": score[1]}
    report = judge(FULL, checks=every_score(real_norm, "TT") | {"ACT-7": point})
    assert reason(report, "ACT-7")["quick_win"] is is_quick


def test_a_certificate_leaves_open_what_the_auditor_looks_at(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge({**FULL, "certificates": ["iso_9001"]}), real_norm, messages, {})
    scope = next(part for part in view["sections"] if part["id"] == "scope")
    told = {(line["state_label"], line["text"]) for line in scope["lines"] if line["id"] in real_norm["requirements"]}
    certificate = next(line for line in scope["lines"] if line["id"] not in real_norm["requirements"])
    assert told == {("vraag het na", "")}
    assert certificate["title"] == "ISO 9001-certificaat"
    assert certificate["text"].startswith(
        "Hiermee kan een deel van de audit wegvallen. Welk deel dat is, weten we niet"
    )


@pytest.mark.parametrize(
    ("about", "profile", "documents"),
    [
        ("knowledge-test", {"knowledge_test_done": False}, ["knowledge-test-result"]),
        ("application-training", {"declarations_signed": []}, ["declaration-of-honour-training"]),
        (
            "university-department-user",
            {"provider_kind": "public", "has_user_right": False, "is_university_department": True},
            [],
        ),
    ],
)
def test_a_condition_and_what_else_asks_for_the_same_are_one_task(
    judge: Judge, about: str, profile: Record, documents: list[str]
) -> None:
    report = judge(FULL | profile, documents={name: {"state": "missing"} for name in documents})
    (found,) = [entry for entry in report["actions"]["ranked"] if about in {each["about"] for each in entry["reasons"]}]
    others = {each["about"] for each in found["reasons"]} - {about}
    assert others >= set(documents)
    assert others


@pytest.mark.parametrize(
    ("document", "tip"),
    [("satisfaction-report", "SAT-4"), ("integrity-rules", "INT-4"), ("knowledge-test-result", "KNW-2")],
)
def test_a_document_also_serves_its_tip(judge: Judge, document: str, tip: str) -> None:
    report = judge({**FULL, "deployed_people": 4}, documents={document: {"state": "missing"}})
    assert {each["about"] for each in task(report, document)["reasons"]} == {document, tip}


def test_a_single_person_is_asked_for_no_contracts_and_no_rules_of_conduct(judge: Judge, real_norm: Record) -> None:
    missing = {name: {"state": "missing"} for name in real_norm["documents"]}
    ranked = judge({**FULL, "deployed_people": 1}, documents=missing)["actions"]["ranked"]
    told = {each["about"] for entry in ranked for each in entry["reasons"]}
    assert not told & {"freelancer-contracts", "integrity-rules", "competence-overview"}


def test_the_shortest_way_stands_before_what_changes_nothing(judge: Judge, real_norm: Record) -> None:
    weak = {"ACT-7": "TG", "EXP-4": "TG", "SAT-3": "GB"}
    scores = {name: {"conformity": each[0], "demonstrability": each[1]} for name, each in weak.items()}
    ranked = judge(FULL, checks=every_score(real_norm, "TT") | scores)["actions"]["ranked"]
    assert [(entry["about"], entry["group"]) for entry in ranked if entry["kind"] == "raise"] == [
        ("SAT-3", "first"),
        ("ACT-7", "extra"),
        ("EXP-4", "extra"),
    ]


def test_who_needs_no_audit_first_asks_how_it_goes_then(judge: Judge) -> None:
    report = judge({"services": ["training"], "provider_kind": "public", "already_registered": False})
    tasks = [task["about"] for task in report["actions"]["ranked"] if task["kind"] == "step"]
    assert tasks == ["step-ask-public", "step-application"]


def test_what_no_source_asks_is_advised_and_not_said_to_be_needed(judge: Judge) -> None:
    report = judge({"services": ["training"], "provider_kind": "public", "already_registered": False})
    told = {
        task["about"]: (task["group"], task["reasons"][0]["reason"]["message"]) for task in report["actions"]["ranked"]
    }
    assert told["step-ask-public"] == ("first", "rules.action.step_advised")
    assert told["step-application"] == ("needed", "rules.action.step_needed")
