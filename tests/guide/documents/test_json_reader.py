"""The JSON reader agrees with the standard library's and knows where everything stands."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.i_json import MAX_INTEGER, read_i_json
from guide.documents.document import Place
from guide.documents.json_reader import parse_json

texts = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values, st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_what_python_writes_reads_back(value: Any, indent: Any, ascii_only: bool) -> None:
    """Any JSON value, in any layout, comes back as it was."""
    document, faults = parse_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only), "f")

    assert faults == []
    assert document is not None
    assert document.data == value


@given(st.text(alphabet='{}[]",:0129.-+eEtrufalsn\\ \n\t\x00é', max_size=40))
def test_the_reader_takes_what_the_browser_takes(text: str) -> None:
    """A text is without fault for this reader exactly when it is for the one in the browser."""
    assert (parse_json(text, "f")[1] == []) == (read_i_json(text)[1] == [])


class CountedLines(str):
    """A text that counts the characters that are searched for a line break."""

    __slots__ = ()
    searched = 0

    def count(self, *arguments: Any) -> int:
        """Count, and count that."""
        CountedLines.searched += len(self)
        return str.count(self, *arguments)

    def rfind(self, *arguments: Any) -> int:
        """Find, and count that."""
        CountedLines.searched += len(self)
        return str.rfind(self, *arguments)


def test_places_are_not_counted_from_the_start_for_each_value() -> None:
    """A long line and many lines take time that grows with their length and no faster."""
    for space in ("", "\n"):
        CountedLines.searched = 0
        parse_json(CountedLines(f"[{f'1,{space}' * 1000}1]"), "f")
        assert CountedLines.searched <= 10_000


def test_every_key_and_value_has_its_place() -> None:
    """Tabs and characters beyond ASCII count as one column each."""
    document, _ = parse_json('{\n\t"é": [1,\n\t\t{"b": true}]\n}', "f")

    assert document is not None
    assert document.keys["é",] == Place(2, 2)
    assert document.values["é", 0] == Place(2, 8)
    assert document.values["é", 1, "b"] == Place(3, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("check.empty_file", 1, 1)),
        (" \n", ("check.empty_file", 1, 1)),
        ('{"a": 1,}', ("check.broken_json", 1, 9)),
        ('{"a": 1\n"b": 2}', ("check.broken_json", 2, 1)),
        ("[1, NaN]", ("check.broken_json", 1, 5)),
        ("{} {}", ("check.broken_json", 1, 4)),
        ('["a\nb"]', ("check.broken_json", 1, 4)),
        ('{"a": 1, "a": 2}', ("check.duplicate_key", 1, 10)),
        ("9" * 5000, ("check.number_too_large", 1, 1)),
        ("[1,\n 1e400]", ("check.number_too_large", 2, 2)),
        ("[-9007199254740992]", ("check.number_too_large", 1, 2)),
        ("[" * 100_000, ("check.too_deep", 1, 21)),
        (r'["a\ud800"]', ("check.half_character", 1, 2)),
        (r'{"\udc00": 1}', ("check.half_character", 1, 2)),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, expected: tuple[str, int, int]) -> None:
    """Each way of being wrong has its fault, where it stands."""
    _, faults = parse_json(text, "f")

    assert [(fault.message, fault.line, fault.column) for fault in faults] == [expected]
