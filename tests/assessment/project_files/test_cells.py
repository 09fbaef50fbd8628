"""What cells say: amounts, days, yes and no; what can be read in two ways is not read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.project_files.amounts import hundredths_of
from assessment.project_files.days import NO_DAY, TWO_DIGITS, day_of, months_of
from assessment.project_files.sheet import Cell, column_letter, column_number

UNITS = frozenset({"€", "euro", "u"})
MONTHS = months_of([["januari", "jan"], *([f"maand{number}"] for number in range(2, 13))])


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("150", 15000),
        ("1.250,50", 125050),
        ("1 250,5", 125050),
        ("1\u00a0250,50", 125050),
        ("1\u202f250,50", 125050),
        ("1'250,50", 125050),
        ("1.250.000", 125000000),
        ("1,250.50", 125050),
        ("1250.5", 125050),
        ("€ 150", 15000),
        ("€150,-", 15000),
        ("150,--", 15000),
        ("150 Euro", 15000),
        ("-150,00", -15000),
        ("\u200e150,00\u00a0€", 15000),
        ("€ -150", -15000),
        ("(150)", -15000),
        ("+150", 15000),
        ("7,5 u", 750),
        (1250.5, 125050),
        (0, 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(cell: Cell, amount: int) -> None:
    assert hundredths_of(cell, UNITS) == amount


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "gratis",
        "1,250",
        "1.250.50",
        "12.50,00",
        "1 25",
        "150 dollar",
        "2 x 150",
        "150/200",
        "1,255",
        "10" * 10,
        1e15,
        float("nan"),
        float("inf"),
        True,
        None,
    ],
)
def test_what_is_no_amount_or_more_than_one_is_not_read(cell: Cell) -> None:
    assert hundredths_of(cell, UNITS) is None


@given(st.integers(0, 10**11), st.sampled_from([".", " ", "\u00a0", "'", ""]), st.sampled_from(["", "€ ", "-"]))
def test_an_amount_with_a_decimal_comma_is_read_back(cents: int, mark: str, before: str) -> None:
    written = f"{before}{grouped(cents // 100, mark)},{cents % 100:02}"
    assert hundredths_of(written, UNITS) == (-cents if before == "-" else cents)


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_look_at(text: str) -> None:
    hundredths_of(text, UNITS)
    day_of(text, MONTHS)


@pytest.mark.parametrize(
    "cell",
    [
        "15/01/2026",
        "15-1-2026",
        "15.01.2026",
        "15 01 2026",
        "2026-01-15",
        "2026/1/15",
        "2026-01-15T09:30:00Z",
        "2026-01-15 00:00:00",
        "15/01/2026 9:30",
        "15 januari 2026",
        "15 jan. 2026",
        "15e januari 2026",
        "Do 15 januari 2026",
        "do 15/01/2026",
        " 15/01/2026 ",
        "\u200e15/\u200e01/\u200e2026",
        "15\u00a0januari 2026",
        46037,
        46037.4,
        "46037",
    ],
)
def test_a_day_is_read_as_people_write_it(cell: Cell) -> None:
    assert day_of(cell, MONTHS) == ("2026-01-15", "")


def test_a_day_may_be_counted_from_1904() -> None:
    assert day_of(46037 - 1462, MONTHS, from_1904=True) == ("2026-01-15", "")


@pytest.mark.parametrize("cell", ["15/01/26", "15-1-26", "15 januari 26"])
def test_a_year_of_two_digits_is_not_guessed(cell: Cell) -> None:
    assert day_of(cell, MONTHS) == (None, TWO_DIGITS)


@pytest.mark.parametrize(
    "cell", ["", "volgt", "31/04/2026", "01/15/2026", "15/01", "januari 2026", "15/01/1926", 12, True, None, "123456"]
)
def test_what_is_no_day_is_not_read(cell: Cell) -> None:
    assert day_of(cell, MONTHS) == (None, NO_DAY)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_a_day_is_read_back(day: date, form: str) -> None:
    assert day_of(day.strftime(form), MONTHS) == (day.isoformat(), "")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_number_of_a_day_is_that_day(day: date) -> None:
    assert day_of((day - date(1899, 12, 30)) // timedelta(days=1), MONTHS) == (day.isoformat(), "")


@given(st.integers(1, 18_278))
def test_letters_of_a_column_are_read_back(number: int) -> None:
    assert column_number(column_letter(number)) == number


@pytest.mark.parametrize("letters", ["", "AAAA", "A1", "é", "-"])
def test_what_is_no_column_has_no_number(letters: str) -> None:
    assert column_number(letters) is None
