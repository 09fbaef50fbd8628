from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case
from assessment.predicates import fields_of
from tests.assessment.cases import Judge, Record, dates, profiles
from tests.assessment.laws import check_unasked_counts_nowhere
from tests.assessment.report_parts import condition_state
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm


@pytest.mark.parametrize("folder", [SMALL_NORM, REAL_NORM], ids=["small", "real"])
@given(data=st.data(), on=dates)
def test_the_answer_to_a_question_that_is_not_asked_changes_nothing(folder: Any, data: st.DataObject, on: Any) -> None:
    norm = checked_norm(folder)
    document = {"format": "kmop-answers/1", "profile": data.draw(profiles(norm))}
    check_unasked_counts_nowhere(norm, document, on)


def test_an_answer_counts_while_it_is_not_known_whether_its_question_is_asked(judge: Judge) -> None:
    assert condition_state(judge({"enterprise_number": "0403.019.261"}), "registered-number") == "met"


def test_an_answer_counts_again_when_its_question_is_asked_again(judge: Judge) -> None:
    kept = {"enterprise_number": "1"}
    said = [judge({**kept, "has_enterprise_number": has})["eligibility"]["unrecognised"] for has in (False, True)]
    assert [bool(found) for found in said] == [False, True]


def test_a_question_that_hangs_on_one_that_is_not_asked_is_not_asked(norm: Record, judge: Judge) -> None:
    profile = {"provider_kind": "public", "application": "renewal", "dates": {"registered": "2022-03-01"}}
    asked = Case.of(norm, {"profile": profile}, judge.on).asked()
    assert asked["application"] is asked["dates.registered"] is False


@pytest.mark.parametrize("folder", [SMALL_NORM, REAL_NORM], ids=["small", "real"])
@given(data=st.data(), on=dates)
def test_no_condition_hangs_on_a_question_that_is_not_asked(folder: Any, data: st.DataObject, on: Any) -> None:
    norm = checked_norm(folder)
    case = Case.of(norm, {"profile": data.draw(profiles(norm))}, on)
    asked = case.asked()

    for condition in norm["conditions"].values():
        if case.applies(condition) is True:
            assert not [name for name in fields_of(condition.get("met_when")) if asked.get(name) is False]


def test_what_hangs_on_a_question_that_is_not_asked_is_no(norm: Record, judge: Judge) -> None:
    case = Case.of(norm, {"profile": {"provider_kind": "public"}}, judge.on)
    assert case.holds({"equals": {"field": "application", "value": "first"}}) is False
    assert case.holds({"not": {"in": {"field": "application", "values": ["first"]}}}) is True
    assert case.holds({"on_or_after": {"field": "dates.registered", "value": "2020-01-01"}}) is False
