"""JSON that JavaScript and Python would not take for the same is refused, and everything else is read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.i_json import MAX_INTEGER, read_i_json

TEXTS = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_what_python_writes_reads_back(value: Any, ascii_only: bool) -> None:
    assert read_i_json(json.dumps(value, ensure_ascii=ascii_only)) == (value, [])


@given(st.text(alphabet='{}[]",:0129.-+eENaInfity\\u \n', max_size=40) | st.text(max_size=20))
def test_whatever_is_read_can_be_written_as_json_again(text: str) -> None:
    document, faults = read_i_json(text)
    assert (document is None) or json.dumps(document, allow_nan=False).isascii()
    assert len(faults) <= 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        ("[" * 100_000, "not_json"),
        ("NaN", "not_json"),
        ("[-Infinity]", "not_json"),
        (r'"\ud800"', "not_json"),
        ('"\ud800"', "not_json"),
        (r'"\u0000"', "nul_character"),
        (r'{"a\\\u0000": 1}', "nul_character"),
        ("1e400", "number_too_large"),
        ("-1e400", "number_too_large"),
        (str(MAX_INTEGER + 1), "number_too_large"),
        ("1" + "0" * 5000, "number_too_large"),
        ("0." + "1" * 5000, "number_too_large"),
        ('{"a": 1, "b": 2, "a": 1}', "duplicate_key"),
        ('[{"a": {"b": 1, "b": 2}}]', "duplicate_key"),
        (r'{"a": 1, "\u0061": 2}', "duplicate_key"),
    ],
)
def test_what_readers_do_not_agree_on_is_refused(text: str, message: str) -> None:
    document, faults = read_i_json(text)
    assert (document, [fault.message for fault in faults]) == (None, [f"answers.{message}"])


def test_what_only_spells_the_character_with_number_nought_is_read() -> None:
    assert read_i_json(r'"\\u0000"') == (r"\u0000", [])


def test_the_key_that_stands_there_twice_is_named() -> None:
    assert read_i_json('{"a": 1, "b": 2, "b": 3}')[1][0].values == {"key": "b"}
