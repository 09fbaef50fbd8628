"""Which documents a candidate needs by the norm."""

from assessment import Wording
from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.report_parts import documents


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


def test_a_public_provider_reads_which_open_question_decides_about_the_declaration(
    judge: Judge, messages: dict[str, str], real_norm: Record
) -> None:
    report = judge({"provider_kind": "public", "services": ["training"]})
    reason = documents(report)["declaration-of-honour-training"]["reason"]
    assert Wording(real_norm, messages).reason(reason) == (
        "Of u dit nodig hebt, hangt nog af van deze vraag: Bent u al geregistreerd?"
    )
