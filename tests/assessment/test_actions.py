from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.rules.scoring import READINGS
from assessment.rules.tasks import GROUPS
from tests.assessment.cases import FULL, Judge, Record, Show, answers, every_score, scans
from tests.assessment.laws import check_failures_are_listed, check_tasks
from tests.norms import each_norm


def reasons(report: Record, kind: str) -> list[Record]:
    """The reasons of one kind, in the order of their tasks."""
    return [each for task in report["actions"]["ranked"] for each in task["reasons"] if each["kind"] == kind]


def group_of(report: Record, about: str) -> str:
    """The group of the task that has this reason."""
    tasks = report["actions"]["ranked"]
    group: str = next(task["group"] for task in tasks if about in {each["about"] for each in task["reasons"]})
    return group


def test_the_groups_follow_one_another(judge: Judge) -> None:
    report = judge({**FULL, "is_audit_bureau": True}, checks="GG", documents={"project-list": {"state": "missing"}})
    assert list(dict.fromkeys(task["group"] for task in report["actions"]["ranked"])) == list(GROUPS)


def test_what_blocks_a_registration_is_needed(judge: Judge) -> None:
    assert group_of(judge({**FULL, "is_audit_bureau": True}), "no-bureau") == "needed"


def test_a_document_that_somebody_asks_for_is_needed(judge: Judge) -> None:
    documents = {name: {"state": "missing"} for name in ("project-list", "own-rules")}
    report = judge(FULL, documents=documents)
    assert (group_of(report, "project-list"), group_of(report, "own-rules")) == ("needed", "extra")


def test_what_only_the_strict_reading_asks_is_extra(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"TRU-1": {"conformity": "T", "demonstrability": "G"}}
    assert group_of(judge(FULL, checks=checks), "TRU-1") == "extra"


def test_what_fails_in_the_middle_reading_comes_first(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"TRU-1": {"conformity": "T", "demonstrability": "B"}}
    assert group_of(judge(FULL, checks=checks), "TRU-1") == "first"


def test_a_point_and_the_document_that_it_asks_for_are_one_task(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"TRU-2": {"conformity": "B", "demonstrability": "B"}}
    report = judge(FULL, checks=checks, documents={"own-rules": {"state": "missing"}})
    (task,) = [task for task in report["actions"]["ranked"] if task["about"] == "TRU-2"]
    assert [each["about"] for each in task["reasons"]] == ["TRU-2", "own-rules"]


def test_a_point_whose_document_is_ready_stands_alone(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"TRU-2": {"conformity": "B", "demonstrability": "B"}}
    report = judge(FULL, checks=checks, documents={"own-rules": {"state": "ready"}})
    (task,) = [task for task in report["actions"]["ranked"] if task["about"] == "TRU-2"]
    assert len(task["reasons"]) == 1


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_each_task_stands_once_and_what_the_middle_reading_lacks_comes_first(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    check_tasks(judge.report(data.draw(answers(norm))))


def test_ranks_count_from_one(judge: Judge) -> None:
    ranks = [entry["rank"] for entry in judge(FULL, checks="BB")["actions"]["ranked"]]
    assert list(range(1, len(ranks) + 1)) == ranks


def test_cheaper_raises_come_before_dearer_ones(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {
        "OFR-1": {"conformity": "B", "demonstrability": "B"},
        "TRU-1": {"conformity": "T", "demonstrability": "B"},
    }
    assert [each["about"] for each in reasons(judge(FULL, checks=checks), "raise")] == ["TRU-1", "OFR-1"]


def test_practice_in_order_without_evidence_is_a_quick_win(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"REF-1": {"conformity": "V", "demonstrability": "G"}}
    (action,) = reasons(judge(FULL, checks=checks), "raise")
    assert action["quick_win"]
    assert action["demonstrability"] == {"from": "G", "to": "T"}
    assert action["conformity"] is None


def test_what_is_not_yet_described_well_is_no_quick_win(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"TRU-1": {"conformity": "G", "demonstrability": "B"}}
    (action,) = reasons(judge(FULL, checks=checks), "raise")
    assert not action["quick_win"]


def test_a_condition_that_does_not_block_is_named_after_those_that_do(judge: Judge) -> None:
    profile = {**FULL, "services": ["advice"], "advice_is_cybersecurity": False, "declarations_signed": []}
    conditions = reasons(judge(profile, checks="TT"), "condition")
    found = [(entry["about"], entry["reason"]["message"]) for entry in conditions]
    assert found == [
        ("signed-advice", "rules.action.condition"),
        ("advice-still-paid", "rules.action.condition_beside"),
    ]


def test_an_open_point_is_asked_and_not_mended(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT")
    del checks["OFR-1"]
    report = judge(FULL, checks=checks)
    assert not reasons(report, "raise")
    assert report["actions"]["shortest"]["strict"]["raises"][0]["open"]


def test_a_weak_score_is_mended_while_the_other_one_is_open(judge: Judge) -> None:
    (action,) = reasons(judge(FULL, checks={"TRU-1": {"conformity": "B"}}), "raise")
    assert (action["about"], action["conformity"]["from"], action["demonstrability"]) == ("TRU-1", "B", None)
    assert not action["quick_win"]


def test_a_requirement_that_fails_by_the_quick_scan_is_to_be_refined(judge: Judge) -> None:
    report = judge.report({"format": "kmop-answers/1", "profile": FULL, "scan": {"trust": {"conformity": "B"}}})
    (action,) = reasons(report, "refine")
    assert action["about"] == "trust"


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_what_fails_whatever_is_still_open_stands_in_the_list(judge: Judge, norm: Record, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)) | {"scan": data.draw(scans(norm))})
    check_failures_are_listed(norm, report)


def test_nothing_has_to_rise_where_everything_is_sufficient(judge: Judge) -> None:
    assert judge(FULL, checks="TT")["actions"]["shortest"]["strict"] == {"scores": 0, "steps": 0, "raises": []}


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_the_shortest_way_leads_to_a_positive_outcome(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm)) | {"profile": FULL}
    for reading in READINGS:
        after = judge.report(_raised(document, judge.report(document)["actions"]["shortest"][reading]))
        assert after["outcome"][reading]["best"] == "positive"
        nothing_left = [entry for entry in after["requirements"] if _is_empty(entry)]
        assert nothing_left or after["outcome"][reading]["worst"] == "positive"


def _raised(document: Record, found: Record) -> Record:
    checks = dict(document.get("checks", {}))
    for entry in found["raises"]:
        new = {name: entry[name]["to"] for name in ("conformity", "demonstrability") if entry[name]}
        checks[entry["check"]] = checks.get(entry["check"], {}) | new
    return document | {"checks": checks}


def _is_empty(requirement: Record) -> bool:
    message: str = requirement["reason"]["message"]
    return message == "rules.requirement.nothing_left"


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_the_shortest_way_is_that_of_the_requirements_together(judge: Judge, norm: Record, data: st.DataObject) -> None:
    actions = judge.report(data.draw(answers(norm)))["actions"]
    for reading in READINGS:
        apart = [raise_ for entry in actions["requirements"].values() for raise_ in entry[reading]["raises"]]
        assert apart == actions["shortest"][reading]["raises"]


PUBLIC = {"services": ["training"], "provider_kind": "public"}


def test_who_needs_no_audit_has_to_apply(judge: Judge, show: Show) -> None:
    report = judge(PUBLIC)
    assert group_of(report, "step-apply") == "needed"
    assert "Aanvragen" in [task["title"] for task in show(report)["summary"]["first"]]


def test_the_application_leads_to_the_question_that_dates_it(judge: Judge, show: Show) -> None:
    first = show(judge(PUBLIC))["summary"]["first"]
    assert next(task["asks"] for task in first if task["title"] == "Aanvragen") == "profile.dates.application"


def test_an_application_that_is_done_is_no_task(judge: Judge) -> None:
    report = judge({**PUBLIC, "dates": {"application": "2026-11-01"}})
    assert "step-apply" not in [task["about"] for task in report["actions"]["ranked"]]
