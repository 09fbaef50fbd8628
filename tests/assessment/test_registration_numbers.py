"""What is odd about the number of a registration: a remark beside it, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.identifiers import is_valid_number, remark_on_number
from tests.assessment.cases import FULL, Judge


def remark(number: str, services: list[str] | None = None) -> str | None:
    found = remark_on_number("registration_number", number, services)
    return found and found.removeprefix("registration_number.")


@pytest.mark.parametrize("number", ["DV.O912345", "dv.a912345", "Nummer: DV.O912345", "DV.O912345 en DV.A912346"])
def test_a_number_as_providers_print_it_has_no_remark(number: str) -> None:
    assert remark(number) is None
    assert is_valid_number("registration_number", number)


@pytest.mark.parametrize(
    ("number", "odd"),
    [
        ("DV.0912345", "zero"),
        ("DV. O912345", "blank"),
        ("DV.O 912 345", "blank"),
        ("DV.O9123456", "digits"),
        ("DV.O91234", "digits"),
        ("DV.O9I2345", "digits"),
        ("DV.X912345", "form"),
        ("DV.", "form"),
        ("912345", "form"),
        ("in aanvraag", "form"),
    ],
)
def test_what_is_odd_about_a_number_is_named(number: str, odd: str) -> None:
    assert remark(number) == odd


@pytest.mark.parametrize(
    ("number", "services", "odd"),
    [
        ("DV.A912345", ["training"], "service"),
        ("DV.O912345", ["advice"], "service"),
        ("DV.A912345", ["training", "advice"], None),
        ("DV.A912345", None, None),
    ],
)
def test_a_number_of_another_service_is_remarked_on(number: str, services: list[str] | None, odd: str | None) -> None:
    assert remark(number, services) == odd


def test_of_two_numbers_the_gravest_remark_is_given() -> None:
    assert remark("DV.O 912345 en DV.0912346") == "zero"


@given(st.text(max_size=60))
def test_anything_can_be_typed(number: str) -> None:
    assert remark(number) in {None, "form", "zero", "digits", "service", "blank"}


def test_a_remark_changes_no_verdict(judge: Judge) -> None:
    profile = {**FULL, "application": "renewal"}
    odd, even = (judge({**profile, "registration_number": number}) for number in ("DV.0912345", "DV.O912345"))

    assert [each["field"] for each in odd["eligibility"].pop("unrecognised")] == ["registration_number"]
    assert even["eligibility"].pop("unrecognised") == []
    same = ("eligibility", "outcome", "actions", "warnings", "documents")
    assert [odd[part] for part in same] == [even[part] for part in same]
