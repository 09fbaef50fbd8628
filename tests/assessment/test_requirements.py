from assessment.rules.scoring import READINGS
from tests.assessment.cases import FULL, Judge, Record, every_score
from tests.assessment.report_parts import requirement


def test_an_open_point_spans_the_whole_scale(judge: Judge) -> None:
    point = requirement(judge(FULL), "offering")["checks"][0]
    assert point["state"] == "open"
    assert point["conformity"] == {"worst": "B", "best": "V"}


def test_an_answered_point_spans_just_its_score(judge: Judge) -> None:
    point = requirement(judge(FULL, checks="GT"), "offering")["checks"][0]
    assert (point["state"], point["conformity"], point["demonstrability"]) == (
        "answered",
        {"worst": "G", "best": "G"},
        {"worst": "T", "best": "T"},
    )


def test_a_point_that_does_not_apply_is_not_scored(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"OFR-1": {"not_applicable": {"reason": "geen"}, "conformity": "B"}}
    report = judge(FULL, checks=checks)
    point = requirement(report, "offering")["checks"][0]
    assert (point["state"], point["conformity"]) == ("not_applicable", None)
    assert report["outcome"]["strict"]["worst"] == "positive"


def test_a_requirement_whose_points_all_do_not_apply_cannot_be_judged(judge: Judge, norm: Record) -> None:
    away = {name: {"not_applicable": {"reason": "geen"}} for name in norm["requirements"]["trust"]["checks"]}
    found = requirement(judge(FULL, checks=every_score(norm, "TT") | away), "trust")
    assert found["readings"]["likely"] == {"worst": "failed", "best": "passed"}
    assert found["reason"]["message"] == "rules.requirement.nothing_left"


def test_a_point_that_does_not_apply_to_the_candidate_is_not_asked(judge: Judge) -> None:
    found = requirement(judge({**FULL, "application": "renewal"}), "trust")
    states = {point["id"]: point["state"] for point in found["checks"]}
    assert states["TRU-2"] == "not_asked"
    assert states["TRU-1"] == "open"


def test_an_exempt_requirement_is_exempt_in_every_reading_whatever_the_scores(judge: Judge) -> None:
    found = requirement(judge({**FULL, "starter": True}, checks="BB"), "references")
    assert [found["readings"][name] for name in READINGS] == [{"worst": "exempt", "best": "exempt"}] * 3


def test_the_reason_names_the_points_that_fall_short(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"REF-2": {"conformity": "T", "demonstrability": "G"}}
    reason = requirement(judge(FULL, checks=checks), "references")["reason"]
    assert reason["message"] == "rules.requirement.short"
    assert reason["values"]["points"] == ["REF-2"]


def test_where_no_point_may_be_short_none_is_said_to_be_allowed(judge: Judge) -> None:
    steps = judge(FULL, checks="BB")["trace"]
    told = {
        (step["values"]["reading"], step["message"])
        for entry in steps
        for step in entry["steps"]
        if step["message"].startswith("rules.calc.points_short")
    }
    assert ("strict", "rules.calc.points_short_only") in told
    assert ("strict", "rules.calc.points_short") not in told
