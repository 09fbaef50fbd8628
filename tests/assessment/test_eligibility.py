import pytest

from tests.assessment.cases import Judge
from tests.assessment.report_parts import condition_state
from tests.norms import each_norm


@each_norm
def test_without_answers_every_condition_the_candidate_decides_is_unknown(judge: Judge) -> None:
    states = {entry["state"] for entry in judge({})["eligibility"]["conditions"]}
    assert states == {"unknown", "by_audit"}


@pytest.mark.parametrize(("has", "expected"), [(True, "met"), (False, "not_met")])
def test_saying_that_one_has_a_number_is_enough(judge: Judge, has: bool, expected: str) -> None:
    assert expected == condition_state(judge({"has_enterprise_number": has}), "registered-number")


@pytest.mark.parametrize(("has", "expected"), [(True, "met"), (None, "unknown")])
def test_a_number_that_cannot_be_right_is_remarked_upon_and_decides_nothing(
    judge: Judge, has: bool | None, expected: str
) -> None:
    said = {} if has is None else {"has_enterprise_number": has}
    report = judge({**said, "enterprise_number": "0123.456.789"})
    assert condition_state(report, "registered-number") == expected
    remark = {"field": "enterprise_number", "reason": {"message": "rules.unrecognised.enterprise_number", "values": {}}}
    assert report["eligibility"]["unrecognised"] == [remark]


@pytest.mark.parametrize("blank", ["", "  ", "\u00a0"])
def test_a_number_of_blanks_is_no_number(judge: Judge, blank: str) -> None:
    assert judge({"enterprise_number": blank})["eligibility"]["unrecognised"] == []


def test_the_number_of_somebody_who_says_to_have_none_is_not_looked_at(judge: Judge) -> None:
    report = judge({"has_enterprise_number": False, "enterprise_number": "0403.019.261"})
    assert condition_state(report, "registered-number") == "not_met"


@pytest.mark.parametrize("number", ["0403.019.261", "BE0403019261", "403019261"])
def test_a_right_enterprise_number_meets_the_condition_by_itself(judge: Judge, number: str) -> None:
    assert condition_state(judge({"enterprise_number": number}), "registered-number") == "met"


def test_an_account_needs_both_its_numbers_to_prove_itself(judge: Judge) -> None:
    iban, bic = {"iban": "BE71 0961 2345 6769"}, {"bic": "GKCCBEBB"}
    assert condition_state(judge(iban), "bank-account") == "unknown"
    assert condition_state(judge(iban | bic), "bank-account") == "met"
    assert condition_state(judge({"iban": "BE71 0961 2345 6768"} | bic), "bank-account") == "unknown"


def test_an_audit_bureau_cannot_be_registered(judge: Judge) -> None:
    report = judge({"is_audit_bureau": True})
    assert condition_state(report, "no-bureau") == "not_met"
    assert report["eligibility"]["state"] == "not_met"


def test_a_condition_that_does_not_block_leaves_the_whole_open(judge: Judge) -> None:
    report = judge({"services": ["advice"], "advice_is_cybersecurity": False})
    assert report["eligibility"]["state"] == "unknown"
