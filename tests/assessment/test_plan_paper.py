"""The plan for the candidate alone: the summary first, then the tasks, the dates, the price and the notes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording
from assessment.audit_folder import make_folder
from assessment.view.actions import actions_section
from assessment.view.builder import ViewBuilder
from tests.assessment.cases import Judge, Record, answers, checks_of
from tests.assessment.papers import nodes, rows
from tests.norms import each_norm

DAY = date(2026, 11, 22)
FORMAT = "kmop-answers/1"
FIRST = {"application": "first", "provider_kind": "private", "services": ["training"]}
NO_STARTER = FIRST | {"starter": False}


@pytest.fixture(scope="session")
def wording(norm: Record, messages: Mapping[str, str]) -> Wording:
    return Wording(norm, messages)


def plan(judge: Judge, wording: Wording, *, with_grounds: bool = False, **given_answers: Any) -> Record:
    document = {"format": FORMAT, **given_answers}
    report = judge.report(document, DAY)
    made: Record = make_folder(report, judge.norm, document, wording, with_grounds=with_grounds)["papers"]["plan"]
    return made


def section(made: Record, name: str) -> Record:
    return next(entry for entry in made["sections"] if entry["id"] == name)


@each_norm
def test_the_summary_has_the_first_page_to_itself(judge: Judge, wording: Wording) -> None:
    first, second, *_ = plan(judge, wording, profile=FIRST)["sections"]
    assert (first["id"], second["id"], second["new_page"]) == ("summary", "tasks", True)


@each_norm
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_task_stands_in_the_plan_once_in_its_group_and_order(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    shown = actions_section(ViewBuilder(norm, wording.messages, {}, "nl"), judge.report(document, DAY))["lines"]
    groups = [line["group"] for line in shown if "group" in line]
    tasks = section(plan(judge, wording, **document), "tasks")
    counted = {entry["id"].removeprefix("tasks-"): len(entry["table"]["rows"]) for entry in tasks["nodes"]}
    assert [name for name, number in counted.items() for _ in range(number)] == groups


def test_a_task_says_what_to_do_and_how(judge: Judge, wording: Wording) -> None:
    made = plan(judge, wording, profile=NO_STARTER, documents={"project-list": {"state": "missing", "owner": "Mia"}})
    (row,) = [row for row in rows([section(made, "tasks")]) if row[0].startswith("Projectlijst")]
    assert row[:2] == ["Projectlijst\nMaak ze.", "Mia"]


def test_what_the_auditor_is_shown_is_due_before_the_audit_begins(judge: Judge, wording: Wording) -> None:
    made = plan(judge, wording, profile=NO_STARTER, documents={"project-list": {"state": "missing"}})
    (row,) = [row for row in rows([section(made, "tasks")]) if row[0].startswith("Projectlijst")]
    assert row[2].startswith("vóór ")
    assert "onze schatting" in section(made, "tasks")["text"]


def test_where_no_audit_comes_no_task_has_a_day(judge: Judge, wording: Wording) -> None:
    made = plan(judge, wording, profile={"provider_kind": "public", "services": ["training"]})
    assert {row[2] for row in rows([section(made, "tasks")])} <= {""}


@each_norm
def test_the_dates_leave_out_what_is_done(judge: Judge, wording: Wording) -> None:
    made = plan(judge, wording, profile=FIRST)
    steps = judge.report({"format": FORMAT, "profile": FIRST}, DAY)["timeline"]["steps"]
    shown = {row[0] for row in rows([section(made, "dates")])}
    titles = {entry["id"]: wording.title(entry["id"]) for entry in steps}
    assert {titles[entry["id"]] for entry in steps if entry["state"] != "done"} <= shown
    assert not {titles[entry["id"]] for entry in steps if entry["state"] == "done"} & shown


def test_the_price_is_in_it(judge: Judge, wording: Wording) -> None:
    assert section(plan(judge, wording, profile=FIRST), "cost")["table"]["total"]


@each_norm
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_note_is_in_it(judge: Judge, norm: Record, wording: Wording, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    given_answers = [*document.get("checks", {}).values(), *document.get("documents", {}).values()]
    notes = [answer["note"] for answer in given_answers if answer.get("note")]
    shown = [row[1] for row in rows(plan(judge, wording, **document)["sections"]) if len(row) == 2]
    assert all(any(cell.startswith(note) for cell in shown) for note in notes)


def test_who_must_be_there_what_was_flagged_and_why_a_point_does_not_hold_stand_with_the_notes(
    judge: Judge, norm: Record, wording: Wording
) -> None:
    name = next(iter(checks_of(norm)))
    point = {"present": "De boekhouder", "flagged": True, "not_applicable": {"reason": "ik alleen werk"}}
    (row,) = section(plan(judge, wording, checks={name: point}), "notes")["table"]["rows"]
    assert row[1].split("\n") == [
        "Moet erbij zijn: De boekhouder",
        "Geldt niet voor u, omdat: ik alleen werk",
        "Later te bekijken.",
    ]


def test_without_notes_there_is_no_place_for_them(judge: Judge, wording: Wording) -> None:
    assert "notes" not in [entry["id"] for entry in plan(judge, wording, profile=FIRST)["sections"]]


@pytest.mark.parametrize("with_grounds", [True, False])
def test_sources_and_calculations_come_only_when_asked_for(judge: Judge, wording: Wording, with_grounds: bool) -> None:
    made = plan(judge, wording, with_grounds=with_grounds, profile=FIRST)
    names = [entry["id"] for entry in nodes(made["sections"])]
    assert ("sources" in names, "receipt" in names) == (with_grounds, with_grounds)
    assert any(fact["label"] == "Bron" for entry in nodes(made["sections"]) for fact in entry["facts"]) == with_grounds


def test_it_says_that_nobody_verified_it(judge: Judge, wording: Wording) -> None:
    made = plan(judge, wording)
    assert made["origin"] == "Zelftoets, niet nagekeken."
    assert "Niemand heeft uw antwoorden nagekeken." in made["notice"]


def test_who_needs_no_audit_reads_that_first(judge: Judge, wording: Wording) -> None:
    first, *_ = plan(judge, wording, profile={"services": ["training"], "provider_kind": "public"})["sections"]
    assert first["text"] == "U hebt geen audit nodig."
