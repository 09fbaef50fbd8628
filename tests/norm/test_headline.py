"""The headline of a result, in the words of our own norm."""

from collections.abc import Mapping

from assessment import present
from tests.assessment.cases import FULL, Judge, Record, every_score
from tests.norm.weak_points import WEAK


def shown(judge: Judge, norm: Record, messages: Mapping[str, str]) -> Record:
    return present(judge(FULL, checks=every_score(norm, "TT") | WEAK), norm, messages, {})


def test_only_points_that_decide_are_left_to_do(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    view = shown(judge, real_norm, messages)
    assert view["headline"] == "Nog 3 punten te doen."
    assert "18 aandachtspunten zijn al in orde." in view["remarks"]


def test_what_is_to_do_is_told_by_requirement(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    sections = {part["id"]: part for part in shown(judge, real_norm, messages)["sections"]}
    assert {line["id"]: line["state_label"] for line in sections["requirements"]["lines"]} == {
        "activity": "nog te doen",
        "experience": "nog te doen",
        "satisfaction": "nog te doen",
        "knowledge": "in orde",
        "integrity": "in orde",
    }


def test_one_answer_that_decides_two_conditions_is_one_thing_to_do(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    profile = {**FULL, "seat": "abroad", "has_enterprise_number": False, "has_bis_number": False}
    view = present(judge(profile), real_norm, messages, {})
    assert view["headline"] == "Nog 2 voorwaarden te doen."
    (actions,) = [part for part in view["sections"] if part["id"] == "actions"]
    assert len([line for line in actions["lines"] if line["state"] == "condition"]) == 2
    assert view["remarks"][0].endswith("het ondernemingsnummer en het BIS-nummer van wie zich aanmeldt.")
