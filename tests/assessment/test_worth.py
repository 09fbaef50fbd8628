"""Whether a registration is worth it: the scheme's figures by date, and the candidate's own."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from tests.assessment.cases import Judge, Record
from tests.assessment.worth_cases import OWN, QUOTED, weighed
from tests.norms import each_norm


def test_the_cost_is_the_audit_and_the_candidates_own_hours(judge: Judge) -> None:
    cost = weighed(judge, OWN)["cost"]
    assert cost["preparation"] == 200_000
    assert cost["whole"] == {"low": 440_000, "likely": 440_000, "high": 440_000}


def test_it_breaks_even_when_the_gain_of_extra_customers_covers_the_cost(judge: Judge) -> None:
    worth = weighed(judge, OWN)
    assert worth["gain"] == 50_000
    assert worth["break_even"] == {"low": 9, "likely": 9, "high": 9}
    assert worth["months"]["likely"] == 36
    assert worth["within"] is True


def test_too_few_extra_customers_break_even_after_the_registration_ended(judge: Judge) -> None:
    worth = weighed(judge, OWN | {"extra_percent": 10})
    assert (worth["months"]["likely"], worth["within"]) == (72, False)


@pytest.mark.parametrize(
    ("on", "small", "medium"),
    [("2026-01-31", 30, 25), ("2026-02-01", 30, 20)],
)
def test_the_share_is_that_of_the_date_and_the_size(judge: Judge, on: str, small: int, medium: int) -> None:
    sizes = weighed(judge, OWN, date.fromisoformat(on))["sizes"]
    assert (sizes["small"]["share"], sizes["medium"]["share"]) == (small, medium)


def test_the_raised_share_holds_only_where_the_candidate_says_so(judge: Judge) -> None:
    assert weighed(judge, OWN | {"raised": True})["sizes"]["small"]["share"] == 45


def test_before_there_was_a_raised_share_the_ordinary_one_holds(judge: Judge) -> None:
    sizes = weighed(judge, OWN | {"raised": True}, date(2026, 1, 31))["sizes"]
    assert sizes["small"]["share"] == 30


def test_no_customer_is_given_more_than_the_ceiling(judge: Judge) -> None:
    small = weighed(judge, OWN | {"price": 100_000})["sizes"]["small"]
    assert small["subsidy"] == small["ceiling"] == 750_000


def test_what_all_customers_save_is_counted_by_size(judge: Judge) -> None:
    assert weighed(judge, OWN)["saved"] == 10 * 30_000 + 5 * 20_000


@pytest.mark.parametrize("nothing", [{"price": 0}, {"margin_percent": 0}])
def test_without_gain_nothing_is_ever_earned_back(judge: Judge, nothing: Record) -> None:
    worth = weighed(judge, OWN | nothing)
    assert (worth["break_even"], worth["months"], worth["within"]) == (None, None, None)


def test_without_extra_customers_there_is_no_time_to_name(judge: Judge) -> None:
    worth = weighed(judge, OWN | {"extra_percent": 0})
    assert worth["break_even"]["likely"] == 9
    assert worth["months"] is None


def test_what_is_not_filled_in_is_assumed_and_says_so(judge: Judge, norm: Record) -> None:
    figures = weighed(judge, {"price": 5})["figures"]
    assert figures["price"] == {"value": 5, "assumed": False}
    assert figures["own_hour"] == {"value": norm["worth"]["fields"]["own_hour"]["assumed"], "assumed": True}


def test_a_public_provider_only_has_the_preparation_to_earn_back(judge: Judge) -> None:
    assert weighed(judge, OWN, profile={"provider_kind": "public"})["cost"]["whole"]["likely"] == 200_000


def shown(judge: Judge, own: Record, messages: Mapping[str, str], profile: Record = QUOTED) -> Record:
    """Return the section of the view on what `own` comes to."""
    report = judge.report({"format": "kmop-answers/1", "profile": profile, "worth": own})
    view = present(report, judge.norm, messages, {})
    return next(section for section in view["sections"] if section["id"] == "worth")


def test_the_answer_stands_in_one_sentence(judge: Judge, messages: Mapping[str, str]) -> None:
    assert shown(judge, OWN, messages)["intro"] == (
        "Met uw cijfers hebt u de kosten terug met 9 extra klanten. Dat duurt dan ongeveer 36 maanden."
    )


@pytest.mark.parametrize(
    ("percent", "end"), [(20, "terug met 9 extra klanten."), (10, "dan de 5 jaar van uw registratie.")]
)
def test_the_first_screen_says_whether_it_is_in_time(
    judge: Judge, messages: Mapping[str, str], percent: int, end: str
) -> None:
    answers = {"format": "kmop-answers/1", "profile": QUOTED, "worth": OWN | {"extra_percent": percent}}
    told = present(judge.report(answers), judge.norm, messages, {})["summary"]["money"]["worth"]
    assert told.endswith(end)


def test_each_figure_of_ours_is_named_with_its_reason(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    lines = shown(judge, {"small_customers": 4}, messages)["lines"]
    details = {each["label"]: each["text"] for each in lines[-1]["details"]}
    fields = norm["worth"]["fields"]
    assert fields["small_customers"]["question"]["nl"] not in details
    assert details[fields["price"]["question"]["nl"]].startswith("Wij rekenen met 1.000 euro. ")
    assert details[fields["raised"]["question"]["nl"]].startswith("Wij rekenen met nee. ")


@pytest.mark.parametrize(("services", "first"), [(["advice", "training"], "Advies"), (["training"], "Een klant")])
def test_a_service_without_subsidy_beside_one_with_it_is_named_first(
    judge: Judge, messages: Mapping[str, str], services: list[str], first: str
) -> None:
    line = shown(judge, OWN, messages, {**QUOTED, "services": services})["lines"][0]
    assert line["title"].startswith(first)
    assert ("alleen voor wat u daarnaast aanbiedt" in line["text"]) is (first == "Advies")


def test_each_share_names_its_sources(judge: Judge, messages: Mapping[str, str]) -> None:
    lines = shown(judge, OWN, messages)["lines"]
    small = next(line for line in lines if line["id"] == "rule-support")
    assert small["standing"] == "official"
    assert small["sources"]


_own = st.fixed_dictionaries(
    {},
    optional={
        "small_customers": st.integers(0, 1000),
        "medium_customers": st.integers(0, 1000),
        "price": st.integers(0, 100_000),
        "raised": st.booleans(),
        "extra_percent": st.integers(0, 100),
        "margin_percent": st.integers(0, 100),
        "preparation_hours": st.integers(0, 1000),
        "own_hour": st.integers(0, 1_000),
    },
)


@each_norm
@settings(max_examples=60)
@given(own=_own, price=st.integers(0, 100_000))
def test_a_higher_price_never_asks_for_more_customers(judge: Judge, own: Record, price: int) -> None:
    low, high = sorted((own.get("price", 0), price))
    cheap, dear = (weighed(judge, own | {"price": amount})["break_even"] for amount in (low, high))
    assert cheap is None or dear["likely"] <= cheap["likely"]


@each_norm
@settings(max_examples=60)
@given(own=_own)
def test_the_break_even_number_is_enough_and_one_less_is_not(judge: Judge, own: Record) -> None:
    worth = weighed(judge, own)
    if worth["break_even"] is None:
        assert worth["gain"] == 0
    else:
        number, whole = worth["break_even"]["likely"], worth["cost"]["whole"]["likely"]
        assert number * worth["gain"] >= whole > (number - 1) * worth["gain"] or whole == number == 0


@each_norm
@settings(max_examples=40)
@given(own=_own)
def test_everything_can_be_put_into_words(judge: Judge, messages: Mapping[str, str], own: Record) -> None:
    section = shown(judge, own, messages)
    assert section["intro"]
    assert all(line["text"] and line["standing"] for line in section["lines"])
