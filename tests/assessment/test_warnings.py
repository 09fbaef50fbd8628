from tests.assessment.cases import FULL, Judge, Record


def warned(report: Record) -> set[str]:
    return {about for entry in report["warnings"] for about in entry["about"]}


def ids(report: Record) -> set[str]:
    return {entry["id"] for entry in report["warnings"]}


def test_the_most_serious_warning_comes_first(judge: Judge) -> None:
    profile = {**FULL, "is_audit_bureau": True, "certificates": ["iso_9001"], "services": ["advice"]}
    levels = [entry["level"] for entry in judge({**profile, "advice_is_cybersecurity": False})["warnings"]]
    assert sorted(levels, key=["danger", "attention", "note"].index) == levels
    assert len(set(levels)) > 1
