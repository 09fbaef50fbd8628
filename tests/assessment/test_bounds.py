"""Bounds are bounds: no answer more leads outside what was said before, but where it was said what is not covered."""

import copy
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.rules.scoring import READINGS, VERDICTS
from tests.assessment.cases import Judge, Record, answers, every_score, profiles
from tests.norms import each_norm

# What a bureau quotes replaces the estimate.
QUOTED = {"hours", "hourly_rate"}


def fields_in(profile: Record) -> Iterator[str]:
    for name, value in profile.items():
        yield from (f"{name}.{part}" for part in value) if isinstance(value, dict) else [name]


def without(document: Record, name: str) -> Record:
    before = copy.deepcopy(document)
    group, _, part = name.rpartition(".")
    del (before["profile"][group] if group else before["profile"])[part]
    return before


def answer_to(document: Record, name: str) -> object:
    group, _, part = name.rpartition(".")
    return (document["profile"][group] if group else document["profile"])[part]


def is_within(found: Record, bounds: Record, order: tuple[str, ...]) -> bool:
    low, high = (order.index(bounds[end]) for end in ("worst", "best"))
    return all(low <= order.index(found[end]) <= high for end in ("worst", "best"))


@each_norm
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_an_answer_about_the_situation_never_leads_outside_the_verdict_before(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    profile: Record = document.get("profile", {})
    for name in fields_in(profile):
        before, after = judge.report(without(document, name)), judge.report(document)
        if after["scope"]["audit_required"] is False:
            assert before["scope"]["no_audit_if"] or before["scope"]["audit_required"] is False, name
            continue
        for reading in READINGS:
            assert is_within(after["outcome"][reading], before["outcome"][reading], VERDICTS), (name, reading)


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_score_never_leads_outside_the_verdict_before(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    scan = st.dictionaries(st.sampled_from(sorted(norm["requirements"])), st.sampled_from("BGTV"))
    document |= {"scan": data.draw(scan)}
    point = data.draw(st.sampled_from(sorted(every_score(norm, "TT"))))
    given_before = document.get("checks", {}).get(point, {})
    free = [name for name in ("conformity", "demonstrability") if name not in given_before]
    if "not_applicable" in given_before or not free:
        return
    scored = {**given_before, free[0]: data.draw(st.sampled_from("BGTV"))}
    after = judge.report(document | {"checks": {**document.get("checks", {}), point: scored}})
    if point in after["readiness"]["unlike_scan"]:
        return
    before = judge.report(document)
    for reading in READINGS:
        assert is_within(after["outcome"][reading], before["outcome"][reading], VERDICTS), reading


@each_norm
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_an_answer_about_the_situation_never_leads_outside_the_cost_before(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    profile = data.draw(profiles(norm))
    document: Record = {"format": "kmop-answers/1", "profile": profile}
    for name in set(fields_in(profile)) - QUOTED:
        before, after = judge.report(without(document, name)), judge.report(document)
        if after["scope"]["audit_required"] is False:
            assert before["scope"]["no_audit_if"] or before["scope"]["audit_required"] is False, name
            continue
        covered = {entry["field"]: entry["at_most"] for entry in before["cost"]["covers"]}
        if name in covered and answer_to(document, name) > covered[name]:
            continue
        for kind in ("minutes", "cents"):
            low, high = (before["cost"][kind][end] for end in ("low", "high"))
            assert low <= after["cost"][kind]["low"] <= after["cost"][kind]["high"] <= high, (name, kind)


def test_a_score_against_the_quick_scan_is_named(judge: Judge) -> None:
    document = {"format": "kmop-answers/1", "scan": {"trust": "V"}, "checks": {"TRU-1": {"conformity": "B"}}}
    assert judge.report(document)["readiness"]["unlike_scan"] == ["TRU-1"]


def test_the_largest_number_that_the_estimate_covers_is_told(judge: Judge) -> None:
    covers = {entry["field"]: entry["at_most"] for entry in judge({})["cost"]["covers"]}
    assert covers
    for field in covers:
        group, _, part = field.rpartition(".")
        profile = {group: {part: 1}} if group else {part: 1}
        assert field not in {entry["field"] for entry in judge(profile)["cost"]["covers"]}
