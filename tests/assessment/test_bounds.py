"""Bounds are bounds: no answer more leads outside what was said before, but where it was said what is not covered."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.cases import Judge, Record, answers, profiles, scans
from tests.assessment.laws import check_answer_within_bounds, check_score_within_bounds, fields_in
from tests.norms import each_norm


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_answer_about_the_situation_never_leads_outside_the_bounds(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    document = data.draw(st.one_of(answers(norm), profiles(norm).map(lambda each: {"profile": each})))
    document |= {"format": "kmop-answers/1"}
    for name in fields_in(document):
        check_answer_within_bounds(norm, document, judge.on, name)


@each_norm
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_score_never_leads_outside_the_bounds(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    document |= {"scan": data.draw(scans(norm))}
    for point, given_scores in document.get("checks", {}).items():
        for dimension in given_scores.keys() & {"conformity", "demonstrability"}:
            check_score_within_bounds(norm, document, judge.on, (point, dimension))


def test_a_score_against_the_quick_scan_is_named(judge: Judge) -> None:
    document = {
        "format": "kmop-answers/1",
        "scan": {"trust": {"conformity": "V"}},
        "checks": {"TRU-1": {"conformity": "B"}},
    }
    assert judge.report(document)["readiness"]["unlike_scan"] == ["TRU-1"]


def test_a_score_that_the_quick_scan_did_not_ask_about_is_not_against_it(judge: Judge) -> None:
    given = {"scan": {"trust": {"conformity": "V"}}, "checks": {"TRU-1": {"demonstrability": "B"}}}
    assert judge.report({"format": "kmop-answers/1"} | given)["readiness"]["unlike_scan"] == []


def test_the_largest_number_that_the_estimate_covers_is_told(judge: Judge) -> None:
    covers = {entry["field"]: entry["at_most"] for entry in judge({})["cost"]["covers"]}
    assert covers
    for field in covers:
        group, _, part = field.rpartition(".")
        profile = {group: {part: 1}} if group else {part: 1}
        assert field not in {entry["field"] for entry in judge(profile)["cost"]["covers"]}
