"""The options of a field are its own, or stand in the norm itself."""

import pytest

from assessment.fields import option_ids, options_of, path_of
from guide.validation.schemas import schema
from tests.assessment.cases import Record

SOURCES = schema("profile")["properties"]["fields"]["items"]["properties"]["options_from"]["enum"]


def test_own_options_are_offered_in_their_order(norm: Record) -> None:
    field = {"kind": "choice", "options": [{"id": "b"}, {"id": "a"}]}
    assert option_ids(field, norm) == ["b", "a"]


@pytest.mark.parametrize("source", SOURCES)
def test_what_the_schema_lets_a_field_take_from_the_norm_can_be_chosen(norm: Record, source: str) -> None:
    options = options_of({"kind": "choices", "options_from": source}, norm)
    assert options
    assert all({"id", "title"} <= set(option) for option in options)


def test_what_is_no_choice_has_no_options(norm: Record) -> None:
    assert options_of({"kind": "date"}, norm) == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("checks.1.1", ["checks", "1.1"]),
        ("checks.1.1.conformity", ["checks", "1.1", "conformity"]),
        ("checks.ABC-1.2b.not_applicable.reason", ["checks", "ABC-1.2b", "not_applicable", "reason"]),
        ("profile.sites.belgium", ["profile", "sites", "belgium"]),
    ],
)
def test_a_dot_in_the_id_of_a_point_parts_nothing(name: str, path: list[str]) -> None:
    assert path_of(name) == path
