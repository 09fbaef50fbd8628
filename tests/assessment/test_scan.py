"""The quick scan bounds what is not answered apart, and says how rough that is."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from assessment.rules.scoring import READINGS, VERDICTS
from tests.assessment.cases import FULL, SCORES, Judge, Record, answers
from tests.norms import each_norm


def scanned(judge: Judge, scan: str | Record, checks: Record | None = None) -> Record:
    every = scan if isinstance(scan, dict) else dict.fromkeys(judge.norm["requirements"], scan)
    document = {"format": "kmop-answers/1", "profile": FULL, "scan": every}
    return judge.report(document | ({"checks": checks} if checks else {}))


@pytest.mark.parametrize(("scan", "worst", "best"), [("B", "negative", "negative"), ("V", "positive", "positive")])
def test_a_scan_at_either_end_settles_the_likely_verdict(judge: Judge, scan: str, worst: str, best: str) -> None:
    assert scanned(judge, scan)["outcome"]["likely"] == {"worst": worst, "best": best}


def test_a_scan_in_the_middle_leaves_the_verdict_open(judge: Judge) -> None:
    assert scanned(judge, "T")["outcome"]["likely"] == {"worst": "negative", "best": "positive"}


def test_a_point_that_is_answered_apart_does_not_listen_to_the_scan(judge: Judge) -> None:
    report = scanned(judge, "V", {"OFR-1": {"conformity": "B", "demonstrability": "B"}})
    point = report["requirements"][0]["checks"][0]
    assert (point["state"], point["conformity"]) == ("answered", {"worst": "B", "best": "B"})


def test_a_score_that_is_given_stays_while_the_scan_bounds_the_other(judge: Judge) -> None:
    point = scanned(judge, "T", {"OFR-1": {"conformity": "V"}})["requirements"][0]["checks"][0]
    assert point["conformity"] == {"worst": "V", "best": "V"}
    assert point["demonstrability"] == {"worst": "G", "best": "V"}


def test_a_scanned_point_is_still_open(judge: Judge) -> None:
    readiness = scanned(judge, "V")["readiness"]
    assert readiness["coverage"]["answered"] == 0
    assert readiness["scanned"] == readiness["coverage"]["of"]


def test_how_rough_the_result_is_stands_beside_it(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    report = scanned(judge, {"trust": "T"})
    points = len(norm["requirements"]["trust"]["checks"])
    remarks = present(report, norm, messages, {})["remarks"]
    told = f"Vul nog {points} aandachtspunten apart in voor een nauwkeuriger resultaat."
    assert f"Dit is een eerste schatting op basis van de snelle scan. {told}" in remarks


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_a_better_scan_never_worsens_a_verdict(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    requirement = data.draw(st.sampled_from(sorted(norm["requirements"])))
    low, high = sorted(data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)))
    before, after = (judge.report(document | {"scan": {requirement: SCORES[rank]}})["outcome"] for rank in (low, high))
    for name in READINGS:
        for end in ("worst", "best"):
            assert VERDICTS.index(after[name][end]) >= VERDICTS.index(before[name][end])


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_a_scan_only_narrows_what_nothing_was_known_of(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    scan = data.draw(st.dictionaries(st.sampled_from(sorted(norm["requirements"])), st.sampled_from(SCORES)))
    before, after = judge.report(document)["outcome"], judge.report(document | {"scan": scan})["outcome"]
    for name in READINGS:
        assert VERDICTS.index(before[name]["worst"]) <= VERDICTS.index(after[name]["worst"])
        assert VERDICTS.index(after[name]["best"]) <= VERDICTS.index(before[name]["best"])
