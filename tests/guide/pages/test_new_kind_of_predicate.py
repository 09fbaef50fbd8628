"""A new kind of predicate is a class and a line in the table: it is answered, checked and said at once."""

from collections.abc import Mapping
from typing import Any

import pytest

from assessment.predicates import KINDS, Clause, Facts, Kind, Truth, Words, evaluate, fields_of
from assessment.predicates.kind import Read
from assessment.wording import Wording
from guide.checks.predicates import check_predicates
from guide.documents.yaml_reader import parse_yaml
from guide.norm.files import NormFile
from guide.norm.parsed import ParsedNorm
from guide.pages.predicates.sentences import When
from tests.norms import SMALL_NORM, checked_norm

TERMS = {"field": "deployed_people"}


class Alone(Kind):
    """Somebody works alone."""

    def holds(self, terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Compare with one."""
        del norm
        known = facts.get(terms["field"])
        return None if known is None else bool(known == 1)

    def reads(self, terms: Mapping[str, Any]) -> list[Read]:
        """Return the number."""
        return [Read(("field",), terms["field"], ("count",))]

    def clause(self, terms: Mapping[str, Any], words: Words, *, holds: bool) -> Clause:
        """Say it as a bound."""
        return words.answered(terms["field"], words.message("at_most" if holds else "more", value=1))


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table has one more line."""
    monkeypatch.setitem(KINDS, "alone", Alone())


def test_it_is_answered() -> None:
    """Within others too."""
    predicate = {"not": {"alone": TERMS}}

    assert [evaluate(predicate, {"deployed_people": people}, {}) for people in (1, 2, None)] == [False, True, None]
    assert list(fields_of(predicate)) == ["deployed_people"]


def test_it_is_said(messages: Mapping[str, str]) -> None:
    """With the words that the question has."""
    norm = checked_norm(SMALL_NORM)
    said = When(norm, Wording(norm, messages, "nl")).words({"alone": TERMS})

    assert "hoogstens 1" in said


def test_its_fields_are_checked() -> None:
    """A field that does not fit is told at its place."""
    profile = "fields:\n  - {id: starter, kind: yes_no}\n"
    warnings = "warnings:\n  - {applies_when: {not: {alone: {field: starter}}}}\n"
    files = [
        NormFile(f"{kind}.yaml", kind, parse_yaml(text, f"{kind}.yaml")[0])
        for kind, text in (("profile", profile), ("warnings", warnings))
    ]
    (fault,) = check_predicates(ParsedNorm(files))

    assert (fault.line, fault.message) == (2, "check.field_unfit")
    assert fault.path.endswith("applies_when.not.alone.field")
