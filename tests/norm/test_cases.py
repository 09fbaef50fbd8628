"""First-hand cases: what people did, as they told it, and what must be said of it on a date."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from assessment import assess, present
from tests.assessment.cases import Record
from tests.norm.looking import collected, look_up


def _judged() -> Iterator[Any]:
    for name, case in collected("cases").items():
        for place, judged in enumerate(case["judged"]):
            for day in judged["dates"]:
                yield pytest.param(name, place, day, id=f"{name} on {day} ({place})")


def sentences(part: Any) -> Iterator[str]:
    """Yield every text of a result."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from sentences(inner)


@pytest.mark.parametrize(("name", "place", "day"), list(_judged()))
def test_of_a_first_hand_case_is_said_what_must_be_said(
    real_norm: Record, messages: Mapping[str, str], name: str, place: int, day: str
) -> None:
    case = real_norm["cases"][name]
    wanted = case["judged"][place]
    report = assess(real_norm, case["answers"], date.fromisoformat(day))
    given = {entry["id"] for entry in report["warnings"]}
    said = "\n".join(sentences(present(report, real_norm, messages, {})))

    assert set(wanted.get("warns", ())) - given == set()
    assert set(wanted.get("silent", ())) & given == set()
    assert set(wanted.get("remarks", ())) <= {entry["field"] for entry in report["eligibility"]["unrecognised"]}
    expected = wanted.get("expected", {})
    assert {path: look_up(report, path) for path in expected} == expected
    assert [words for words in wanted.get("says", ()) if words not in said] == []
    assert [words for words in wanted.get("never_says", ()) if words in said] == []


def test_each_case_is_judged_on_the_day_of_the_data_too(real_norm: Record) -> None:
    cases = real_norm["cases"]
    days = {name: {day for each in case["judged"] for day in each["dates"]} for name, case in cases.items()}

    assert len(days) >= 18
    assert [name for name, known in days.items() if real_norm["checked_on"] not in known] == []


def test_nobody_is_named_in_a_case(real_norm: Record) -> None:
    """A role and nothing more: each source of a case is one whose address is held back."""
    sources = real_norm["sources"]
    named = {name for case in real_norm["cases"].values() for name in case["sources"] if "url" in sources[name]}

    assert named == set()


def test_no_provider_is_named_as_a_source(real_norm: Record) -> None:
    """What a provider or a candidate says of itself stands under a role; the names of others are needed."""
    told = {key: each for key, each in real_norm["sources"].items() if each["kind"] in {"provider", "candidate"}}

    assert told
    assert [key for key, each in told.items() if "url" in each] == []
