"""Pictures say with shades and bars what the report says with letters and figures; so does a table of each."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from tests.assessment.cases import FULL, ORDINARY, Judge, Record, Show, answers, checks_of, dates
from tests.norms import each_norm

RENEWAL = {**FULL, "application": "renewal", "dates": {"registered": "2022-06-01", "registration_end": "2027-06-01"}}


def pictures(show: Show, report: Record) -> dict[str, Record]:
    return {section["id"]: section["picture"] for section in show(report)["sections"] if section["picture"]}


def bars(picture: Record) -> Iterator[Record]:
    for lane in picture["lanes"]:
        yield from lane["rows"]


def cells(picture: Record) -> Iterator[Record]:
    for row in picture["rows"]:
        yield from row["cells"]


@each_norm
def test_the_heat_map_has_a_cell_for_each_point_in_the_row_of_its_requirement(
    judge: Judge, norm: Record, show: Show
) -> None:
    found = pictures(show, judge(FULL, checks="GV"))["requirements"]
    assert [[cell["id"] for cell in row["cells"]] for row in found["rows"]] == [
        list(requirement["checks"]) for requirement in norm["requirements"].values()
    ]
    assert {cell["asks"] for cell in cells(found)} == {f"checks.{name}" for name in checks_of(norm)}


@each_norm
def test_a_cell_says_both_scores_in_letters_and_in_words(judge: Judge, show: Show) -> None:
    first = next(cells(pictures(show, judge(FULL, checks="GV"))["requirements"]))
    assert [mark["letter"] for mark in first["marks"]] == ["G", "V"]
    assert [mark["share"] for mark in first["marks"]] == [0.33, 1]
    assert first["texts"] == ["‘gedeeltelijk’", "‘volkomen’"]


@each_norm
def test_a_score_that_is_open_has_a_question_mark_and_no_shade(judge: Judge, show: Show) -> None:
    first = next(cells(pictures(show, judge(FULL))["requirements"]))
    assert [(mark["letter"], mark["share"]) for mark in first["marks"]] == [("?", None)] * 2


@each_norm
def test_a_point_that_the_audit_does_not_judge_is_marked_as_such_and_named_in_the_legend(
    judge: Judge, norm: Record, show: Show
) -> None:
    passed = next(iter(norm["requirements"]))
    report = judge({**FULL, "application": "conditional_follow_up", "passed_requirements": [passed]}, checks="GV")
    found = pictures(show, report)["requirements"]
    (row,) = [row for row in found["rows"] if row["id"] == passed]
    assert {mark["letter"] for cell in row["cells"] for mark in cell["marks"]} == {"–"}
    assert "–" in {mark["letter"] for mark in found["legend"]}
    assert "–" not in {mark["letter"] for mark in pictures(show, judge(FULL, checks="GV"))["requirements"]["legend"]}


@pytest.mark.parametrize("has_tip", [True, False])
def test_the_legend_of_the_heat_map_names_the_cell_of_a_tip_where_there_is_one(
    judge: Judge, norm: Record, messages: Mapping[str, str], *, has_tip: bool
) -> None:
    changed = deepcopy(norm)
    if has_tip:
        changed["requirements"]["trust"]["checks"]["TRU-1"]["tip_because"] = {"nl": "Geen bron."}
    report = Judge(changed, judge.on)(FULL, checks="TT")
    legend = pictures(lambda each: present(each, changed, messages, {}), report)["requirements"]["legend"]
    assert [mark["text"] for mark in legend if mark.get("is_tip")] == ["tip: telt niet mee"] * has_tip


def test_the_timeline_names_march_as_people_shorten_it(judge: Judge, show: Show) -> None:
    report = judge(FULL, on=date(2026, 2, 10))
    labels = [month["label"] for month in pictures(show, report)["timeline"]["months"]]
    assert labels[:2] == ["feb 2026", "mrt"]


@each_norm
def test_the_table_of_the_heat_map_has_a_row_for_each_point(judge: Judge, norm: Record, show: Show) -> None:
    table = pictures(show, judge(FULL, checks="GV"))["requirements"]["table"]
    assert len(table["rows"]) == len(checks_of(norm))
    assert len(table["columns"]) == 1 + len(norm["scoring"]["dimensions"])


def test_the_timeline_has_a_lane_for_each_who_acts(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(FULL))["timeline"]
    assert [lane["who"] for lane in found["lanes"]] == ["you", "bureau", "agency"]
    assert len(found["table"]["rows"]) == len(list(bars(found)))


def test_the_timeline_begins_with_this_month_and_marks_today_in_it(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(FULL))["timeline"]
    assert found["months"][0] == {"at": 0, "label": "nov 2026"}
    assert found["marks"] == [{"kind": "today", "at": 21, "label": "nu"}]


def test_the_timeline_names_the_month_in_which_a_year_begins_with_it(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(FULL))["timeline"]
    assert "jan 2027" in [month["label"] for month in found["months"]]


def test_the_timeline_marks_the_end_of_a_registration_that_there_is(judge: Judge, show: Show) -> None:
    marks = pictures(show, judge(RENEWAL))["timeline"]["marks"]
    assert [mark["kind"] for mark in marks] == ["today", "end"]
    assert marks[1]["at"] == 212


def test_an_end_that_is_years_off_is_not_marked(judge: Judge, show: Show) -> None:
    far = {**RENEWAL, "dates": {"registration_end": "2029-06-01"}}
    assert [mark["kind"] for mark in pictures(show, judge(far))["timeline"]["marks"]] == ["today"]


def test_no_end_is_marked_of_a_registration_that_is_only_expected(judge: Judge, show: Show) -> None:
    assert {mark["kind"] for mark in pictures(show, judge(FULL))["timeline"]["marks"]} == {"today"}


def test_the_timeline_claims_no_day_for_what_we_work_out(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(FULL))["timeline"]
    assert all(row["text"].startswith(("klaar rond ", "klaar meteen", "klaar over ")) for row in bars(found))


@each_norm
def test_the_parts_of_the_price_follow_each_other_to_the_middle_estimate(judge: Judge, show: Show) -> None:
    report = judge(ORDINARY)
    found = pictures(show, report)["cost"]
    ends = [0, *(part["end"] for part in found["parts"])]
    assert [part["start"] for part in found["parts"]] == ends[:-1]
    assert ends[-1] == report["cost"]["cents"]["likely"]
    assert found["rest"]["end"] == report["cost"]["cents"]["high"]


@each_norm
def test_what_a_requirement_costs_is_told_apart_from_what_any_audit_costs(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(ORDINARY))["cost"]
    assert {kind["kind"] for kind in found["kinds"]} >= {"requirement"}
    assert all(part["end"] > part["start"] for part in found["parts"])


def test_a_quoted_price_is_one_part(judge: Judge, show: Show) -> None:
    found = pictures(show, judge({**ORDINARY, "hours": "12", "hourly_rate": "150"}))["cost"]
    assert [part["kind"] for part in found["parts"]] == ["quoted"]
    assert found["rest"] is None


def test_what_may_come_on_top_is_no_amount_of_nothing(judge: Judge, show: Show) -> None:
    tables = [section["table"] for section in show(judge(FULL))["sections"] if section["table"]]
    shown = [cell for table in tables for row in table["rows"] for cell in row]
    assert shown
    assert not [cell for cell in shown if cell.startswith("0 ")]
    assert any(cell.startswith("hoogstens ") for cell in shown)


def test_a_public_provider_has_no_picture_of_scores_or_cost(judge: Judge, show: Show) -> None:
    assert pictures(show, judge({"provider_kind": "public"})) == {}


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_everything_drawn_stays_on_its_axis(judge: Judge, norm: Record, show: Show, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    for picture in pictures(show, report).values():
        most = picture.get("most", 0)
        for part in picture.get("parts", []):
            assert 0 <= part["start"] <= part["end"] <= most
        for place in [*picture.get("months", []), *picture.get("marks", [])]:
            assert 0 <= place["at"] <= most
        for row in bars(picture) if "lanes" in picture else ():
            assert 0 <= row["start"] <= row["likely_start"] <= row["likely_end"] <= row["end"] <= most
            assert row["label"]
            assert row["text"]
