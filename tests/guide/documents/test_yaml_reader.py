"""The YAML reader takes plain data with places, and turns everything else into faults."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.documents.document import Place
from guide.documents.yaml_reader import parse_yaml, read_yaml


def data(text: str) -> Any:
    document, faults = parse_yaml(text, "f")
    assert faults == []
    assert document is not None
    return document.data


def faults(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a text: message, line and column."""
    return [(fault.message, fault.line, fault.column) for fault in parse_yaml(text, "f")[1]]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("15.000", "15.000"),
        ("1.500.000", "1.500.000"),
        ("1.5e3", 1500.0),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("OFF", "OFF"),
        ("2026-02-01", "2026-02-01"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        (".inf", ".inf"),
        ("0403.170.701", "0403.170.701"),
        ("9" * 15, int("9" * 15)),
        ("9" * 16, "9" * 16),
        ("9" * 40, "9" * 40),
        (r'"\ud83d\ude00"', "\U0001f600"),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_scalars_are_those_that_yaml_and_json_share(written: str, read: object) -> None:
    """Dates, `yes`, octals and the like stay texts; only true and false are booleans."""
    value = data(f"a: {written}\n")["a"]

    assert value == read
    assert type(value) is type(read)


def test_every_key_and_value_has_its_place() -> None:
    """Lines and columns count from 1, in characters."""
    document, _ = parse_yaml("é:\n  - x: 1\n    y: [2, 3]\n", "f")

    assert document is not None
    assert document.keys["é", 0, "y"] == Place(3, 5)
    assert document.values["é", 0, "x"] == Place(2, 8)
    assert document.values["é", 0, "y", 1] == Place(3, 12)


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    """A file that a Windows editor saved reads as any other."""
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    document, wrong = read_yaml(path)

    assert wrong == []
    assert document is not None
    assert document.data == {"a": 1, "b": 2}
    assert document.keys["b",] == Place(2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("check.empty_file", 1, 1)),
        ("# only a comment\n", ("check.empty_file", 1, 1)),
        ("---\n...\n", ("check.empty_file", 1, 1)),
        ("a:\n\t- b\n", ("check.tab", 2, 1)),
        ("a: [1,\t\n\t2]\n", ("check.tab", 2, 1)),
        ("a: 1\nb: 2\na: 3\n", ("check.duplicate_key", 3, 1)),
        ("a: 1\n--- \nb: 2\n", ("check.second_document", 2, 1)),
        ("1: a\n", ("check.key_not_text", 1, 1)),
        ("true: a\n", ("check.key_not_text", 1, 1)),
        ("? [a, b]\n: c\n", ("check.key_not_text", 1, 3)),
        ("a: &x 1\n", ("check.anchor", 1, 4)),
        ("a: !!set {}\n", ("check.tag", 1, 4)),
        ("a: b: c\n", ("check.broken_colon", 1, 5)),
        ("a: 'b\n", ("check.broken_quote", 2, 1)),
        ('a: "\\q"\n', ("check.broken_escape", 1, 6)),
        ("a: %b\n", ("check.broken_character", 1, 4)),
        ("a: [1, 2\nb: 3\n", ("check.broken_bracket", 2, 2)),
        ("a: {\n", ("check.broken", 2, 1)),
        ("a: [\n  - b]\n", ("check.broken_dash", 2, 3)),
        ("a: [1]]\n", ("check.broken_closing", 1, 7)),
        ("a: - b\n", ("check.broken_dash", 1, 4)),
        ("a: 1\n  b: 2\n", ("check.broken_colon", 2, 4)),
        ("a:\n  b: 1\n c: 2\n", ("check.broken_indent", 3, 2)),
        ("a: 1\nb\n", ("check.broken_no_colon", 3, 1)),
        ("a: \x00\n", ("check.control_character", 1, 4)),
        ("a: b\n\nc: '\x85'\n", ("check.control_character", 3, 5)),
        ("a: \u2028\n", ("check.control_character", 1, 4)),
        ('a: "\\ud800"\n', ("check.half_character", 1, 4)),
        ('a: 1\nb: "\\UFFFFFFFF"\n', ("check.broken_escape", 2, 5)),
        ('a: "\\U00110000"\n', ("check.broken_escape", 1, 5)),
        ("{a: " * 99 + "}" * 99, ("check.too_deep", 1, 241)),
        ("a: b\n=======\n", ("check.merge_conflict", 2, 1)),
        ("a: b\n||||||| 1a2b3c\n", ("check.merge_conflict", 2, 1)),
        ("a: 1\n>>>>>>> theirs\n", ("check.merge_conflict", 2, 1)),
        ("-\u00a0a: 1\n", ("check.hard_space", 1, 2)),
        ("a: ‘b c’\n", ("check.smart_quotes", 1, 4)),
        ('a: "b\\tc"\n', ("check.escaped", 1, 4)),
        ("a: b c # d\n", ("check.cut_off", 1, 8)),
        ("a: b #1\n", ("check.cut_off", 1, 6)),
        ("a: b # c\n", ("check.cut_off", 1, 6)),
        ("a: {b: c # d}\ne: 1\n", ("check.cut_off", 1, 10)),
        ('a: {b: "c # d", e\n', ("check.broken_bracket", 2, 1)),
        ("{a: 1,00, b: 2,00}\n", ("check.comma_number", 1, 7)),
        ("{a: 1,00, b: 2,00}\n", ("check.comma_number", 1, 16)),
        ("{a: b, c}\n", ("check.comma_text", 1, 8)),
        ("{a}\n", ("check.key_alone", 1, 2)),
        ("{a: b: c}\n", ("check.broken_flow_colon", 1, 6)),
        ('a: "b\nc: "d"\n', ("check.broken_quote_open", 1, 4)),
        ('a: "b "c" d"\n', ("check.broken_quote_inside", 1, 7)),
        ("{nl: 's Avonds kunt u bellen}\n", ("check.broken_apostrophe", 1, 6)),
        ("nl: 's Avonds kunt u bellen\n", ("check.broken_apostrophe", 1, 5)),
        ("{a: 't gaat om 's ochtends}\n", ("check.broken_apostrophe", 1, 5)),
        ("a: >-\n  b\n  # noot\n  c\n", ("check.note_in_text", 3, 3)),
        ("a:\n  – b\n  – c\n", ("check.long_dash", 2, 3)),
        ("a:\n  – b: c\n", ("check.long_dash", 2, 3)),
        ("a: ge\ufffdn\n", ("check.lost_character", 1, 6)),
        ("a: b\u200bc\n", ("check.unseen_character", 1, 5)),
        ('a: "b\tc"\n', ("check.tab_in_text", 1, 6)),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, expected: tuple[str, int, int]) -> None:
    """Each way of being wrong has its own fault, where it stands."""
    assert expected in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # one\n",
        "a: 2026-01-01 # c\n",
        "a: true # c\n",
        "a: ‘b’ en ‘c’\n",
        "a: |\n  b # c\n",
        'a: "b # c"\n',
        "{a: , b: 2}\n",
        "a: >-\n  b\n# noot\nc: d\n",
        "a:\n  b: >-\n    c\n  # noot\n  d: e\n",
        "a: 'b'\n",
        'a: "x\\ny"\n',
    ],
)
def test_what_only_looks_like_a_slip_is_none(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", ["a: ‘b c’\n", 'a: "b\\tc"\n', "a: b c # d\n", "{a: b, c}\n", "a: |\n  <<<<<<< x\n"])
def test_answers_are_read_as_the_page_reads_them(text: str) -> None:
    assert parse_yaml(text, "f", is_answers=True)[1] == []


def test_answers_that_two_people_changed_at_once_are_said_to_be_so() -> None:
    _, faults = parse_yaml("a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", "f", is_answers=True)

    assert [(fault.message, fault.line) for fault in faults] == [("check.merge_conflict", 2)]


@pytest.mark.parametrize("code", [*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF])
def test_answers_hold_any_character_that_the_page_writes(code: int) -> None:
    """What YAML 1.1 would refuse or take for a line break is read as it stands, with its place."""
    text = f"a{chr(code)}b"
    for written in (text, f'"{text}"', f"'{text}'", f"|-\n  {text}"):
        document, wrong = parse_yaml(f"note: {written}\nx: 1\n", "f", is_answers=True)

        assert (document and document.data, wrong) == ({"note": text, "x": 1}, [])


def test_what_stands_in_for_a_character_is_none_of_the_texts_own() -> None:
    """A text may hold the private characters itself."""
    text = "\x85\U000f0000\u2028\U000f0001"

    document, _ = parse_yaml(f'note: "{text}"\n', "f", is_answers=True)

    assert document is not None
    assert document.data == {"note": text}


def test_answers_nest_no_deeper_than_the_page_takes_them() -> None:
    """Twenty lists in one another, as in `frontend/answers/read-file.ts`."""
    for levels, expected in ((20, []), (21, ["check.too_deep"])):
        _, wrong = parse_yaml("[" * levels + "]" * levels, "f", is_answers=True)

        assert [fault.message for fault in wrong] == expected


def size(value: Any) -> int:
    """How many values there are, those within others too."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(size, inner))


@pytest.mark.parametrize("width", [10, 1000])
def test_references_to_references_do_not_grow_a_document(width: int) -> None:
    """A billion laughs: what is read is not much larger than what was written."""
    levels = ["a0: &a0 x"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * width)}]" for n in range(1, 10)]
    document, wrong = parse_yaml("\n".join(levels), "f")

    assert document is not None
    assert size(document.data) <= 2 * (10 * (width + 2) + 10_000)
    assert {fault.message for fault in wrong} == {"check.anchor"}


def test_of_many_tabs_the_first_are_told() -> None:
    """Each is found from the start of the file."""
    assert len(faults("\ta\n" * 5000)) == 100


def test_everything_wrong_is_said_at_once() -> None:
    """Reading goes on after a fault that leaves the rest readable."""
    text = "a: 1\na: 2\n3: b\nc: &x {d: 1, d: 2}\n"

    assert [message for message, _, _ in faults(text)] == [
        "check.duplicate_key",
        "check.key_not_text",
        "check.anchor",
        "check.duplicate_key",
    ]


def test_the_first_of_two_equal_keys_stands() -> None:
    """A key that comes again changes nothing, and its value brings no places of its own."""
    document, _ = parse_yaml("a: 1\na: {b: 2}\n", "f")

    assert document is not None
    assert document.data == {"a": 1}
    assert ("a", "b") not in document.values


def test_deep_nesting_is_no_crash() -> None:
    """A hundred thousand brackets are a fault like any other."""
    assert faults("[" * 100_000) == [("check.too_deep", 1, 61)]
    assert faults("[" * 100 + "]" * 100) == [("check.too_deep", 1, 61)]


@given(st.binary(max_size=200))
def test_no_bytes_are_too_much(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    """Whatever stands in a file, reading it gives a document or a fault, and each fault has a place."""
    path = tmp_path_factory.getbasetemp() / "arbitrary.yaml"
    path.write_bytes(raw)

    document, wrong = read_yaml(path)

    assert document is not None or wrong
    assert all(fault.line >= 1 and fault.column >= 1 for fault in wrong)


@given(st.text(alphabet="ab:- \n\t[]{},'\"#&*!|>%@`?1\\", max_size=60))
def test_no_text_is_too_much(text: str) -> None:
    """The same for what looks almost like YAML."""
    document, wrong = parse_yaml(text, "f")

    assert document is not None or wrong
    assert all(fault.line >= 1 and fault.column >= 1 for fault in wrong)
