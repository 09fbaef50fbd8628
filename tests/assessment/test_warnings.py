from collections.abc import Mapping
from datetime import date

import pytest

from assessment import present
from assessment.rules.warnings import WARNING_LEVELS
from guide.validation.schemas import schema
from tests.assessment.cases import FULL, Judge, Record


def warnings(judge: Judge, told: int, on: str = "2026-11-28") -> list[str]:
    report = judge({**FULL, "told_percentage": told}, on=date.fromisoformat(on))
    return [entry["id"] for entry in report["warnings"] if entry["id"].startswith("warning-told")]


@pytest.mark.parametrize(("told", "given"), [(30, []), (31, ["warning-told-much"]), (46, ["warning-told-too-much"])])
def test_a_warning_that_says_it_more_closely_stands_in_the_place_of_another(
    judge: Judge, told: int, given: list[str]
) -> None:
    assert warnings(judge, told) == given


def test_a_rule_that_is_not_in_force_holds_nobody_to_its_figure(judge: Judge) -> None:
    assert warnings(judge, 46, on="2026-01-31") == ["warning-told-much"]


def test_a_warning_shows_the_rules_of_its_day(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({**FULL, "told_percentage": 46}), norm, messages, {})
    (section,) = (each for each in view["sections"] if each["id"] == "warnings")
    (line,) = (each for each in section["lines"] if each["title"] == "Te veel beloofd")
    rules = [each["text"] for each in line["details"] if each["label"] == messages["view.warnings.rule"]]

    assert rules == ["U krijgt 30 %. Soms krijgt u 45 %."]


def test_the_most_serious_warning_comes_first(judge: Judge) -> None:
    profile = {**FULL, "is_audit_bureau": True, "certificates": ["iso_9001"], "services": ["advice"]}
    levels = [entry["level"] for entry in judge({**profile, "advice_is_cybersecurity": False})["warnings"]]
    assert sorted(levels, key=list(WARNING_LEVELS).index) == levels
    assert len(set(levels)) > 1


def test_the_schemas_know_every_level_in_the_order_of_the_rules() -> None:
    assert schema("common")["$defs"]["warning_level"]["enum"] == list(WARNING_LEVELS)


def test_every_level_has_a_word_and_no_word_is_left_over(messages: dict[str, str]) -> None:
    words = {name for name in messages if name.startswith("view.warnings.state.")}
    assert words == {f"view.warnings.state.{level}" for level in WARNING_LEVELS}
