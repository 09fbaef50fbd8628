"""The quick scan bounds what is not answered apart, and says how rough that is."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import parse_answers, present
from assessment.rules.scoring import READINGS
from tests.assessment.cases import FULL, SCORES, VERDICTS, Judge, Record, Show, answers, scans
from tests.assessment.laws import DIMENSIONS
from tests.norms import each_norm


def both(score: str) -> Record:
    return {"conformity": score, "demonstrability": score}


def scanned(judge: Judge, scan: str | Record, checks: Record | None = None) -> Record:
    every = scan if isinstance(scan, dict) else dict.fromkeys(judge.norm["requirements"], both(scan))
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


def test_each_question_of_the_scan_bounds_its_own_score(judge: Judge) -> None:
    scan = {"offering": {"conformity": "V", "demonstrability": "B"}}
    point = scanned(judge, scan)["requirements"][0]["checks"][0]
    assert point["conformity"] == {"worst": "T", "best": "V"}
    assert point["demonstrability"] == {"worst": "B", "best": "G"}


def test_without_the_second_question_demonstrability_stays_open(judge: Judge) -> None:
    point = scanned(judge, {"offering": {"conformity": "V"}})["requirements"][0]["checks"][0]
    assert point["demonstrability"] == {"worst": "B", "best": "V"}


def test_the_one_score_of_an_earlier_file_means_both(judge: Judge) -> None:
    earlier, now = ({"format": "kmop-answers/1", "scan": {"trust": answer}} for answer in ("T", both("T")))
    assert parse_answers(earlier, judge.norm) == parse_answers(now, judge.norm) == (now, [])


def test_of_a_point_with_one_score_the_trace_tells_the_scan_of_the_other(judge: Judge) -> None:
    trace = scanned(judge, "T", {"OFR-1": {"conformity": "V"}})["trace"]
    steps = next(entry["steps"] for entry in trace if (entry["rule"], entry["about"]) == ("check", "OFR-1"))
    told = [step["values"]["answer"] for step in steps if step["message"] == "rules.calc.scan"]
    assert told == [{"dimension": "demonstrability", "score": "T"}]


def test_the_result_says_that_only_the_scan_was_answered(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    report = scanned(judge, {"offering": both("V"), "trust": {"conformity": "T"}})
    sections = present(report, norm, messages, {})["sections"]
    intro = next(section["intro"] for section in sections if section["id"] == "readiness")
    questions = 2 * len(norm["requirements"])
    assert intro.startswith(
        f"U beantwoordde 3 van de {questions} vragen over de basisvereisten, en nog geen punt apart."
    )


def test_a_point_whose_open_score_is_not_scanned_is_no_rough_estimate(judge: Judge) -> None:
    checks = {"TRU-1": {"conformity": "V"}}
    points = len(judge.norm["requirements"]["trust"]["checks"])
    assert scanned(judge, {"trust": {"conformity": "T"}}, checks)["readiness"]["scanned"] == points - 1


def test_a_scanned_point_is_still_open(judge: Judge) -> None:
    readiness = scanned(judge, "V")["readiness"]
    assert readiness["coverage"]["answered"] == 0
    assert readiness["scanned"] == readiness["coverage"]["of"]


def test_how_rough_the_result_is_stands_beside_it(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    report = scanned(judge, {"trust": both("T")})
    points = len(norm["requirements"]["trust"]["checks"])
    remarks = present(report, norm, messages, {})["remarks"]
    told = "Vul ze apart in voor een nauwkeuriger resultaat."
    assert f"{points} aandachtspunten zijn geschat uit uw antwoorden per basisvereiste. {told}" in remarks


def test_what_is_estimated_is_not_left_to_fill_in(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    report = scanned(judge, "T")
    report["readiness"]["open"] |= {"profile": []}
    view = present(report, norm, messages, {})
    points = report["readiness"]["coverage"]["of"]
    assert view["headline"] == f"Eerste schatting klaar. U kunt nog {points} aandachtspunten apart invullen."
    assert view["remarks"] == []
    assert view["summary"]["counts"] == f"{points} geschat"
    assert view["summary"]["strip"].startswith("Eerste schatting klaar")


def test_as_long_as_all_is_estimated_no_point_is_said_to_make_the_difference(judge: Judge, show: Show) -> None:
    view = show(scanned(judge, "T"))
    lines = next(section["lines"] for section in view["sections"] if section["id"] == "actions")
    assert "tipping" not in [line["id"] for line in lines]
    assert lines[-1]["text"] == "Vul eerst de aandachtspunten in. Dan ziet u hier wat er minstens beter moet."


def how_it_stands(show: Show, report: Record, requirement: str = "trust") -> Record:
    """The line about a requirement in the result."""
    lines = next(section["lines"] for section in show(report)["sections"] if section["id"] == "requirements")
    line: Record = next(line for line in lines if line["id"] == requirement)
    return line


@pytest.mark.parametrize(
    ("scan", "told"),
    [
        (both("V"), "in orde (geschat)"),
        (both("B"), "nog te doen (geschat)"),
        (both("T"), "kan nog beide kanten uit (geschat)"),
        ({"conformity": "V"}, "kan nog beide kanten uit (geschat)"),
    ],
)
def test_a_requirement_stands_as_the_scan_says(judge: Judge, show: Show, scan: Record, told: str) -> None:
    assert how_it_stands(show, scanned(judge, {"trust": scan}))["state_label"] == told


def test_the_reason_names_how_many_questions_the_scan_speaks_of(judge: Judge, show: Show) -> None:
    line = how_it_stands(show, scanned(judge, "T"))
    assert line["text"].startswith("Met uw antwoorden op 2 vragen kan deze vereiste nog beide kanten uit.")


def test_a_score_of_its_own_silences_the_scan_over_the_whole(judge: Judge, show: Show) -> None:
    report = scanned(judge, "T", {"TRU-1": both("V")})
    assert how_it_stands(show, report)["state_label"] == "nog niet volledig ingevuld"


def test_without_a_scan_a_requirement_is_not_filled_in(judge: Judge, show: Show) -> None:
    assert how_it_stands(show, scanned(judge, {}))["state_label"] == "niet ingevuld"


def test_each_point_says_that_the_scan_speaks_for_it(judge: Judge, show: Show) -> None:
    points = [line for line in how_it_stands(show, scanned(judge, "T"))["lines"] if line["state_label"] != "tip"]
    assert {point["state_label"] for point in points} == {"geschat"}


def test_a_cell_of_the_first_screen_says_that_the_scan_speaks_for_it(judge: Judge, show: Show) -> None:
    rows = show(scanned(judge, "T"))["summary"]["cells"]
    states = {cell["state"] for row in rows for cell in row["cells"]}
    assert states <= {"scanned", "tip"}


def test_the_heat_map_shows_a_scanned_score_in_the_shade_of_its_answer(judge: Judge, show: Show) -> None:
    sections = show(scanned(judge, "T"))["sections"]
    picture = next(section["picture"] for section in sections if section["id"] == "requirements")
    assert picture["rows"][0]["cells"][0]["marks"] == [{"letter": "≈", "share": 0.67}] * 2
    assert "geschat uit uw antwoord over de hele vereiste" in [mark["text"] for mark in picture["legend"]]


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_a_better_scan_never_worsens_a_verdict(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    requirement = data.draw(st.sampled_from(sorted(norm["requirements"])))
    low, high = sorted(data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)))
    given = dict.fromkeys(data.draw(st.sets(st.sampled_from(DIMENSIONS), min_size=1)), SCORES[low])
    raised = given | {data.draw(st.sampled_from(sorted(given))): SCORES[high]}
    before, after = (judge.report(document | {"scan": {requirement: scan}})["outcome"] for scan in (given, raised))
    for name in READINGS:
        for end in ("worst", "best"):
            assert VERDICTS.index(after[name][end]) >= VERDICTS.index(before[name][end])


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_a_scan_only_narrows_what_nothing_was_known_of(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    scan = data.draw(scans(norm))
    kept = data.draw(st.sets(st.sampled_from(DIMENSIONS)))
    fewer = {name: {each: given[each] for each in kept & given.keys()} for name, given in scan.items()}
    before, after = (judge.report(document | {"scan": answers})["outcome"] for answers in (fewer, scan))
    for name in READINGS:
        assert VERDICTS.index(before[name]["worst"]) <= VERDICTS.index(after[name]["worst"])
        assert VERDICTS.index(after[name]["best"]) <= VERDICTS.index(before[name]["best"])
