"""The headline of a candidate whose result once named a requirement that did not fail in what the sentence spoke of."""

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
