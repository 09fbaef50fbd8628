from assessment.rules.scoring import READINGS
from tests.assessment.cases import FULL, Judge, Record, every_score


def requirement(report: Record, name: str) -> Record:
    return next(entry for entry in report["requirements"] if entry["id"] == name)


def test_an_open_point_spans_the_whole_scale(judge: Judge) -> None:
    point = requirement(judge(FULL), "activity")["checks"][0]
    assert point["state"] == "open"
    assert point["conformity"] == {"worst": "B", "best": "V"}


def test_an_answered_point_spans_just_its_score(judge: Judge) -> None:
    point = requirement(judge(FULL, checks="GT"), "activity")["checks"][0]
    assert (point["state"], point["conformity"], point["demonstrability"]) == (
        "answered",
        {"worst": "G", "best": "G"},
        {"worst": "T", "best": "T"},
    )


def test_a_point_that_does_not_apply_is_not_scored(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"ACT-1": {"not_applicable": {"reason": "geen"}, "conformity": "B"}}
    report = judge(FULL, checks=checks)
    point = requirement(report, "activity")["checks"][0]
    assert (point["state"], point["conformity"]) == ("not_applicable", None)
    assert report["outcome"]["strict"]["worst"] == "positive"


def test_a_requirement_whose_points_all_do_not_apply_cannot_be_judged(judge: Judge, norm: Record) -> None:
    away = {name: {"not_applicable": {"reason": "geen"}} for name in norm["requirements"]["integrity"]["checks"]}
    found = requirement(judge(FULL, checks=every_score(norm, "TT") | away), "integrity")
    assert found["readings"]["likely"] == {"worst": "failed", "best": "passed"}
    assert found["reason"]["message"] == "rules.requirement.nothing_left"


def test_the_knowledge_test_is_not_asked_of_who_renews(judge: Judge) -> None:
    found = requirement(judge({**FULL, "application": "renewal"}), "knowledge")
    states = {point["id"]: point["state"] for point in found["checks"]}
    assert states["KNW-2"] == "not_asked"
    assert states["KNW-1"] == "open"


def test_an_exempt_requirement_is_exempt_in_every_reading_whatever_the_scores(judge: Judge) -> None:
    found = requirement(judge({**FULL, "starter": True}, checks="BB"), "experience")
    assert [found["readings"][name] for name in READINGS] == [{"worst": "exempt", "best": "exempt"}] * 3


def test_the_reason_names_the_points_that_fall_short(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"SAT-2": {"conformity": "T", "demonstrability": "G"}}
    reason = requirement(judge(FULL, checks=checks), "satisfaction")["reason"]
    assert reason["message"] == "rules.requirement.short"
    assert reason["values"]["points"] == ["SAT-2"]
