"""What is in force on a day: both its first and its last day count."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case
from assessment.validity import in_force, state_before, state_in_force

DAYS = st.dates(date(2012, 1, 1), date(2028, 1, 1)).map(date.isoformat)
RULE: dict[str, Any] = {
    "states": [
        {"valid_until": "2016-03-31"},
        {"valid_from": "2016-04-01", "valid_until": "2019-11-30"},
        {"valid_from": "2019-12-01"},
    ],
}


@given(begin=st.none() | DAYS, end=st.none() | DAYS, day=DAYS)
def test_an_element_is_in_force_from_its_first_to_its_last_day(begin: str | None, end: str | None, day: str) -> None:
    limits = {"valid_from": begin, "valid_until": end}
    element = {key: limit for key, limit in limits.items() if limit}
    expected = (begin is None or begin <= day) and (end is None or day <= end)
    assert in_force(element, day) == expected
    assert Case.of({"profile": {"fields": {}}}, {}, date.fromisoformat(day)).in_force(element) == expected


def test_a_rule_is_in_the_state_of_the_day() -> None:
    assert state_in_force(RULE, "2016-03-31") is RULE["states"][0]
    assert state_in_force(RULE, "2016-04-01") is RULE["states"][1]


def test_between_states_there_is_none() -> None:
    assert state_in_force({"states": RULE["states"][:2]}, "2026-01-01") is None


def test_the_state_before_is_the_last_that_ended() -> None:
    assert state_before(RULE, "2026-01-01") is RULE["states"][1]
    assert state_before(RULE, "2016-01-01") is None


def test_what_has_no_states_is_its_own_only_state() -> None:
    fact = {"value": {"amount": 14, "unit": "days"}}
    assert state_in_force(fact, "1999-01-01") is fact
