from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.report_parts import documents
from tests.norms import each_norm


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
def test_why_a_document_is_needed_depends_on_who_says_so(judge: Judge, norm: Record) -> None:
    for name, entry in documents(judge(FULL)).items():
        if entry["needed"]:
            standing = norm["documents"][name]["standing"]
            assert entry["reason"]["message"] == f"rules.document.needed_{standing}"
