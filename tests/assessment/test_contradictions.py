"""Dates that cannot be right together: told beside their fields, and nothing rests on them."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from assessment.rules.contradictions import in_doubt
from tests.assessment.cases import FULL, Judge, Record, answers
from tests.assessment.laws import without
from tests.norms import each_norm

RENEWAL = {**FULL, "application": "renewal"}
BACKWARDS = {**RENEWAL, "dates": {"registered": "2026-05-01", "registration_end": "2022-05-01"}}


def told(report: Record) -> dict[str, list[str]]:
    return {entry["id"]: entry["fields"] for entry in report["timeline"]["contradictions"]}


def test_an_end_before_the_beginning_is_told_beside_both_dates(judge: Judge) -> None:
    assert told(judge(BACKWARDS)) == {"ends-before-it-begins": ["dates.registered", "dates.registration_end"]}


def test_dates_in_their_order_contradict_nothing(judge: Judge) -> None:
    assert told(judge({**RENEWAL, "dates": {"registered": "2022-05-01", "registration_end": "2027-04-30"}})) == {}


def test_a_date_that_is_not_asked_contradicts_nothing(judge: Judge) -> None:
    assert told(judge(BACKWARDS | {"application": "first"})) == {}


def test_a_deadline_that_rests_on_a_contradiction_is_left_out_and_named(judge: Judge) -> None:
    timeline = judge(BACKWARDS)["timeline"]
    (entry,) = timeline["contradictions"]
    assert entry["left_out"] == ["deadline-registered-until", "deadline-again"]
    assert not set(entry["left_out"]) & {each["id"] for each in timeline["deadlines"]}


def test_a_contradiction_stands_among_the_days_with_what_it_costs(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge(BACKWARDS), norm, messages, {})
    timeline = next(part for part in view["sections"] if part["id"] == "timeline")
    line = next(line for line in timeline["lines"] if line["id"] == "ends-before-it-begins")
    assert (line["text"], line["asks"]) == ("Het einde komt na het begin.", "profile.dates.registered")
    assert [detail["text"] for detail in line["details"]] == ["‘Einde van de registratie’ en ‘Begin op tijd’"]


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_everything_is_as_without_the_dates_that_contradict_each_other(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    report = judge.report(document)
    bare = judge.report(without(document, *in_doubt(report["timeline"]["contradictions"])))
    for name in ("eligibility", "scope", "requirements", "outcome", "cost", "warnings", "worth"):
        assert report[name] == bare[name], name
    dated: dict[str, Any] = {each["id"]: each for each in bare["timeline"]["deadlines"]}
    assert all(dated[each["id"]] == each for each in report["timeline"]["deadlines"])
    assert report["timeline"]["steps"] == bare["timeline"]["steps"]
