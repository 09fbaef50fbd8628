from tests.assessment.cases import FULL, Judge, Record


def documents(report: Record) -> dict[str, Record]:
    return {entry["id"]: entry for entry in report["documents"]}


def test_a_declaration_is_needed_for_each_service_applied_for(judge: Judge) -> None:
    found = documents(judge({**FULL, "services": ["advice"]}))
    assert "declaration-of-honour-advice" in found
    assert "declaration-of-honour-training" not in found


def test_the_five_year_list_is_for_a_renewal_only(judge: Judge) -> None:
    assert "file-list-five-years" not in documents(judge(FULL))
    assert documents(judge({**FULL, "application": "renewal"}))["file-list-five-years"]["needed"] is True


def test_a_later_audit_leaves_out_our_own_documents_on_what_was_already_positive(judge: Judge) -> None:
    profile = {**FULL, "application": "conditional_follow_up", "passed_requirements": ["activity", "knowledge"]}
    found = documents(judge(profile))
    assert not {"offer-overview", "scheme-instruction"} & found.keys()
    assert {"integrity-rules", "staff-biographies", "activity-description"} <= found.keys()


def test_a_starter_shows_no_diplomas_before_part_2(judge: Judge) -> None:
    assert "diplomas" not in documents(judge({**FULL, "starter": True}))
    assert documents(judge({**FULL, "application": "starter_part_2"}))["diplomas"]["needed"] is True


def test_a_document_that_hangs_on_an_open_question_may_be_needed(judge: Judge) -> None:
    found = documents(judge({"provider_kind": "private"}))["file-list-five-years"]
    assert (found["needed"], found["reason"]["message"]) == (None, "rules.document.may_be_needed")


def test_a_document_is_as_far_as_the_candidate_says(judge: Judge) -> None:
    report = judge(FULL, documents={"project-list-24-months": {"state": "in_progress"}})
    assert documents(report)["project-list-24-months"]["state"] == "in_progress"
    assert documents(report)["activity-description"]["state"] == "unknown"


def test_every_document_says_which_check_points_it_proves(judge: Judge) -> None:
    assert all(entry["proves"] for entry in judge(FULL)["documents"])


def test_why_a_document_is_needed_depends_on_who_says_so(judge: Judge, norm: Record) -> None:
    for name, entry in documents(judge(FULL)).items():
        if entry["needed"]:
            standing = norm["documents"][name]["standing"]
            assert entry["reason"]["message"] == f"rules.document.needed_{standing}"
