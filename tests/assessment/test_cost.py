import copy
import re
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import present
from tests.assessment.cases import FULL, ORDINARY, Judge, Record, Show, answers
from tests.norms import each_norm

HOUR = 60


def test_what_is_not_known_widens_the_range(judge: Judge) -> None:
    known, unknown = judge(ORDINARY)["cost"]["minutes"], judge({})["cost"]["minutes"]
    assert unknown["low"] < known["low"]
    assert unknown["high"] > known["high"]


def test_a_public_provider_pays_nothing(judge: Judge) -> None:
    cost = judge({"provider_kind": "public"})["cost"]
    assert cost["cents"] == {"low": 0, "likely": 0, "high": 0}
    assert cost["lines"] == []


def test_a_second_group_that_begins_counts_twice(judge: Judge, norm: Record) -> None:
    model = {line["id"]: line for line in norm["cost"]["model"]["lines"]}
    cost = judge({**ORDINARY, "deployed_people": 11})["cost"]
    line = next(entry for entry in cost["lines"] if entry["id"] == "cost-person")
    assert line["minutes"]["likely"] == 2 * model["cost-person"]["minutes"]["likely"]


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


def test_a_certificate_saves_nothing_where_no_requirement_is_left(judge: Judge, norm: Record) -> None:
    """Nobody is told that he saves at most nothing."""
    passed = {"application": "additional_audit", "passed_requirements": list(norm["requirements"])}
    cost = judge({**ORDINARY, **passed, "certificates": ["iso_9001"]})["cost"]
    assert cost["possible_saving"] is None


def test_what_may_be_saved_at_most_is_as_rough_as_every_estimate(judge: Judge, show: Show) -> None:
    report = judge({**ORDINARY, "certificates": ["iso_9001"], "hourly_rate": "95.50"})
    lines = [line for part in show(report)["sections"] if part["id"] == "cost" for line in part["lines"]]
    (told,) = [line["text"] for line in lines if line["id"] == "possible-saving"]
    (euros,) = re.findall(r"([\d.,]+) euro", told)
    most = report["cost"]["possible_saving"]["cents"]["high"]
    assert most % 500
    assert most <= int(euros.replace(".", "")) * 100 < most + 10_000


@each_norm
@settings(max_examples=50)
@given(data=st.data())
def test_the_lines_add_up_and_the_ranges_are_ordered(judge: Judge, norm: Record, data: st.DataObject) -> None:
    cost = judge.report(data.draw(answers(norm)))["cost"]
    if not cost["quoted"]["hours"]:
        for end in ("low", "likely", "high"):
            assert cost["minutes"][end] == sum(line["minutes"][end] for line in cost["lines"])
    for amounts in (cost["minutes"], cost["cents"], *(line["minutes"] for line in cost["lines"])):
        assert amounts["low"] <= amounts["likely"] <= amounts["high"]


@each_norm
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


def test_a_number_without_a_word_for_what_is_counted_names_its_question(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    bare = copy.deepcopy(norm)
    bare["profile"]["fields"]["deployed_people"].pop("counted")
    told = [
        next(part["intro"] for part in present(judge(FULL), each, messages, {})["sections"] if part["id"] == "cost")
        for each in (norm, bare)
    ]
    assert told[0].endswith("Het kan duurder worden vanaf 11 mensen.")
    assert told[1].endswith("Het kan duurder worden vanaf 11 op de vraag ‘Hoeveel mensen?’.")
