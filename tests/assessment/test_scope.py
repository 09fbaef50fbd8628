from tests.assessment.cases import FULL, Judge
from tests.assessment.report_parts import scopes


def test_a_follow_up_audit_leaves_out_what_was_positive(judge: Judge) -> None:
    profile = {**FULL, "application": "conditional_follow_up", "passed_requirements": ["offering", "trust"]}
    found = scopes(judge(profile))
    assert {name for name, state in found.items() if state == "already_positive"} == {"offering", "trust"}


def test_a_follow_up_audit_whose_earlier_results_are_missing_has_an_unknown_scope(judge: Judge) -> None:
    assert set(scopes(judge({**FULL, "application": "additional_audit"})).values()) == {"unknown"}


def test_a_public_provider_needs_no_audit(judge: Judge) -> None:
    report = judge({"provider_kind": "public"})
    assert report["scope"]["audit_required"] is False
    assert set(scopes(report).values()) == {"no_audit"}


def test_whether_an_audit_is_needed_is_unknown_while_the_kind_of_provider_is(judge: Judge) -> None:
    assert judge({})["scope"]["audit_required"] is None


def test_certificates_exempt_from_nothing_by_themselves_but_raise_a_question(judge: Judge) -> None:
    report = judge({**FULL, "certificates": ["iso_9001"]})
    assert set(scopes(report).values()) == {"audited"}
    assert {entry["id"] for entry in report["scope"]["questions"]} == {"exemption-with-iso"}


def test_each_requirement_that_is_not_audited_names_the_exemption(judge: Judge) -> None:
    report = judge({**FULL, "starter": True})
    because = {entry["id"]: entry["because"] for entry in report["scope"]["requirements"]}
    assert because["references"] == "exemption-novices"
    assert because["offering"] is None
