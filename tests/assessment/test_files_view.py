"""What a page shows of a list: what has to be asked, what the answers do, and what was found in words."""

from datetime import date
from typing import Any

import pytest

from assessment.files_view import ListCheck
from assessment.project_files import Asked, Sheet, check_files, read_list
from assessment.view.builder import ViewBuilder

Record = dict[str, Any]
ASKED = {"on": "2026-03-01", "list": "projects"}
LATE = "Klant;Start;Aanvraag\nSmit;1/2/2026;4/2/2026\nPeeters;1/2/2026;5/2/2026"


@pytest.fixture
def builder(norm: Record, messages: dict[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {})


@pytest.fixture
def list_check(builder: ViewBuilder) -> ListCheck:
    return ListCheck(builder)


def look(list_check: ListCheck, text: str, **asked: Any) -> Record:
    return list_check.check({"text": text}, ASKED | asked)


def answers(ask: Record) -> dict[str, Any]:
    return dict(ask["answers"])


def test_the_report_is_the_one_of_the_check(list_check: ListCheck, builder: ViewBuilder) -> None:
    rows = [line.split(";") for line in LATE.splitlines()]
    listed = read_list([Sheet("", rows)], builder.norm, {})
    assert look(list_check, LATE)["report"] == check_files(
        listed, builder.norm, Asked(date(2026, 3, 1)), builder.messages
    )


def test_what_a_rule_rests_on_is_told_once(list_check: ListCheck) -> None:
    looked = look(list_check, LATE)
    assert len(looked["report"]["findings"]) > len(looked["words"]["grounds"])
    assert {each["rule"] for each in looked["report"]["findings"]} == looked["words"]["grounds"].keys()


def test_every_column_that_is_known_is_named(list_check: ListCheck) -> None:
    assert [each["letter"] for each in look(list_check, LATE)["columns"]] == ["A", "B", "C"]


def test_a_column_that_stands_there_twice_is_asked_about_and_chosen(list_check: ListCheck) -> None:
    text = "Klant;Start;Klant\nSmit;1/2/2026;Peeters"
    first = look(list_check, text)
    (ask,) = first["asks"]
    assert first["report"] is None
    second = look(list_check, text, columns=answers(ask)["kolom C (‘Klant’)"])
    assert [each["letter"] for each in second["columns"]] == ["B", "C"]
    assert second["asks"] == first["asks"]
    assert second["report"]["summary"]["files"] == 1


def test_of_a_list_without_a_heading_every_column_is_asked_about(
    list_check: ListCheck, messages: dict[str, str]
) -> None:
    looked = look(list_check, "Smit;1/2/2026\nPeeters;2/2/2026")
    assert not looked["has_heading"]
    assert [ask["text"] for ask in looked["asks"]] == [
        "Wat staat er in kolom A (‘Smit’)?",
        "Wat staat er in kolom B (‘1/2/2026’)?",
    ]
    assert list(answers(looked["asks"][0]))[-1] == messages["files.ask.ignore"]


def test_what_columns_are_without_a_heading_is_believed(list_check: ListCheck) -> None:
    looked = look(list_check, "Smit;1/2/2026\nPeeters;2/2/2026", columns={"1": "client", "2": "start"})
    assert looked["report"]["summary"]["files"] == 2


def test_two_columns_that_are_said_to_be_the_same_are_checked_no_further(list_check: ListCheck) -> None:
    looked = look(list_check, "Smit;1/2/2026\nPeeters;2/2/2026", columns={"1": "client", "2": "client"})
    assert (looked["refusal"], looked["report"]) == ("", None)


def test_the_sheet_that_was_chosen_is_read(list_check: ListCheck) -> None:
    rows = [line.split(";") for line in LATE.splitlines()]
    given = {"sheets": [{"name": "2025", "rows": rows}, {"name": "2026", "rows": rows[:2]}]}
    looked = list_check.check(given, ASKED | {"sheet": "2026"})
    assert (looked["sheets"], looked["sheet"], looked["report"]["summary"]["files"]) == (["2025", "2026"], "2026", 1)
    assert list_check.rows(given, "2026") == rows[:2]


@pytest.mark.parametrize(
    ("text", "refusal"), [("", "empty"), ("<p>x", "not_a_list"), ("a;b\n" * 20_001, "too_many_rows")]
)
def test_a_list_that_cannot_be_read_is_refused(list_check: ListCheck, text: str, refusal: str) -> None:
    assert look(list_check, text) == {"refusal": refusal}


def test_a_heading_without_files_is_told(list_check: ListCheck) -> None:
    assert look(list_check, "Klant;Start;Aanvraag")["refusal"] == "no_files"


def test_an_enterprise_number_that_cannot_be_right_is_refused(list_check: ListCheck) -> None:
    looked = look(list_check, LATE, own=["0403.170.701", "0403.170.702"])
    assert looked == {"refusal": "own_number", "about": "0403.170.702"}


def test_a_norm_without_rules_for_lists_says_so(norm: Record, messages: dict[str, str]) -> None:
    bare = norm | {"files": norm["files"] | {"windows": {}}}
    assert look(ListCheck(ViewBuilder(bare, messages, {})), LATE) == {"refusal": "no_rules"}


def test_the_lines_end_with_how_far_to_trust_them(list_check: ListCheck, messages: dict[str, str]) -> None:
    lines = list_check.written("a.csv", look(list_check, LATE)["report"], "txt").splitlines()
    assert lines[-1] == messages["files.careful"]


def test_each_count_has_its_check_point_and_the_note_that_can_be_taken_there(
    list_check: ListCheck, builder: ViewBuilder
) -> None:
    (count,) = look(list_check, LATE)["words"]["evidence"]
    assert (count["check"], count["point"]) == ("REF-1", builder.display_name("REF-1"))
    assert count["note"] == "Opdrachten: 2. Nagekeken voor 1 maart 2026."
