"""The parser that the browser has and the JSON Schema of the command line judge every document the same."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessment import parse_answers
from guide.validation.answers_schema import answers_schema
from guide.validation.validator import validator
from tests.norms import SMALL_NORM, checked_norm

NORM = checked_norm(SMALL_NORM)
JUDGE = validator(answers_schema(NORM))

# A document that uses every part of the format, with an answer of each kind.
FULL: dict[str, Any] = {
    "format": "kmop-answers/1",
    "norm": {"id": "small-norm", "version": "2026.1.1"},
    "title": "Alles ingevuld",
    "profile": {
        "services": ["training", "advice"],
        "advice_is_cybersecurity": True,
        "themes": ["management", "digital_skills"],
        "provider_kind": "private",
        "enterprise_number": "0403.170.701",
        "application": "first",
        "passed_requirements": ["offering"],
        "certificates": ["iso_9001"],
        "deployed_people": 1,
        "sites": {"belgium": 0, "abroad": 2},
        "dates": {"application": "2026-11-01", "registered": "2024-02-29"},
        "hourly_rate": "150.00",
        "hours": "16",
    },
    "checks": {
        "OFR-1": {"conformity": "B", "demonstrability": "V", "note": "", "present": "Iemand"},
        "REF-2": {"not_applicable": {"reason": "Geen mensen."}},
    },
    "requirements": {"trust": {"works": "Zo.", "shows": ""}, "offering": {}},
    "scan": {"trust": {"conformity": "B", "demonstrability": "V"}, "offering": {}, "references": "T"},
    "documents": {"offering-description": {"state": "in_progress", "note": "Bijna.", "place": "Lade", "owner": "Mia"}},
    "unknown": ["profile.starter", "checks.OFR-1.conformity", "scan.offering.conformity", "worth.price"],
    "scenarios": [
        {"title": "Alles", "profile": {"services": ["training"], "starter": True, "certificates": []}},
        {"checks": {"OFR-1": {"conformity": "T", "demonstrability": "V"}, "REF-2": {}}},
        {},
    ],
}

# Words and figures that come near to being right, which arbitrary ones hardly ever do.
NEAR: list[Any] = [
    "training", "T", "X", "ready", "OFR-1", "OFR-3", "offering", "management", "project-list", "kmop-answers/1",
    "2026-02-29", "2024-02-29", "2026-11-01\n", "20261101", "150.00", "150.000", "150,00", "1234567", "16\n",
    "0022-06-15", "2100-01-01",
    "profile.starter", "checks.OFR-9.conformity", "checks.OFR-1.note", "documents.project-list.state", "profile.sites",
    "small-norm\n", "Small", " ", "\n", "\u00a0", "\u200b", "é", "x" * 200, "x" * 201, "x" * 41, "x" * 20_001,
    0, 1, -1, 100_000, 100_001, 1.0, 0.0, 1.5, 10**400, True, False, None, [], {}, ["training", "training"], [1, True],
]  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.sampled_from(NEAR) | st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
KEYS = st.sampled_from(
    [
        "format",
        "norm",
        "profile",
        "checks",
        "OFR-2",
        "OFR-9",
        "project-list",
        "state",
        "reason",
        "seat",
        "x",
        "scenarios",
    ]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a document."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for step, child in items for inner in places(child, (*path, step)))]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A right document in which something was replaced, added or taken out, up to three times."""
    document = json.loads(json.dumps(FULL))
    for _ in range(draw(st.integers(0, 3))):
        document = changed(draw, document)
    return document


def changed(draw: st.DrawFn, document: Any) -> Any:
    """Change one place; what is put there is a copy, since the next change may be within it."""
    path = draw(st.sampled_from(places(document)))
    if not path:
        return deepcopy(draw(VALUES))
    parent = document
    for step in path[:-1]:
        parent = parent[step]
    kind = draw(st.sampled_from(["replace", "add", "remove"]))
    if kind == "replace":
        parent[path[-1]] = deepcopy(draw(VALUES))
    elif kind == "remove":
        del parent[path[-1]]
    elif isinstance(parent, dict):
        parent[draw(KEYS)] = deepcopy(draw(VALUES))
    else:
        parent.append(deepcopy(draw(VALUES)))
    return document


def test_the_full_document_is_right() -> None:
    """What the mutations start from is right for both."""
    assert parse_answers(FULL, NORM)[1] == []
    assert list(JUDGE.iter_errors(FULL)) == []


@settings(max_examples=500)
@given(mutated())
@example({"format": "kmop-answers/1", "profile": {"deployed_people": 1.0}})
@example({"format": "kmop-answers/1", "profile": {"dates": {"application": "2026-11-01\n"}}})
@example({"format": "kmop-answers/1", "norm": {"id": "small-norm\n", "version": ""}})
@example({"format": "kmop-answers/1", "profile": {"services": [1, True]}})
@example({"format": "kmop-answers/1", "scenarios": [{}, {}, {}, {}]})
@example({"format": "kmop-answers/1", "appendix": [{"id": "x", "version": "1", "answer": 1}] * 1000})
@example({"format": "kmop-answers/1", "appendix": [{"id": "x", "version": "1", "answer": 1}] * 1001})
@example({"format": "kmop-answers/1", "scenarios": [{"profile": {"seat": "belgium"}}]})
@example({"format": "kmop-answers/1", "scenarios": [{"checks": {"OFR-1": {"note": "x"}}}]})
@example({"format": "kmop-answers/1", "checks": {"REF-2": {"not_applicable": {"reason": "\u200b"}}}})
def test_both_judge_the_same(document: Any) -> None:
    """A document is right for the parser exactly when it is right for the schema."""
    _, faults = parse_answers(document, NORM)
    errors = list(JUDGE.iter_errors(document))

    assert (faults == []) == (errors == []), (faults, errors)


def put(path: tuple[Any, ...], value: Any) -> Any:
    """The full document with one value in the place of another."""
    if not path:
        return value
    document = json.loads(json.dumps(FULL))
    parent = document
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    return document


@pytest.mark.parametrize("path", places(FULL), ids=lambda path: ".".join(map(str, path)) or "all")
def test_both_judge_every_near_miss_the_same(path: tuple[Any, ...]) -> None:
    """At every place of the full document, each value that comes near is right for both or for neither."""
    documents = [put(path, value) for value in NEAR]

    assert [parse_answers(document, NORM)[1] == [] for document in documents] == [
        JUDGE.is_valid(document) for document in documents
    ]


def test_the_schema_narrows_for_the_real_norm_too(real_norm: dict[str, Any]) -> None:
    """The answers of the project's own norm are held to its own check points."""
    wanted = answers_schema(real_norm)["properties"]["checks"]["propertyNames"]["enum"]

    assert wanted == [name for requirement in real_norm["requirements"].values() for name in requirement["checks"]]
