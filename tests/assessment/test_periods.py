from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.periods import add_months, add_period, period_of


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_months_never_fall_off_the_end_of_a_month(day: date, months: int, expected: date) -> None:
    assert expected == add_months(day, months)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 600))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later.replace(day=28) <= later))


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 600), st.integers(0, 600))
def test_more_months_never_end_earlier(day: date, fewer: int, more: int) -> None:
    low, high = sorted((fewer, more))
    assert add_months(day, low) <= add_months(day, high)


def test_a_period_adds_years_and_months_by_the_calendar_and_then_counts_days() -> None:
    assert date(2029, 3, 10) == add_period(date(2028, 2, 29), {"years": 1, "weeks": 1, "days": 3})


def test_a_date_beyond_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError, match="outside the calendar"):
        add_months(date(9999, 12, 31), 1)


def test_a_period_borrows_its_length_from_a_fact() -> None:
    norm = {"facts": {"window": {"value": {"low": 6, "high": 12, "unit": "months"}}}}
    assert period_of(norm, {"fact": "window", "bound": "high"}) == {"months": 12}


def test_a_borrowed_length_comes_on_top_of_the_periods_own() -> None:
    norm = {"facts": {"extension": {"value": {"amount": 3, "unit": "years"}}}}
    assert period_of(norm, {"fact": "extension", "years": 2, "days": 1}) == {"years": 5, "days": 1}
