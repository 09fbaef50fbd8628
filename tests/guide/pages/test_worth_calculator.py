"""The sliders of the page on whether a registration is worth it start from what the rules work out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.wording import Wording
from guide.pages.worth_calculator import YEARS, worth_calculator
from tests.assessment.cases import Judge


def test_the_costs_of_all_years_are_those_of_the_rules_and_the_renewal(
    real_norm: Any, messages: Mapping[str, str]
) -> None:
    judge = Judge(real_norm, date.fromisoformat(real_norm["checked_on"]))
    renewal = judge({"application": "renewal", "provider_kind": "private"})["cost"]["cents"]["likely"]
    for situation in worth_calculator(real_norm, Wording(real_norm, messages))["situations"]:
        assert len(situation["years"]) == YEARS
        assert sum(situation["years"]) == situation["whole"] + renewal


def test_a_starter_pays_the_second_part_within_the_first_two_years(real_norm: Any, messages: Mapping[str, str]) -> None:
    ordinary, starter = worth_calculator(real_norm, Wording(real_norm, messages))["situations"]
    assert ordinary["years"][1] == 0
    assert 0 < starter["years"][1] < starter["years"][0]


def test_the_sliders_start_from_what_the_norm_assumes(real_norm: Any, messages: Mapping[str, str]) -> None:
    starts = {
        each["name"]: each["assumed"] for each in worth_calculator(real_norm, Wording(real_norm, messages))["sliders"]
    }
    fields = real_norm["worth"]["fields"]
    customers = fields["small_customers"]["assumed"] + fields["medium_customers"]["assumed"]
    assert starts == {
        "customers": customers,
        "price": fields["price"]["assumed"],
        "extra": fields["extra_percent"]["assumed"],
    }
