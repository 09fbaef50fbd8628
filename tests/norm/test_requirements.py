"""Which points of the norm are asked of whom."""

from tests.assessment.cases import FULL, Judge
from tests.assessment.report_parts import requirement


def test_the_knowledge_test_is_not_asked_of_who_renews(judge: Judge) -> None:
    found = requirement(judge({**FULL, "application": "renewal"}), "knowledge")
    states = {point["id"]: point["state"] for point in found["checks"]}
    assert states["KNW-2"] == "not_asked"
    assert states["KNW-1"] == "open"
