import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from assessment.identifiers import is_valid_number, normalised_number

INVISIBLE = ["\u200b", "\u202a", "\u202c", "\u2060", "\ufeff"]
BLANKS = [" ", "\u00a0", "\u2009", "\u202f", "\t"]
LABELLED = [
    "0403.170.701",
    "BE0403170701",
    "BTW BE 0403.170.701",
    "BTW-BE 0403.170.701",
    "VAT BE0403.170.701",
    "TVA: BE 0403 170 701",
    "KBO nr. 0403-170-701",
    "RPR Gent 0403.170.701",
    "RPR Gent, afdeling Brugge, 0403.170.701",
    "BE 0403.170.701 RPR Gent",
    "403.170.701",
]


@pytest.mark.parametrize("typed", LABELLED)
def test_an_enterprise_number_is_read_with_the_words_that_people_write_around_it(typed: str) -> None:
    assert normalised_number("enterprise_number", typed) == "0403170701"


@pytest.mark.parametrize("typed", ["NL 0403170701", "in aanvraag", "0403.170.702", "0403.170.701 en 0403.019.261", "1"])
def test_what_is_no_belgian_number_is_not_taken_for_one(typed: str) -> None:
    assert normalised_number("enterprise_number", typed) is None


@pytest.mark.parametrize("typed", ["IBAN BE48 3200 7018 4927", "IBAN: be48320070184927", "BE48-3200-7018-4927"])
def test_an_account_number_is_read_with_its_label(typed: str) -> None:
    assert normalised_number("iban", typed) == "BE48320070184927"


@pytest.mark.parametrize("typed", ["BIC: GKCCBEBB", "swift gkcc be bb", "GKCCBEBB"])
def test_a_bank_is_read_with_its_label(typed: str) -> None:
    assert normalised_number("bic", typed) == "GKCCBEBB"


@given(st.sampled_from(range(1000)), st.integers(0, 9_999_999))
def test_an_account_of_any_belgian_bank_can_be_right(bank: int, account: int) -> None:
    first = bank * 10_000_000 + account
    national = f"{first:010}{first % 97 or 97:02}"
    assert is_valid_number("iban", f"BE{mod_97_10.calc_check_digits(national + 'BE')}{national}")


@given(st.sampled_from(range(16)), st.integers(1, 9))
def test_an_account_number_with_one_digit_wrong_is_not_taken(place: int, more: int) -> None:
    digits = list("BE48320070184927")
    if digits[place].isdigit():
        digits[place] = str((int(digits[place]) + more) % 10)
        assert not is_valid_number("iban", "".join(digits))


@pytest.mark.parametrize(
    ("kind", "number"), [("enterprise_number", "0403170701"), ("iban", "BE48320070184927"), ("bic", "GKCCBEBB")]
)
@given(data=st.data())
def test_invisible_marks_and_blanks_of_every_kind_change_nothing(kind: str, number: str, data: st.DataObject) -> None:
    between = st.sampled_from(["", *INVISIBLE, *BLANKS])
    typed = data.draw(between) + "".join(sign + data.draw(between) for sign in number)
    assert normalised_number(kind, typed) == number
