from tests.assessment.cases import FULL, Judge, Record


def scopes(report: Record) -> dict[str, str]:
    return {entry["id"]: entry["state"] for entry in report["scope"]["requirements"]}


def test_an_ordinary_provider_is_audited_on_all_five_requirements(judge: Judge) -> None:
    assert set(scopes(judge(FULL)).values()) == {"audited"}


def test_a_starter_is_exempt_from_exactly_experience_and_satisfaction(judge: Judge) -> None:
    found = scopes(judge({**FULL, "starter": True}))
    assert {name for name, state in found.items() if state == "exempt"} == {"experience", "satisfaction"}
    assert {name for name, state in found.items() if state == "audited"} == {"activity", "knowledge", "integrity"}


def test_part_2_audits_a_starter_on_experience_and_satisfaction_only(judge: Judge) -> None:
    found = scopes(judge({**FULL, "application": "starter_part_2"}))
    assert {name for name, state in found.items() if state == "audited"} == {"experience", "satisfaction"}
    assert {state for state in found.values() if state != "audited"} == {"already_positive"}


def test_a_follow_up_audit_leaves_out_what_was_positive(judge: Judge) -> None:
    profile = {**FULL, "application": "conditional_follow_up", "passed_requirements": ["activity", "integrity"]}
    found = scopes(judge(profile))
    assert {name for name, state in found.items() if state == "already_positive"} == {"activity", "integrity"}


def test_a_follow_up_audit_whose_earlier_results_are_missing_has_an_unknown_scope(judge: Judge) -> None:
    assert set(scopes(judge({**FULL, "application": "additional_audit"})).values()) == {"unknown"}


def test_a_public_provider_needs_no_audit(judge: Judge) -> None:
    report = judge({"provider_kind": "public"})
    assert report["scope"]["audit_required"] is False
    assert set(scopes(report).values()) == {"no_audit"}


def test_whether_an_audit_is_needed_is_unknown_while_the_kind_of_provider_is(judge: Judge) -> None:
    assert judge({})["scope"]["audit_required"] is None


def test_certificates_exempt_from_nothing_by_themselves_but_raise_a_question(judge: Judge) -> None:
    report = judge({**FULL, "certificates": ["iso_9001", "qfor"]})
    assert set(scopes(report).values()) == {"audited"}
    assert {entry["id"] for entry in report["scope"]["questions"]} == {"exemption-iso-9001", "exemption-qfor"}


def test_not_knowing_whether_one_is_a_starter_leaves_just_those_two_open(judge: Judge) -> None:
    profile = {name: value for name, value in FULL.items() if name != "starter"}
    found = scopes(judge(profile))
    assert {name for name, state in found.items() if state == "unknown"} == {"experience", "satisfaction"}


def test_each_requirement_that_is_not_audited_names_the_exemption(judge: Judge) -> None:
    report = judge({**FULL, "starter": True})
    because = {entry["id"]: entry["because"] for entry in report["scope"]["requirements"]}
    assert because["experience"] == "exemption-starter"
    assert because["activity"] is None
