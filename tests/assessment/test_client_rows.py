"""Many assessments in a table: what a row says of each, and by what rows are sorted."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, assess
from assessment.audit_folder import make_folder
from assessment.client_rows import row_of
from assessment.view.builder import ViewBuilder
from assessment.view.summary import summary_of
from tests.assessment.cases import FULL, ORDINARY, Record, answers, every_score
from tests.norms import each_norm

DAY = date(2026, 2, 1)
CELLS = ("outcome", "left", "next", "price")


def document(profile: Record | None = None, **more: Record) -> Record:
    return {"format": "kmop-answers/1", **({"profile": profile} if profile else {}), **more}


@pytest.fixture
def builder(norm: Record, messages: dict[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {}, "nl")


def test_of_nothing_answered_there_is_no_verdict(builder: ViewBuilder) -> None:
    row = row_of(builder, document(), DAY)
    assert row["state"] == "empty"
    assert [row[name]["text"] for name in CELLS] == ["nog niets ingevuld", "", "", ""]
    assert [row[name]["order"] for name in CELLS] == [None] * 4


def test_without_a_point_there_is_a_price_and_no_verdict(builder: ViewBuilder) -> None:
    row = row_of(builder, document(ORDINARY), DAY)
    assert (row["outcome"]["text"], row["outcome"]["order"]) == ("nog geen punt beantwoord", None)
    assert row["price"]["order"] > 0


def test_who_needs_no_audit_has_no_price_and_nothing_to_do(builder: ViewBuilder) -> None:
    row = row_of(builder, document({"provider_kind": "public"}), DAY)
    assert (row["outcome"]["text"], row["left"]["text"], row["price"]["text"]) == ("geen audit nodig", "", "")


def test_a_better_outcome_comes_after_a_worse_one(builder: ViewBuilder, norm: Record) -> None:
    rows = [row_of(builder, document(FULL, checks=every_score(norm, each)), DAY) for each in ("BB", "VV")]
    assert [row["outcome"]["text"] for row in rows] == ["negatief", "positief"]
    assert rows[0]["outcome"]["order"] < rows[1]["outcome"]["order"]
    assert rows[0]["left"]["order"] > rows[1]["left"]["order"]


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_a_row_says_what_the_first_screen_of_the_result_says(
    norm: Record, messages: dict[str, str], data: st.DataObject
) -> None:
    given_answers = data.draw(answers(norm))
    builder = ViewBuilder(norm, messages, {}, "nl")
    row, summary = row_of(builder, given_answers, DAY), summary_of(builder, assess(norm, given_answers, DAY))
    assert row["state"] == summary["state"]
    if summary["money"]:
        assert (row["price"]["text"], row["price"]["about"]) == (summary["money"]["text"], summary["money"]["range"])
    if summary["state"] == "result":
        assert row["left"]["text"] == summary["left"]


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_the_next_date_is_the_first_fixed_one_of_the_calendar_and_never_past(
    norm: Record, messages: dict[str, str], data: st.DataObject
) -> None:
    given_answers = data.draw(answers(norm))
    row = row_of(ViewBuilder(norm, messages, {}, "nl"), given_answers, DAY)
    report = assess(norm, given_answers, DAY)
    events = make_folder(report, norm, given_answers, Wording(norm, messages))["calendar"]["events"]
    days = sorted((event["is_target"], event["day"]) for event in events if event["remind"] is not None)
    if row["state"] != "empty":
        assert row["next"]["order"] == (days[0][1] if days else None)
    assert row["next"]["order"] is None or row["next"]["order"] >= DAY.isoformat()


def test_a_day_that_we_worked_out_is_not_named_to_the_day(builder: ViewBuilder) -> None:
    row = row_of(builder, document(FULL), DAY)
    assert row["next"]["text"].startswith("rond ")
    assert not any(character.isdigit() for character in row["next"]["text"].replace(str(DAY.year), ""))


def test_a_day_that_was_given_is_named_with_what_it_is(builder: ViewBuilder) -> None:
    end = (DAY + timedelta(days=400)).isoformat()
    profile = FULL | {"application": "renewal", "dates": {"registration_end": end}}
    row = row_of(builder, document(profile), DAY)
    assert not row["next"]["text"].startswith("rond ")
    assert row["next"]["about"]
