"""Which documents a candidate needs by the norm."""

import json
from collections.abc import Mapping
from datetime import date

import pytest

from assessment import Wording, assess, present
from assessment.audit_folder import make_folder
from assessment.view.builder import ViewBuilder
from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.report_parts import cost_lines, documents

RENEWAL = {**FULL, "application": "renewal", "dates": {"registration_end": "2027-09-22"}}


def test_a_declaration_is_needed_for_each_service_applied_for(judge: Judge) -> None:
    found = documents(judge({**FULL, "services": ["advice"]}))
    assert "declaration-of-honour-advice" in found
    assert "declaration-of-honour-training" not in found


def test_the_five_year_list_is_for_a_renewal_only(judge: Judge) -> None:
    assert "file-list-five-years" not in documents(judge(FULL))
    assert documents(judge(RENEWAL))["file-list-five-years"]["needed"] is True


def test_who_has_to_apply_anew_is_asked_nothing_that_a_renewal_asks(judge: Judge) -> None:
    lapsed = judge({**RENEWAL, "dates": {"registration_end": "2026-09-22"}})
    assert "file-list-five-years" not in documents(lapsed)
    assert "cost-renewal" not in cost_lines(lapsed)
    assert "cost-renewal" in cost_lines(judge(RENEWAL))


def test_what_no_bureau_asks_is_not_said_to_be_asked_by_one(judge: Judge, real_norm: Record) -> None:
    """One anonymous note names the report; that the auditor looks at the test, no source says."""
    found, known = documents(judge(FULL)), real_norm["documents"]
    for name in ("satisfaction-report", "knowledge-test-result"):
        assert known[name]["asked_by"] == "advised"
        assert found[name]["reason"]["message"] != "rules.document.needed_bureau"


def test_a_document_that_a_bureau_asks_rests_on_that_bureau_alone(real_norm: Record) -> None:
    """What a bureau only touches upon is ours, or that of whoever else names it."""
    sources = real_norm["sources"]
    asked = {key: each for key, each in real_norm["documents"].items() if each["asked_by"] == "bureau"}
    assert asked
    assert {
        key for key, each in asked.items() if {sources[name]["standing"] for name in each["sources"]} != {"bureau"}
    } == set()


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


@pytest.mark.parametrize("document", ["annual-accounts", "project-list-24-months"])
def test_who_has_no_past_yet_is_told_whom_to_ask(real_norm: Record, document: str) -> None:
    """With what to do, since that is told where the note is not."""
    assert "Vraag uw auditbureau" in real_norm["documents"][document]["remedy"]["nl"]
    assert "dat vonden we niet" in real_norm["documents"][document]["remedy"]["nl"]


OWN_NAME = {"registered-seats": "Uw wettelijke woonplaats", "annual-accounts": "Laatste resultatenrekeningen"}


def test_who_works_on_their_own_name_is_asked_for_papers_of_a_person(
    real_norm: Record, messages: Mapping[str, str]
) -> None:
    """In the tasks and the documents of the result, and in all that is taken along."""
    profile = {**FULL, "legal_form": "natural_person"}
    documents = {name: {"state": "missing"} for name in OWN_NAME}
    given = {"format": "kmop-answers/1", "profile": profile, "documents": documents}
    report = assess(real_norm, given, date(2026, 11, 29))
    folder = make_folder(report, real_norm, given, Wording(real_norm, messages))
    view = present(report, real_norm, messages, {})
    for name, product in (("result", view), ("papers", folder["papers"]), ("sheets", folder["sheets"])):
        text = json.dumps(product, ensure_ascii=False)
        for document, title in OWN_NAME.items():
            assert title in text, (name, document)
            assert f'"{real_norm["documents"][document]["title"]["nl"]}"' not in text, (name, document)


def test_a_document_keeps_its_title_until_the_legal_form_is_known(judge: Judge) -> None:
    for profile, called in (({}, None), ({"legal_form": "legal_person"}, None), ({"legal_form": "natural_person"}, 0)):
        report = judge({"application": "first", "provider_kind": "private", **profile})
        (entry,) = (each for each in report["documents"] if each["id"] == "registered-seats")
        assert entry["called"] == called


def test_a_builder_forgets_what_documents_were_called_for_another(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    builder = ViewBuilder(real_norm, messages, {})
    builder.speak_to(judge({**FULL, "legal_form": "natural_person"}))
    builder.speak_to(judge({**FULL, "legal_form": "legal_person"}))
    assert builder.title("registered-seats") == "Lijst van maatschappelijke zetels"
