"""The schemas are schemas, they refuse what they do not know, and the checker has words for what they ask."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from guide.catalogue import load_messages
from guide.documents.document import Document
from guide.norm.files import FILES, FOLDERS
from guide.validation.schema_faults import schema_faults
from guide.validation.schemas import schema, schema_names
from guide.validation.validator import validator

each_schema = pytest.mark.parametrize("name", schema_names())


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every map inside a schema, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


@each_schema
def test_every_schema_is_one(name: str) -> None:
    """Each holds to the 2020-12 meta-schema."""
    Draft202012Validator.check_schema(schema(name))


@each_schema
def test_every_schema_goes_by_its_file_name(name: str) -> None:
    """References between schemas are relative file names."""
    assert schema(name)["$id"] == f"{name}.schema.json"


@each_schema
def test_every_reference_leads_somewhere(name: str) -> None:
    """A reference that leads nowhere would only fail when it is followed."""
    names = {f"{one}.schema.json" for one in schema_names()}
    for part in parts(schema(name)):
        file, _, pointer = str(part.get("$ref", "#")).partition("#")
        assert file in {"", *names}
        target: Any = schema(file.removesuffix(".schema.json") or name)
        for step in filter(None, pointer.split("/")):
            target = target[step]


@pytest.mark.parametrize("name", [*FILES, *FOLDERS.values()])
def test_every_norm_file_refuses_unknown_keys(name: str) -> None:
    """A misspelt key is a fault, never something that is silently left out."""
    open_parts = [
        part for part in parts(schema(name)) if "properties" in part and part.get("additionalProperties") is not False
    ]

    assert open_parts == []


def test_there_is_a_schema_for_every_file() -> None:
    """Each kind of norm file has its schema."""
    assert {*FILES, *FOLDERS.values(), "answers", "common"} <= set(schema_names())


@each_schema
def test_every_pattern_has_words(name: str) -> None:
    """A pattern is no sentence: the checker says what it means."""
    from guide.validation.schema_faults import PATTERNS  # noqa: PLC0415 - beside the one test that needs it

    messages = load_messages("nl", "check")
    patterns = {part["pattern"] for part in parts(schema(name)) if isinstance(part.get("pattern"), str)}
    judged = {*FILES, *FOLDERS.values(), "answers", "common"}
    missing = [one for one in patterns if f"check.pattern_{PATTERNS.get(one)}.wrong" not in messages]

    assert missing == [] or name not in judged


@pytest.mark.parametrize("name", [*FILES, *FOLDERS.values(), "answers", "common"])
def test_every_type_and_every_format_has_words(name: str) -> None:
    """Their messages are put together from the schema: each that can be must be there."""
    messages = load_messages("nl", "check")
    types = [part["type"] for part in parts(schema(name)) if isinstance(part.get("type"), (str, list))]
    kinds = {"_or_".join([one] if isinstance(one, str) else one) for one in types}
    formats = {part["format"] for part in parts(schema(name)) if isinstance(part.get("format"), str)}
    wanted = {f"check.type_{kind}.wrong" for kind in kinds} | {f"check.format_{form}.wrong" for form in formats}

    assert wanted - set(messages) == set()


class Counted(str):
    """A text that counts how often it is compared."""

    __slots__ = ()
    comparisons = 0

    def __eq__(self, other: object) -> bool:
        Counted.comparisons += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_the_items_of_a_list_are_not_compared_with_one_another() -> None:
    """Where they are of several kinds, the library would do so."""
    values = [item for number in range(500) for item in (Counted(number), number)]
    document = Document("f", [*values, "1"], {}, {})

    faults = schema_faults(document, validator({"uniqueItems": True}))

    assert [(fault.message, fault.path) for fault in faults] == [("check.twice_in_list", "[1000]")]
    assert Counted.comparisons <= len(values)


def test_of_many_faults_in_a_file_the_first_are_told() -> None:
    """What was meant is looked up for each."""
    document = Document("f", {f"x{number}": 1 for number in range(5000)}, {}, {})

    assert len(schema_faults(document, validator({"properties": {"x": {}}, "additionalProperties": False}))) == 500


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://a.be/x?y=1", True),
        ("http://a", True),
        ("a.be", False),
        ("https://", False),
        ("https://a b", False),
        ("https://[", False),
        ("mailto:x@y", False),
    ],
)
def test_addresses_are_web_addresses(address: str, fine: bool) -> None:
    """The format `uri` asks for a whole address on the web."""
    assert validator({"format": "uri"}).is_valid(address) == fine


@pytest.mark.parametrize(
    ("value", "fine"), [("2026-02-28", True), ("2026-02-29", False), ("2024-02-29", True), (5, True)]
)
def test_dates_are_days_of_the_calendar(value: object, fine: bool) -> None:
    """The format `date` asks for a day that exists; other kinds of value are not its business."""
    assert validator({"format": "date"}).is_valid(value) == fine


COUNTED = validator({"additionalProperties": {"type": "integer"}})


@pytest.mark.parametrize(
    ("data", "message", "values"),
    [
        ({"eurocents": "15.000"}, "thousands_amount", {"value": "15.000", "whole": "15000", "cents": "1500000"}),
        ({"eurocents": "150,000"}, "thousands_amount", {"value": "150,000", "whole": "150000", "cents": "15000000"}),
        ({"points": "1.000"}, "thousands", {"value": "1.000", "whole": "1000"}),
        ({"eurocents": 150.5}, "decimal_amount", {"value": "150.5", "cents": "15050"}),
        ({"points_at_most": 1.5}, "type_integer", {"value": "1.5"}),
    ],
)
def test_a_number_that_is_not_whole_is_told_what_was_meant(
    data: dict[str, Any], message: str, values: dict[str, str]
) -> None:
    (fault,) = schema_faults(Document("f", data), COUNTED)
    assert fault.message == f"check.{message}"
    assert values.items() <= dict(fault.values).items()
