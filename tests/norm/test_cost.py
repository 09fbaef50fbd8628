"""The hours and the money that the model of the norm comes to."""

import pytest

from assessment.skip_logic import asked_fields
from tests.assessment.cases import FULL, ORDINARY, Judge, Record
from tests.assessment.report_parts import cost_lines

HOUR = 60


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


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"services": ["training", "advice"]}, "cost-second-service"),
        ({"sites": {"belgium": 3, "abroad": 0}}, "cost-extra-sites-belgium"),
        ({"sites": {"belgium": 1, "abroad": 1}}, "cost-sites-abroad"),
        ({"deployed_people": 12}, "cost-people"),
    ],
)
def test_each_factor_adds_a_line_and_never_takes_hours_away(judge: Judge, change: Record, line: str) -> None:
    before, after = judge(ORDINARY), judge({**ORDINARY, **change})
    assert cost_lines(after) - cost_lines(before) == {line}
    assert all(after["cost"]["minutes"][end] >= before["cost"]["minutes"][end] for end in ("low", "likely", "high"))


def test_many_files_add_hours_at_a_renewal(judge: Judge) -> None:
    renewal = {**ORDINARY, "application": "renewal"}
    before, after = judge(renewal), judge({**renewal, "files_last_12_months": 120})
    assert cost_lines(after) - cost_lines(before) == {"cost-files"}
    assert after["cost"]["minutes"]["high"] > before["cost"]["minutes"]["high"]


def test_a_first_audit_counts_no_files_of_before(judge: Judge, real_norm: Record) -> None:
    """Whoever was never registered has none, and is not asked for them."""
    first = {**ORDINARY, "application": "first"}
    asked = asked_fields({"application": "first"}, real_norm)
    unanswered = {key: value for key, value in first.items() if key != "files_last_12_months"}
    assert asked["files_last_12_months"] is False
    assert judge({**first, "files_last_12_months": 120})["cost"] == judge(unanswered)["cost"]


def test_a_starter_is_audited_for_fewer_hours(judge: Judge) -> None:
    starter, ordinary = judge({**ORDINARY, "starter": True}), judge(ORDINARY)
    assert starter["cost"]["minutes"]["likely"] < ordinary["cost"]["minutes"]["likely"]
    assert "cost-visit-experience" not in cost_lines(starter)


def test_a_follow_up_audit_takes_fewer_hours_than_a_first_one(judge: Judge) -> None:
    follow_up = {**ORDINARY, "application": "conditional_follow_up", "passed_requirements": ["activity", "knowledge"]}
    assert judge(follow_up)["cost"]["minutes"]["high"] < judge(ORDINARY)["cost"]["minutes"]["high"]


def test_travel_is_an_extra_for_sites_abroad_only(judge: Judge) -> None:
    at_home, abroad = (judge({**ORDINARY, "sites": {"belgium": 1, "abroad": number}})["cost"] for number in (0, 1))
    extra = {entry["fact"] for entry in abroad["extras"]} - {entry["fact"] for entry in at_home["extras"]}
    assert extra == {"travel-foreign-sites"}


def test_no_part_of_a_starters_price_is_named_after_the_whole_norm(judge: Judge, real_norm: Record) -> None:
    lines = judge({**FULL, "starter": True})["cost"]["lines"]
    titles = {line["id"]: line["title"]["nl"] for line in real_norm["cost"]["model"]["lines"]}
    told = [titles[line["id"]] for line in lines]
    assert "Auditrapport over alle vereisten van deze audit" in told
    assert not [title for title in told if "hele norm" in title]
