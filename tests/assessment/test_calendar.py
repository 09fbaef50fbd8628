"""The calendar: days on which the candidate has something to do, each with a reminder and called what it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording
from assessment.audit_folder import make_folder
from tests.assessment.cases import Judge, Record, answers
from tests.norms import each_norm

DAY = date(2026, 11, 22)
FORMAT = "kmop-answers/1"
FIRST = {"application": "first", "provider_kind": "private", "starter": False}
TARGET = ": richtdatum (onze schatting)"


@pytest.fixture(scope="session")
def wording(norm: Record, messages: Mapping[str, str]) -> Wording:
    return Wording(norm, messages)


def events_of(judge: Judge, wording: Wording, **given_answers: Any) -> list[Record]:
    document = {"format": FORMAT, **given_answers}
    folder = make_folder(judge.report(document, DAY), judge.norm, document, wording)
    events: list[Record] = folder["calendar"]["events"]
    return events


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_step_in_it_is_one_in_which_the_candidate_acts(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    steps = norm["procedure"]["steps"]
    for event in events_of(judge, wording, **data.draw(answers(norm))):
        assert {"provider", "local_administrator"} & set(steps.get(event["uid"], {"who": ["provider"]})["who"])


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_day_is_past_and_no_reminder_is_before_today(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    for event in events_of(judge, wording, **data.draw(answers(norm))):
        left = (date.fromisoformat(event["day"]) - DAY).days
        assert left >= 0
        assert event["remind"] is None or 0 <= event["remind"] <= min(left, 7)


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_we_work_out_ourselves_is_called_a_target(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    timeline = judge.report(document, DAY)["timeline"]
    standings = {entry["id"]: entry["standing"] for entry in timeline["deadlines"]}
    standings |= {step["id"]: "estimate" for step in timeline["steps"] if step["state"] in {"to_do", "perhaps"}}
    for event in events_of(judge, wording, **document):
        assert (standings.get(event["uid"]) == "estimate") == event["summary"].endswith(TARGET)


def test_a_day_that_the_candidate_planned_stands_in_it_as_it_is(real_norm: Record, messages: Mapping[str, str]) -> None:
    judge, wording = Judge(real_norm, DAY), Wording(real_norm, messages)
    events = events_of(judge, wording, profile=FIRST | {"dates": {"application": "2027-01-15"}})
    (event,) = [event for event in events if event["day"] == "2027-01-15"]
    assert not event["summary"].endswith(TARGET)
    assert event["remind"] == 7


def test_what_is_done_stands_in_it_no_more(real_norm: Record, messages: Mapping[str, str]) -> None:
    judge, wording = Judge(real_norm, DAY), Wording(real_norm, messages)
    events = events_of(judge, wording, profile=FIRST | {"dates": {"application": "2026-11-01"}})
    assert "2026-11-01" not in [event["day"] for event in events]


def test_a_window_is_one_day_the_last(real_norm: Record, messages: Mapping[str, str]) -> None:
    profile = {
        "application": "conditional_follow_up",
        "provider_kind": "private",
        "dates": {"registered": "2026-03-01", "result_communicated": "2026-03-01"},
    }
    judge = Judge(real_norm, DAY)
    report = judge.report({"format": FORMAT, "profile": profile}, DAY)
    (window,) = [each for each in report["timeline"]["deadlines"] if each["kind"] == "window"]
    events = events_of(judge, Wording(real_norm, messages), profile=profile)
    (event,) = [event for event in events if event["uid"] == window["id"]]
    assert window["first"] < window["last"] == event["day"]
    assert event["summary"].endswith("(laatste dag)")


def test_a_calendar_without_a_day_says_so(judge: Judge, wording: Wording) -> None:
    (event,) = events_of(judge, wording, profile={"provider_kind": "public"})
    assert event["summary"] == "In uw planning staat nu geen dag waarop u iets moet doen."
    assert event["remind"] is None


def test_an_event_is_called_after_what_it_is_about_whatever_the_assessment_is_called(
    judge: Judge, wording: Wording
) -> None:
    one, other = (events_of(judge, wording, title=title, profile=FIRST) for title in ("De ene", "Anders"))
    assert [event["uid"] for event in one] == [event["uid"] for event in other]
