import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.cases import FULL, Judge, Record, answers

HOUR = 60
ORDINARY = {**FULL, "sites": {"belgium": 1, "abroad": 0}, "deployed_people": 3, "files_last_12_months": 10}


def lines(report: Record) -> set[str]:
    return {line["id"] for line in report["cost"]["lines"]}


def test_an_ordinary_provider_with_one_service_likely_needs_two_days_of_eight_hours(judge: Judge) -> None:
    cost = judge(ORDINARY)["cost"]
    assert cost["minutes"]["likely"] == 16 * HOUR
    assert cost["cents"]["likely"] == 240_000


def test_an_ordinary_visit_takes_between_one_and_two_days(judge: Judge) -> None:
    visit = judge(ORDINARY)["cost"]["visit_minutes"]
    assert (visit["low"], visit["high"]) == (8 * HOUR, 16 * HOUR)
    assert visit["low"] <= visit["likely"] <= visit["high"]


def test_the_likely_estimate_of_who_answers_nothing_is_that_of_an_ordinary_provider(judge: Judge) -> None:
    assert judge({"provider_kind": "private"})["cost"]["minutes"]["likely"] == 16 * HOUR


def test_what_is_not_known_widens_the_range(judge: Judge) -> None:
    known, unknown = judge(ORDINARY)["cost"]["minutes"], judge({})["cost"]["minutes"]
    assert unknown["low"] < known["low"]
    assert unknown["high"] > known["high"]


def test_a_public_provider_pays_nothing(judge: Judge) -> None:
    cost = judge({"provider_kind": "public"})["cost"]
    assert cost["cents"] == {"low": 0, "likely": 0, "high": 0}
    assert cost["lines"] == []


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"services": ["training", "advice"]}, "cost-second-service"),
        ({"sites": {"belgium": 3, "abroad": 0}}, "cost-extra-sites-belgium"),
        ({"sites": {"belgium": 1, "abroad": 1}}, "cost-sites-abroad"),
        ({"deployed_people": 12}, "cost-people"),
        ({"files_last_12_months": 120}, "cost-files"),
    ],
)
def test_each_factor_adds_a_line_and_never_takes_hours_away(judge: Judge, change: Record, line: str) -> None:
    before, after = judge(ORDINARY), judge({**ORDINARY, **change})
    assert lines(after) - lines(before) == {line}
    assert all(after["cost"]["minutes"][end] >= before["cost"]["minutes"][end] for end in ("low", "likely", "high"))


def test_two_extra_sites_count_twice(judge: Judge, norm: Record) -> None:
    model = {line["id"]: line for line in norm["cost"]["model"]["lines"]}
    cost = judge({**ORDINARY, "sites": {"belgium": 3, "abroad": 0}})["cost"]
    line = next(entry for entry in cost["lines"] if entry["id"] == "cost-extra-sites-belgium")
    assert line["minutes"]["likely"] == 2 * model["cost-extra-sites-belgium"]["minutes"]["likely"]


def test_a_starter_is_audited_for_fewer_hours(judge: Judge) -> None:
    starter, ordinary = judge({**ORDINARY, "starter": True}), judge(ORDINARY)
    assert starter["cost"]["minutes"]["likely"] < ordinary["cost"]["minutes"]["likely"]
    assert "cost-visit-experience" not in lines(starter)


def test_a_follow_up_audit_takes_fewer_hours_than_a_first_one(judge: Judge) -> None:
    follow_up = {**ORDINARY, "application": "conditional_follow_up", "passed_requirements": ["activity", "knowledge"]}
    assert judge(follow_up)["cost"]["minutes"]["high"] < judge(ORDINARY)["cost"]["minutes"]["high"]


def test_a_quoted_number_of_hours_replaces_the_estimate(judge: Judge) -> None:
    cost = judge({**ORDINARY, "hours": "10.5"})["cost"]
    assert cost["minutes"] == {"low": 630, "likely": 630, "high": 630}
    assert cost["cents"]["likely"] == 157_500


def test_a_quoted_rate_replaces_the_norms(judge: Judge) -> None:
    cost = judge({**ORDINARY, "hours": "10", "hourly_rate": "137.50"})["cost"]
    assert cost["cents"]["likely"] == 137_500
    assert cost["quoted"] == {"hours": True, "hourly_rate": True}


def test_a_quoted_rate_has_the_standing_and_the_sources_of_nobody_else(judge: Judge) -> None:
    report = judge({**ORDINARY, "hourly_rate": "137.50"})
    (concluded,) = [entry for entry in report["trace"] if entry["rule"] == "rate"]
    for part in (report["cost"]["rate"], concluded):
        assert (part["standing"], part["sources"]) == (None, [])


def test_half_a_cent_is_rounded_up(judge: Judge) -> None:
    cost = judge({**ORDINARY, "hours": "0.50", "hourly_rate": "0.05"})["cost"]
    assert cost["cents"]["likely"] == 3


def test_a_certificate_takes_nothing_off_but_shows_what_it_might_save(judge: Judge) -> None:
    with_it, without = judge({**ORDINARY, "certificates": ["iso_9001"]})["cost"], judge(ORDINARY)["cost"]
    assert with_it["minutes"] == without["minutes"]
    assert with_it["possible_saving"]["minutes"]["high"] > 0
    assert without["possible_saving"] is None


def test_travel_is_an_extra_for_sites_abroad_only(judge: Judge) -> None:
    at_home, abroad = (judge({**ORDINARY, "sites": {"belgium": 1, "abroad": number}})["cost"] for number in (0, 1))
    extra = {entry["fact"] for entry in abroad["extras"]} - {entry["fact"] for entry in at_home["extras"]}
    assert extra == {"travel-foreign-sites"}


@settings(max_examples=50)
@given(data=st.data())
def test_the_lines_add_up_and_the_ranges_are_ordered(judge: Judge, norm: Record, data: st.DataObject) -> None:
    cost = judge.report(data.draw(answers(norm)))["cost"]
    if not cost["quoted"]["hours"]:
        for end in ("low", "likely", "high"):
            assert cost["minutes"][end] == sum(line["minutes"][end] for line in cost["lines"])
    for amounts in (cost["minutes"], cost["cents"], *(line["minutes"] for line in cost["lines"])):
        assert amounts["low"] <= amounts["likely"] <= amounts["high"]


@settings(max_examples=50)
@given(data=st.data())
def test_an_exemption_never_adds_hours(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    profile = {**document.get("profile", {}), "application": "first"}

    def cost(*, starter: bool) -> Record:
        minutes: Record = judge.report(document | {"profile": {**profile, "starter": starter}})["cost"]["minutes"]
        return minutes

    exempt, ordinary = cost(starter=True), cost(starter=False)
    assert all(exempt[end] <= ordinary[end] for end in ("low", "likely", "high"))
