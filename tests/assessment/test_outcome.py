import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.outcomes import RESULTS
from assessment.rules.scoring import READINGS
from tests.assessment.cases import FULL, SCORES, VERDICTS, Judge, Record, answers, checks_of
from tests.norms import each_norm

APPLICATIONS = ["first", "renewal", "conditional_follow_up", "starter_part_2", "additional_audit"]


def ends(interval: Record) -> tuple[str, str]:
    return interval["worst"], interval["best"]


def rank(verdict: str) -> int:
    return VERDICTS.index(verdict)


@each_norm
@pytest.mark.parametrize("scores", ["TT", "TV", "VT", "VV"])
@pytest.mark.parametrize("application", APPLICATIONS)
@pytest.mark.parametrize("starter", [True, False])
def test_sufficient_everywhere_is_positive_in_every_reading(
    judge: Judge, scores: str, application: str, *, starter: bool
) -> None:
    outcome = judge({**FULL, "application": application, "starter": starter}, checks=scores)["outcome"]
    assert outcome["robust"]
    assert ends(outcome["strict"]) == ("positive", "positive")


@each_norm
@pytest.mark.parametrize("application", APPLICATIONS)
@pytest.mark.parametrize("starter", [True, False])
def test_the_lowest_scores_everywhere_are_negative_in_every_reading(
    judge: Judge, application: str, *, starter: bool
) -> None:
    profile = {**FULL, "application": application, "starter": starter, "passed_requirements": []}
    outcome = judge(profile, checks="BB")["outcome"]
    assert outcome["robust"]
    assert ends(outcome["lenient"]) == ("negative", "negative")


@each_norm
def test_without_any_answer_everything_is_still_possible(judge: Judge) -> None:
    outcome = judge(FULL)["outcome"]
    assert [outcome[name] for name in READINGS] == [{"worst": "negative", "best": "positive"}] * 3
    assert not outcome["robust"]


def test_a_public_provider_gets_no_verdict(judge: Judge) -> None:
    outcome = judge({"provider_kind": "public"}, checks="BB")["outcome"]
    assert outcome["likely"] == {"worst": "not_required", "best": "not_required"}


def test_one_weak_requirement_is_conditional_where_such_an_outcome_exists(judge: Judge, norm: Record) -> None:
    weak = {name: {"conformity": "B", "demonstrability": "B"} for name in norm["requirements"]["references"]["checks"]}
    checks = {name: weak.get(name, {"conformity": "T", "demonstrability": "T"}) for name in checks_of(norm)}
    assert judge(FULL, checks=checks)["outcome"]["likely"]["worst"] == "conditional"
    follow_up = {**FULL, "application": "additional_audit", "passed_requirements": []}
    assert judge(follow_up, checks=checks)["outcome"]["likely"]["worst"] == "negative"


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_the_worst_is_never_better_than_the_best(judge: Judge, norm: Record, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)))
    for name in READINGS:
        outcome = report["outcome"][name]
        assert rank(outcome["worst"]) <= rank(outcome["best"])
        for requirement in report["requirements"]:
            interval = requirement["readings"][name]
            assert RESULTS.index(interval["worst"]) <= RESULTS.index(interval["best"])


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_the_readings_are_ordered_at_both_ends(judge: Judge, norm: Record, data: st.DataObject) -> None:
    outcome = judge.report(data.draw(answers(norm)))["outcome"]
    for end in ("worst", "best"):
        ranks = [rank(outcome[name][end]) for name in READINGS]
        assert sorted(ranks) == ranks


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_raising_a_score_never_worsens_a_verdict(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    check = data.draw(st.sampled_from(sorted(checks_of(norm))))
    dimension = data.draw(st.sampled_from(["conformity", "demonstrability"]))
    low, high = sorted(data.draw(st.lists(st.sampled_from(range(4)), min_size=2, max_size=2)))

    def with_score(score: int) -> Record:
        point = document.get("checks", {}).get(check, {}) | {dimension: SCORES[score]}
        return document | {"checks": document.get("checks", {}) | {check: point}}

    before, after = judge.report(with_score(low))["outcome"], judge.report(with_score(high))["outcome"]
    for name in READINGS:
        assert rank(after[name]["worst"]) >= rank(before[name]["worst"])
        assert rank(after[name]["best"]) >= rank(before[name]["best"])


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_answering_an_open_score_only_narrows_the_verdict(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    check = data.draw(st.sampled_from(sorted(checks_of(norm))))
    point = {k: v for k, v in document.get("checks", {}).get(check, {}).items() if k != "conformity"}
    score = data.draw(st.sampled_from(SCORES))

    def with_point(value: Record) -> Record:
        return document | {"checks": document.get("checks", {}) | {check: value}}

    open_, given_ = (judge.report(with_point(p))["outcome"] for p in (point, point | {"conformity": score}))
    for name in READINGS:
        assert rank(open_[name]["worst"]) <= rank(given_[name]["worst"])
        assert rank(given_[name]["best"]) <= rank(open_[name]["best"])


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_settling_an_open_scope_only_narrows_the_verdict(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    profile = {k: v for k, v in document.get("profile", {}).items() if k not in {"starter", "application"}}
    known = {"starter": data.draw(st.booleans()), "application": data.draw(st.sampled_from(APPLICATIONS))}
    open_ = judge.report(document | {"profile": profile})["outcome"]
    settled = judge.report(document | {"profile": profile | known})["outcome"]
    for name in READINGS:
        assert rank(open_[name]["worst"]) <= rank(settled[name]["worst"])
        assert rank(settled[name]["best"]) <= rank(open_[name]["best"])
