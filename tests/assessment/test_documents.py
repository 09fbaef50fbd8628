from itertools import groupby

import pytest

from assessment.askers import asker_of
from assessment.rules.tasks import document_group
from tests.assessment.cases import FULL, Judge, Record, Show
from tests.assessment.report_parts import documents
from tests.norms import each_norm

RENEWAL = {**FULL, "application": "renewal", "dates": {"registration_end": "2027-09-22"}}


def test_a_document_that_hangs_on_an_open_question_may_be_needed(judge: Judge) -> None:
    found = documents(judge({"provider_kind": "private"}))["client-list"]
    assert (found["needed"], found["reason"]["message"]) == (None, "rules.document.may_be_needed_by")
    assert found["reason"]["values"]["fields"] == ["application"]


def test_a_document_is_as_far_as_the_candidate_says(judge: Judge) -> None:
    report = judge(FULL, documents={"project-list": {"state": "in_progress"}})
    assert documents(report)["project-list"]["state"] == "in_progress"
    assert documents(report)["offering-description"]["state"] == "unknown"


@each_norm
def test_every_document_says_which_check_points_it_proves(judge: Judge) -> None:
    assert all(entry["proves"] for entry in judge(FULL)["documents"])


@each_norm
def test_why_a_document_is_needed_its_heading_and_its_task_follow_who_asks_for_it(
    judge: Judge, show: Show, norm: Record
) -> None:
    """Its standing may be firmer: that a bureau writes of it does not say that anybody asks for it."""
    report = judge(RENEWAL)
    (lines,) = (each["lines"] for each in show(report)["sections"] if each["id"] == "documents")
    shown = {line["id"]: line["group"] for line in lines}
    for name, entry in documents(report).items():
        document = norm["documents"][name]
        if entry["needed"]:
            asker = asker_of(document)
            assert entry["reason"]["message"] == f"rules.document.needed_{asker}"
            assert shown[name] == asker
            assert document_group(document) == ("extra" if asker == "advised" else "needed")


@pytest.mark.parametrize(
    ("document", "asker"),
    [
        ({"standing": "official", "asked_by": "advised"}, "advised"),
        ({"standing": "official"}, "official"),
        ({"standing": "bureau"}, "bureau"),
        ({"standing": "secondary"}, "advised"),
        ({"standing": "estimate"}, "advised"),
    ],
)
def test_who_asks_for_a_document_follows_from_its_standing_where_it_is_not_said(document: Record, asker: str) -> None:
    assert asker_of(document) == asker


def test_what_is_only_advised_is_not_said_to_be_asked_by_the_bureau_that_writes_of_it(judge: Judge) -> None:
    report = judge(RENEWAL)
    assert documents(report)["client-list"]["standing"] == "bureau"
    assert documents(report)["client-list"]["reason"]["message"] == "rules.document.needed_advised"


@each_norm
def test_documents_that_hang_on_the_same_questions_stand_together(judge: Judge, show: Show) -> None:
    view = show(judge({"provider_kind": "private"}))
    section = next(part for part in view["sections"] if part["id"] == "documents")
    headings = [line["group_label"] for line in section["lines"]]
    assert [heading for heading, _ in groupby(headings)] == list(dict.fromkeys(headings))
    assert any("Dat hangt af van dez" in heading for heading in headings)
    assert {line["text"] for line in section["lines"]} == {""}
