"""The three readings of the score that the norm has."""

import pytest

from assessment.comparison import compare
from assessment.outcomes import verdicts_of
from assessment.rules.scoring import Point, is_sufficient
from tests.assessment.cases import FULL, Judge, Record


@pytest.mark.parametrize("point", [Point(2, 2), Point(2, 3), Point(3, 2), Point(3, 3)])
def test_a_point_at_t_or_better_twice_is_sufficient_in_every_reading(real_norm: Record, point: Point) -> None:
    assert all(is_sufficient(point, reading) for reading in real_norm["scoring"]["readings"].values())


@pytest.mark.parametrize("point", [Point(0, 0), Point(0, 1), Point(1, 1)])
def test_a_point_below_t_twice_is_sufficient_in_no_reading(real_norm: Record, point: Point) -> None:
    assert not any(is_sufficient(point, reading) for reading in real_norm["scoring"]["readings"].values())


@pytest.mark.parametrize(("scan", "worst", "best"), [("B", "negative", "negative"), ("V", "positive", "positive")])
def test_a_scan_at_either_end_settles_the_likely_verdict(judge: Judge, scan: str, worst: str, best: str) -> None:
    every = {name: {"conformity": scan, "demonstrability": scan} for name in judge.norm["requirements"]}
    report = judge.report({"format": "kmop-answers/1", "profile": FULL, "scan": every})
    assert report["outcome"]["likely"] == {"worst": worst, "best": best}


def test_a_limited_audit_has_other_outcomes_not_better_ones(judge: Judge) -> None:
    rows = compare([judge(FULL), judge({**FULL, "starter": True})], verdicts_of(judge.norm))["rows"]
    assert {row["cells"][1]["change"] for row in rows if row["kind"] == "verdict"} == {"other"}
