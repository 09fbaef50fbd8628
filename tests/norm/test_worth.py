"""The shares of the support by date and size, as the norm has them."""

from datetime import date

import pytest

from tests.assessment.cases import Judge
from tests.assessment.worth_cases import OWN, weighed


@pytest.mark.parametrize(
    ("on", "small", "medium"),
    [("2015-06-01", 50, 50), ("2018-06-01", 40, 30), ("2020-06-01", 30, 20), ("2026-11-22", 30, 20)],
)
def test_the_share_is_that_of_the_date_and_the_size(judge: Judge, on: str, small: int, medium: int) -> None:
    sizes = weighed(judge, OWN, date.fromisoformat(on))["sizes"]
    assert (sizes["small"]["share"], sizes["medium"]["share"]) == (small, medium)


def test_the_raised_share_holds_only_where_the_candidate_says_so(judge: Judge) -> None:
    assert weighed(judge, OWN | {"raised": True})["sizes"]["small"]["share"] == 45


def test_before_there_was_a_raised_share_the_ordinary_one_holds(judge: Judge) -> None:
    sizes = weighed(judge, OWN | {"raised": True}, date(2020, 6, 1))["sizes"]
    assert sizes["small"]["share"] == 30


def test_no_customer_is_given_more_than_the_ceiling(judge: Judge) -> None:
    small = weighed(judge, OWN | {"price": 100_000})["sizes"]["small"]
    assert small["subsidy"] == small["ceiling"] == 750_000


def test_what_all_customers_save_is_counted_by_size(judge: Judge) -> None:
    assert weighed(judge, OWN)["saved"] == 10 * 30_000 + 5 * 20_000
