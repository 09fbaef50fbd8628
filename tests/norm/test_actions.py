"""What is said of what to do first, where the norm has words of its own for it."""

from collections.abc import Mapping

import pytest

from assessment import Wording, present
from tests.assessment.cases import FULL, Judge, Record, every_score


def ranked(report: Record, about: str) -> Record:
    return next(entry for entry in report["actions"]["ranked"] if entry["about"] == about)


def test_without_the_knowledge_test_nobody_says_that_a_registration_is_useless(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    action = ranked(judge({**FULL, "knowledge_test_done": False}), "knowledge-test")
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
    assert ranked(report, "ACT-7")["quick_win"] is is_quick


def test_a_certificate_leaves_open_what_the_auditor_looks_at(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge({**FULL, "certificates": ["iso_9001"]}), real_norm, messages, {})
    scope = next(part for part in view["sections"] if part["id"] == "scope")
    told = {line["text"] for line in scope["lines"] if line["id"] in real_norm["requirements"]}
    (sentence,) = told
    assert sentence == (
        "De auditor kijkt deze vereiste misschien niet na, dankzij uw ISO 9001-certificaat. Vraag het aan uw "
        "auditbureau."
    )
    assert all(line["standing"] is None for line in scope["lines"] if line["id"] in real_norm["requirements"])
