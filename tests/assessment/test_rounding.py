import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import Wording
from assessment.rounding import rounded_duration, rounded_money
from tests.assessment.cases import Record


def triple(low: int, likely: int, high: int) -> dict[str, int]:
    return {"low": low, "likely": likely, "high": high}


FEW = 3
"""So many days at most are told as days."""
TRIPLES = st.lists(st.integers(0, 1_000_000), min_size=3, max_size=3).map(lambda ends: triple(*sorted(ends)))


@pytest.fixture(scope="module")
def wording(norm: Record, messages: dict[str, str]) -> Wording:
    return Wording(norm, messages)


@pytest.mark.parametrize(
    ("cents", "expected"),
    [
        (triple(180_000, 240_000, 525_000), "ongeveer 2.400 euro (1.800 tot 5.250)"),
        (triple(37_500, 202_500, 547_500), "ongeveer 2.050 euro (350 tot 5.500)"),
        (triple(60_000, 61_200, 62_600), "ongeveer 600 euro (600 tot 650)"),
        (triple(1_200_000, 1_234_500, 1_300_100), "ongeveer 12.300 euro (12.000 tot 13.100)"),
        (triple(15_000, 15_000, 15_000), "ongeveer 150 euro"),
    ],
)
def test_an_amount_is_told_in_round_euros(wording: Wording, cents: Record, expected: str) -> None:
    assert wording.estimate(rounded_money(cents)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (triple(65, 95, 137), "ongeveer drie maanden (twee tot vijf)"),
        (triple(14, 30, 42), "ongeveer vier weken (twee tot zes)"),
        (triple(1, 6, 23), "enkele dagen (hoogstens vier weken)"),
        (triple(0, 2, 10), "enkele dagen (hoogstens twee weken)"),
        (triple(1, 2, 2), "één tot twee dagen"),
        (triple(0, 1, 3), "hoogstens drie dagen"),
        (triple(2, 2, 2), "ongeveer twee dagen"),
        (triple(7, 10, 14), "ongeveer één week (één tot twee)"),
        (triple(3, 20, 30), "ongeveer drie weken (hoogstens vijf weken)"),
        (triple(30, 65, 70), "ongeveer negen weken (vier tot tien)"),
        (triple(400, 410, 500), "ongeveer 13 maanden (13 tot 17)"),
    ],
)
def test_a_duration_is_told_as_roughly_as_it_is_known(wording: Wording, days: Record, expected: str) -> None:
    assert wording.estimate(rounded_duration(days)) == expected


@given(TRIPLES)
def test_no_duration_is_told_to_the_day(days: dict[str, int]) -> None:
    rounded = rounded_duration(days)
    assert rounded.unit != "days" or rounded.high <= FEW


def test_equal_ends_are_told_once(wording: Wording) -> None:
    assert wording.ends(rounded_money(triple(15_000, 15_000, 15_000))) == "150 euro"


def test_the_ends_are_told_with_their_unit(wording: Wording) -> None:
    assert wording.ends(rounded_duration(triple(65, 95, 137))) == "twee tot vijf maanden"


@given(TRIPLES)
def test_a_rounded_amount_covers_what_it_stands_for(cents: dict[str, int]) -> None:
    rounded = rounded_money(cents)
    assert rounded.low <= cents["low"] <= cents["high"] <= rounded.high


@given(TRIPLES)
def test_a_rounded_figure_keeps_its_order(days: dict[str, int]) -> None:
    rounded = rounded_duration(days)
    assert rounded.low <= rounded.likely <= rounded.high
