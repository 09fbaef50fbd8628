"""What a candidate does not know is an answer that is kept, and to the rules as open as no answer."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import migrate, parse_answers
from assessment.answers import is_empty
from tests.assessment.cases import FULL, Judge, Record, answers
from tests.norms import each_norm

FORMAT = {"format": "kmop-answers/1"}


def parsed(norm: Record, **parts: Any) -> Record:
    document, faults = parse_answers(FORMAT | parts, norm)
    assert document is not None, faults
    return document


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_not_known_is_open_to_the_rules(judge: Judge, norm: Record, data: st.DataObject) -> None:
    given = data.draw(answers(norm))
    reports = [judge.report({name: part for name, part in given.items() if name != left}) for left in ("", "unknown")]
    assert reports[0] | {"answers_sha256": ""} == reports[1] | {"answers_sha256": ""}


def test_a_name_with_an_answer_is_dropped(norm: Record) -> None:
    names = ["checks.OFR-1.demonstrability", "profile.starter", "scan.trust.conformity"]
    document = parsed(norm, profile=FULL, scan={"trust": "T"}, unknown=names)
    assert document["unknown"] == ["checks.OFR-1.demonstrability"]


def test_a_list_that_names_nothing_any_more_goes(norm: Record) -> None:
    assert "unknown" not in parsed(norm, profile=FULL, unknown=["profile.starter"])


def test_the_names_stand_in_order(norm: Record) -> None:
    names = ["profile.starter", "documents.project-list.state", "profile.sites.belgium"]
    assert parsed(norm, unknown=names)["unknown"] == sorted(names)


@pytest.mark.parametrize(
    ("unknown", "message"),
    [
        ("profile.starter", "answers.no_names"),
        ({"profile.starter": True}, "answers.no_names"),
        (["profile.starters"], "answers.no_question"),
        (["checks.OFR-1.note"], "answers.no_question"),
        ([["profile.starter"]], "answers.not_text"),
        (["profile.starter", "profile.starter"], "answers.twice"),
    ],
)
def test_what_names_no_question_is_refused(norm: Record, unknown: Any, message: str) -> None:
    _, faults = parse_answers(FORMAT | {"unknown": unknown}, norm)
    assert [fault.message for fault in faults] == [message]


def test_not_to_know_is_an_answer() -> None:
    assert not is_empty(FORMAT | {"unknown": ["profile.starter"]})


def later(norm: Record, **change: Any) -> Record:
    return norm | {"version": "2027.1.1", "history": [{"version": "2027.1.1", **change}]}


def unknown_after(norm: Record, change: Record, unknown: list[str], **parts: Any) -> Any:
    reference = {"id": norm["id"], "version": norm["version"]}
    migrated = migrate(FORMAT | {"norm": reference, "unknown": unknown, **parts}, later(norm, **change))
    assert migrated.faults == []
    return migrated.answers.get("unknown")


def test_a_renamed_element_keeps_what_was_not_known_of_it(norm: Record) -> None:
    names = ["checks.OLD-1.conformity", "documents.was.state", "scan.gone.demonstrability"]
    change = {"renamed": {"OLD-1": "OFR-1", "was": "project-list", "gone": "trust"}}
    assert unknown_after(norm, change, names) == [
        "checks.OFR-1.conformity",
        "documents.project-list.state",
        "scan.trust.demonstrability",
    ]


def test_what_was_not_known_of_a_merged_element_is_not_known_once(norm: Record) -> None:
    change = {"merged": {"OFR-1": ["OFR-1", "OLD-1"]}}
    names = ["checks.OFR-1.conformity", "checks.OLD-1.conformity"]
    assert unknown_after(norm, change, names) == ["checks.OFR-1.conformity"]


def test_the_answer_of_what_was_merged_goes_before_not_knowing(norm: Record) -> None:
    change = {"merged": {"OFR-1": ["OFR-1", "OLD-1"]}}
    lowest = {"OFR-1": {"conformity": "B"}}
    assert unknown_after(norm, change, ["checks.OLD-1.conformity"], checks=lowest) is None


def test_what_is_gone_is_forgotten(norm: Record) -> None:
    names = ["checks.OLD-1.conformity", "profile.was_asked", "profile.starter"]
    assert unknown_after(norm, {}, names) == ["profile.starter"]


def test_what_is_gone_without_history_is_forgotten_too(norm: Record) -> None:
    reference = {"id": norm["id"], "version": norm["version"]}
    migrated = migrate(FORMAT | {"norm": reference, "unknown": ["checks.OLD-1.conformity"]}, norm)
    assert "unknown" not in migrated.answers


def test_what_is_no_name_is_left_for_the_parser_to_refuse(norm: Record) -> None:
    assert unknown_after(norm, {}, ["Naam?"]) == ["Naam?"]
