"""The sliders of the page on whether a registration is worth it start from what the rules work out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from assessment.wording import Wording
from guide.pages.worth_calculator import worth_calculator
from tests.assessment.cases import Judge


@pytest.fixture
def made(real_norm: Any, messages: Mapping[str, str]) -> dict[str, Any]:
    """What the page starts from, for whoever registers as usual and for a starter."""
    known = real_norm["situations"]["situations"]
    ways = [known["situation-training"], known["situation-starter-training"]]
    return worth_calculator(real_norm, Wording(real_norm, messages), ways, known["situation-renewal"])


def test_the_costs_of_all_years_are_those_of_the_rules_and_the_renewal(real_norm: Any, made: dict[str, Any]) -> None:
    judge = Judge(real_norm, date.fromisoformat(real_norm["checked_on"]))
    renewal = judge({"application": "renewal", "provider_kind": "private"})["cost"]["cents"]["likely"]
    for situation in made["situations"]:
        assert sum(situation["years"]) == situation["whole"] + renewal


def test_as_many_years_are_shown_as_a_registration_runs(real_norm: Any, made: dict[str, Any]) -> None:
    period = real_norm["facts"][real_norm["worth"]["rules"]["period"]]["value"]["amount"]
    assert {len(situation["years"]) for situation in made["situations"]} == {period}


def test_a_starter_pays_the_second_part_before_the_first_period_ends(real_norm: Any, made: dict[str, Any]) -> None:
    ordinary, starter = made["situations"]
    last = real_norm["facts"][real_norm["worth"]["rules"]["starter"]["period"]]["value"]["amount"] - 1
    assert ordinary["years"][last] == 0
    assert 0 < starter["years"][last] < starter["years"][0]


def test_what_stands_there_at_first_is_what_the_script_makes_of_it(made: dict[str, Any]) -> None:
    """The figures are those of `tests/frontend/guide-pages/worth.test.ts`."""
    assert made["situations"][0]["years"] == [480_000, 0, 0, 0, 240_000]
    assert (made["first"]["customers"], made["first"]["months"]) == (10, 34)
    assert [balance for *_, balance in made["first"]["years"]] == [-3000, -1200, 600, 2400, 1800]


def test_the_sliders_start_from_what_the_norm_assumes(real_norm: Any, made: dict[str, Any]) -> None:
    fields = real_norm["worth"]["fields"]
    customers = fields["small_customers"]["assumed"] + fields["medium_customers"]["assumed"]
    assert {each["name"]: each["assumed"] for each in made["sliders"]} == {
        "customers": customers,
        "price": fields["price"]["assumed"],
        "extra": fields["extra_percent"]["assumed"],
    }
