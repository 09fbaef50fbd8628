"""The shares of the support by date and size, as the norm has them."""

from collections.abc import Mapping
from datetime import date

import pytest

from assessment import present
from tests.assessment.cases import FULL, Judge, Record
from tests.assessment.worth_cases import OWN, weighed


@pytest.mark.parametrize(
    ("on", "small", "medium"),
    [("2015-06-01", 50, 50), ("2018-06-01", 40, 30), ("2020-06-01", 30, 20), ("2026-11-22", 30, 20)],
)
def test_the_share_is_that_of_the_date_and_the_size(judge: Judge, on: str, small: int, medium: int) -> None:
    sizes = weighed(judge, OWN, date.fromisoformat(on))["sizes"]
    assert (sizes["small"]["share"], sizes["medium"]["share"]) == (small, medium)


def test_the_raised_share_holds_only_where_the_candidate_says_so(judge: Judge) -> None:
    assert weighed(judge, OWN | {"raised": True})["sizes"]["small"]["share"] == 45


def test_before_there_was_a_raised_share_the_ordinary_one_holds(judge: Judge) -> None:
    sizes = weighed(judge, OWN | {"raised": True}, date(2020, 6, 1))["sizes"]
    assert sizes["small"]["share"] == 30


def test_no_customer_is_given_more_than_the_ceiling(judge: Judge) -> None:
    small = weighed(judge, OWN | {"price": 100_000})["sizes"]["small"]
    assert small["subsidy"] == small["ceiling"] == 750_000


def test_what_all_customers_save_is_counted_by_size(judge: Judge) -> None:
    assert weighed(judge, OWN)["saved"] == 10 * 30_000 + 5 * 20_000


def test_advice_about_cybersecurity_has_the_raised_share_whatever_was_filled_in(judge: Judge) -> None:
    adviser = {**FULL, "services": ["advice"], "advice_is_cybersecurity": True}
    sizes = weighed(judge, OWN | {"raised": False}, profile=adviser)["sizes"]
    assert (sizes["small"]["share"], sizes["medium"]["share"]) == (45, 35)


@pytest.mark.parametrize(("on", "share"), [("2026-01-31", 30), ("2026-02-01", None)])
def test_other_advice_pays_nothing_back_since_february_2026(judge: Judge, on: str, share: int | None) -> None:
    adviser = {**FULL, "services": ["advice"], "advice_is_cybersecurity": False}
    worth = weighed(judge, OWN, date.fromisoformat(on), adviser)
    assert (worth["sizes"]["small"] or {}).get("share") == share
    assert (worth["break_even"] is None) == (share is None)
    assert worth["no_subsidy"] == ([] if share else ["warning-advice-not-cybersecurity"])


def test_trainings_beside_other_advice_still_pay_back(judge: Judge) -> None:
    both = {**FULL, "services": ["advice", "training"], "advice_is_cybersecurity": False}
    assert weighed(judge, OWN, profile=both)["break_even"]


def test_a_service_within_no_theme_pays_nothing_back(judge: Judge) -> None:
    assert weighed(judge, OWN, profile={**FULL, "themes": []})["no_subsidy"] == ["warning-no-theme"]


def test_energy_efficiency_had_no_raised_share_in_2022(judge: Judge) -> None:
    adviser = {**FULL, "services": ["advice"], "advice_is_cybersecurity": False}
    assert weighed(judge, OWN | {"raised": True}, date(2022, 6, 1), adviser)["sizes"]["small"]["share"] == 30


def test_a_starter_pays_for_part_2_and_counts_the_years_that_it_adds(judge: Judge, real_norm: Record) -> None:
    worth, ordinary = (weighed(judge, OWN, profile={**FULL, "starter": starter}) for starter in (True, False))
    facts = real_norm["facts"]
    added = [facts[name]["value"]["amount"] for name in ("starter-first-period", "starter-extension")]
    assert worth["years"] == ordinary["years"] == sum(added)
    assert ordinary["cost"]["later"] is None
    part_2 = judge({**FULL, "application": "starter_part_2"})["cost"]["cents"]
    assert worth["cost"]["later"] == part_2
    assert worth["cost"]["whole"]["likely"] == worth["cost"]["audit"]["likely"] + part_2["likely"] + 200_000


def test_a_quote_for_the_first_audit_says_nothing_of_part_2(judge: Judge) -> None:
    starter = {**FULL, "starter": True}
    later = [weighed(judge, OWN, profile=profile)["cost"]["later"] for profile in (starter, starter | {"hours": "4"})]
    assert later[0] == later[1]


def test_what_follows_from_the_service_is_no_figure_of_ones_own(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge({**FULL, "services": ["advice"], "advice_is_cybersecurity": True})
    worth = present(report, real_norm, messages, {})["summary"]["money"]["worth"]
    assert worth.startswith("Met onze aannames ")


def test_part_2_by_itself_counts_only_the_years_that_it_adds(judge: Judge, real_norm: Record) -> None:
    years = real_norm["facts"]["starter-extension"]["value"]["amount"]
    assert weighed(judge, OWN, profile={**FULL, "application": "starter_part_2"})["years"] == years


def test_a_starter_is_told_that_part_2_is_counted(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    sections = present(judge({**FULL, "starter": True}), real_norm, messages, {})["sections"]
    intro = next(part["intro"] for part in sections if part["id"] == "worth")
    assert "Na een positief deel 2 loopt uw registratie in totaal 5 jaar." in intro


@pytest.mark.parametrize(
    ("profile", "alerts"),
    [
        (
            {"services": ["advice"], "advice_is_cybersecurity": False},
            ["Uw klanten krijgen geen subsidie voor dit advies"],
        ),
        ({"themes": []}, ["Geen subsidie: uw diensten vallen in geen enkel thema"]),
        ({"services": ["advice", "training"], "advice_is_cybersecurity": False}, []),
    ],
)
def test_the_first_screen_says_when_customers_get_nothing_for_any_service(
    judge: Judge, real_norm: Record, messages: Mapping[str, str], profile: Record, alerts: list[str]
) -> None:
    found = present(judge({**FULL, **profile}), real_norm, messages, {})["summary"]
    assert found["alerts"] == alerts
    is_told = found["money"]["worth"] == "Zonder subsidie voor uw klanten verdient u een registratie niet terug."
    assert is_told is bool(alerts)
