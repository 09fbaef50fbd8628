"""Pictures say with bars what the report says with figures."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.cases import FULL, Judge, Record, Show, answers, checks_of, dates, every_score
from tests.norms import each_norm


def pictures(show: Show, report: Record) -> dict[str, Record]:
    return {section["id"]: section["picture"] for section in show(report)["sections"] if section["picture"]}


def rows(picture: Record) -> Iterator[Record]:
    for group in picture["groups"]:
        yield from group["rows"]


@each_norm
def test_the_profile_shows_two_scores_for_each_point_that_counts(judge: Judge, norm: Record, show: Show) -> None:
    found = pictures(show, judge(FULL, checks="GV"))["requirements"]
    points = sum("tip_because" not in check for check in checks_of(norm).values())
    assert len(list(rows(found))) == 2 * points
    first, second = list(rows(found))[:2]
    assert (first["start"], first["end"], first["text"], first["certain"]) == (0, 2, "‘gedeeltelijk’", True)
    assert (second["start"], second["end"], second["text"]) == (0, 4, "‘volkomen’")


@each_norm
def test_an_open_score_spans_the_scale_and_is_not_certain(judge: Judge, show: Show) -> None:
    first = next(rows(pictures(show, judge(FULL))["requirements"]))
    assert (first["start"], first["end"], first["text"], first["certain"]) == (0, 4, "‘beperkt’ tot ‘volkomen’", False)


@each_norm
def test_the_cost_shows_each_line_and_the_whole(judge: Judge, show: Show) -> None:
    report = judge(FULL)
    found = list(rows(pictures(show, report)["cost"]))
    assert len(found) == len(report["cost"]["lines"]) + 1
    minutes = report["cost"]["minutes"]
    assert (found[-1]["start"], found[-1]["likely"], found[-1]["end"]) == tuple(minutes.values())


def test_the_timeline_begins_now_and_names_no_day(judge: Judge, show: Show) -> None:
    found = pictures(show, judge(FULL))["timeline"]
    assert next(rows(found))["start"] == 0
    assert found["axis"][0]["label"] == "nu"
    assert all(row["text"].startswith(("klaar over ", "klaar meteen")) for row in rows(found))


def test_a_public_provider_has_no_picture_of_scores_or_cost(judge: Judge, show: Show) -> None:
    found = pictures(show, judge({"provider_kind": "public"}))
    assert "cost" not in found


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_every_bar_stays_on_its_axis_and_has_words(judge: Judge, norm: Record, show: Show, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    for picture in pictures(show, report).values():
        assert all(0 <= mark["at"] <= picture["most"] for mark in picture["axis"])
        for row in rows(picture):
            assert 0 <= row["start"] <= row["end"] <= picture["most"]
            assert row["likely"] is None or row["start"] <= row["likely"] <= row["end"]
            assert row["label"]
            assert row["text"]


@each_norm
@settings(max_examples=20)
@given(data=st.data())
def test_with_every_score_given_no_bar_of_the_profile_is_uncertain(
    judge: Judge, norm: Record, show: Show, data: st.DataObject
) -> None:
    scores = "".join(data.draw(st.lists(st.sampled_from("BGTV"), min_size=2, max_size=2)))
    picture = pictures(show, judge(FULL, checks=every_score(norm, scores)))["requirements"]
    assert all(row["certain"] for row in rows(picture))
