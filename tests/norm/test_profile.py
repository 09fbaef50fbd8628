"""The questions that may stay open, and those that something hangs on."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.assessment.cases import FULL, Judge, Record


def fields_named(part: Any) -> Iterator[str]:
    """Name every field that a predicate somewhere in the norm reads."""
    if isinstance(part, dict):
        if isinstance(part.get("field"), str):
            yield part["field"]
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from fields_named(inner)


def test_nothing_in_the_norm_hangs_on_an_answer_that_is_optional(real_norm: Record) -> None:
    """A warning and a contradiction are told of what is answered, and one optional question asks on after another."""
    fields = real_norm["profile"]["fields"]
    optional = {name for name, field in fields.items() if "optional" in field}
    needed = {name: field for name, field in fields.items() if name not in optional}
    profile = {**real_norm["profile"], "contradictions": [], "fields": needed}
    named = set(fields_named({**real_norm, "profile": profile, "warnings": {}, "cases": {}}))
    assert named
    assert not optional & named


def test_a_number_that_is_typed_out_is_optional(real_norm: Record) -> None:
    fields = real_norm["profile"]["fields"].values()
    numbers = [field for field in fields if "number" in field]
    assert numbers
    assert all("optional" in field for field in numbers)


@pytest.mark.parametrize(("kind", "is_asked"), [("private", False), ("public", True)])
def test_only_a_public_provider_is_asked_about_a_department(judge: Judge, kind: str, *, is_asked: bool) -> None:
    report = judge({**FULL, "provider_kind": kind, "legal_form": "legal_person"})
    assert ("is_university_department" in report["readiness"]["open"]["profile"]) is is_asked
