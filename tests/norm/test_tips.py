"""Points that no source ties to the audit of today: they are asked and shown, and decide nothing."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from tests.assessment.cases import FULL, SCORES, Judge, Record, checks_of, every_score

TIPS = ("EXP-6", "SAT-4", "KNW-2", "KNW-3", "INT-4")
SITUATIONS = ("first", "renewal", "additional_audit")
scores = st.sampled_from(SCORES)
points = st.fixed_dictionaries({"conformity": scores, "demonstrability": scores})


def decided(report: Record) -> Record:
    """All that a score may change, without what shows the scores themselves."""
    requirements = [{key: each[key] for key in ("readings", "progress", "reason")} for each in report["requirements"]]
    parts = {name: report[name] for name in ("outcome", "readiness", "actions", "cost", "timeline")}
    return parts | {"requirements": requirements}


def test_five_points_are_tips(real_norm: Record) -> None:
    assert {name for name, check in checks_of(real_norm).items() if "tip_because" in check} == set(TIPS)


def test_what_rests_on_the_anonymous_note_alone_is_a_tip(real_norm: Record) -> None:
    on_note = {name for name, check in checks_of(real_norm).items() if check.get("sources") == ["planningsnota"]}
    assert on_note == {"SAT-4", "KNW-3", "INT-4"}
    assert on_note <= set(TIPS)


@settings(max_examples=40)
@given(
    application=st.sampled_from(SITUATIONS),
    given_scores=st.sampled_from(["TT", "TG", "GG", "BB"]),
    tips=st.fixed_dictionaries(dict.fromkeys(TIPS, points)),
)
def test_no_score_of_a_tip_changes_anything(
    judge: Judge, real_norm: Record, application: str, given_scores: str, tips: Record
) -> None:
    profile = {**FULL, "application": application, "passed_requirements": []}
    checks = every_score(real_norm, given_scores)
    without = {name: answer for name, answer in checks.items() if name not in TIPS}
    assert decided(judge(profile, checks=without | tips)) == decided(judge(profile, checks=without))


@pytest.mark.parametrize("tip", TIPS)
def test_an_answer_to_a_tip_is_kept_and_shown(judge: Judge, real_norm: Record, tip: str) -> None:
    report = judge(FULL, checks=every_score(real_norm, "GV"))
    shown = next(check for each in report["requirements"] for check in each["checks"] if check["id"] == tip)
    assert (shown["state"], shown["decides"]) == ("answered", False)
    assert shown["conformity"] == {"worst": "G", "best": "G"}


def test_what_one_anonymous_note_says_is_marked_so(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge(FULL), real_norm, messages, {})
    points = [line for part in view["sections"] if part["id"] == "requirements" for line in part["lines"]]
    marks = {check["id"]: check["standing_label"] for line in points for check in line["lines"]}
    assert {name for name, mark in marks.items() if mark == "één anonieme bron"} == {"SAT-4", "KNW-3", "INT-4"}


def test_every_tip_says_why_it_decides_nothing(real_norm: Record) -> None:
    reasons = [check["tip_because"]["nl"] for name, check in checks_of(real_norm).items() if name in TIPS]
    assert all(re.search(r"nota|auditbureau|gemeente", reason) for reason in reasons)


@pytest.mark.parametrize(
    ("requirement", "of_a_tip"),
    [
        ("experience", r"\buren|dagen"),
        ("satisfaction", r"verslag|samenvat"),
        ("knowledge", r"dossier|kennistest|factuur"),
        ("integrity", r"belangen|misbruik"),
    ],
)
def test_no_question_over_a_whole_requirement_asks_for_what_is_a_tip(
    real_norm: Record, requirement: str, of_a_tip: str
) -> None:
    """Its answer stands for every point that has none of its own, and so decides."""
    tips = [each["text"]["nl"] for name, each in checks_of(real_norm).items() if name in TIPS]
    assert any(re.search(of_a_tip, text) for text in tips)
    assert not re.search(of_a_tip, real_norm["requirements"][requirement]["question"]["nl"])


def test_a_requirement_names_the_bureau_that_adds_to_it(real_norm: Record) -> None:
    """One bureau is not all of them."""
    said = [each["text"]["nl"] for each in real_norm["requirements"].values()]
    assert [text for text in said if re.search(r"[Aa]uditbureaus", text)] == []
