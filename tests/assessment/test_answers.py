from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, parse_answers
from assessment.faults import capped
from tests.assessment.cases import Record, answers
from tests.norms import each_norm

FORMAT = {"format": "kmop-answers/1"}


def faults(norm: Record, document: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(fault.path, fault.message) for fault in parse_answers(document, norm)[1]]


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_answers_without_faults_come_back_as_they_are(norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    assert parse_answers(document, norm) == (document, [])


@pytest.mark.parametrize("document", [None, [], "x", 1, True])
def test_answers_are_a_map(norm: Record, document: Any) -> None:
    assert faults(norm, document) == [((), "answers.not_a_map")]


def test_answers_without_their_format_are_refused(norm: Record) -> None:
    assert faults(norm, {}) == [((), "answers.no_format")]


def test_answers_of_another_format_are_refused(norm: Record) -> None:
    assert faults(norm, {"format": "kmop-answers/2"}) == [(("format",), "answers.other_format")]


def test_every_fault_is_told_at_once(norm: Record) -> None:
    document = FORMAT | {
        "profile": {"services": ["training", "training"], "starter": "ja", "servces": []},
        "checks": {"OFR-1": {"conformity": "X"}},
        "documents": {"project-list": {"state": 1}},
    }
    assert faults(norm, document) == [
        (("profile", "services", 1), "answers.twice"),
        (("profile", "starter"), "answers.not_yes_no"),
        (("profile", "servces"), "answers.unknown_key_near"),
        (("checks", "OFR-1", "conformity"), "answers.not_an_option"),
        (("documents", "project-list", "state"), "answers.not_an_option"),
    ]


@pytest.mark.parametrize(("written", "meant"), [("First", "first"), ("renewl", "renewal"), ("registred", "registered")])
def test_an_option_that_is_nearly_right_is_suggested(norm: Record, written: str, meant: str) -> None:
    (fault,) = parse_answers({"format": "kmop-answers/1", "profile": {"application": written}}, norm)[1]

    assert (fault.message, fault.values) == ("answers.not_an_option_near", {"near": meant})


def test_a_score_in_a_small_letter_is_known(norm: Record) -> None:
    (fault,) = parse_answers({"format": "kmop-answers/1", "checks": {"OFR-1": {"conformity": "v"}}}, norm)[1]

    assert fault.values == {"near": "V"}


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        ({"deployed_people": 0}, "answers.not_a_count"),
        ({"deployed_people": True}, "answers.not_a_count"),
        ({"deployed_people": 1.5}, "answers.not_a_count"),
        ({"hourly_rate": 150}, "answers.not_a_decimal"),
        ({"hourly_rate": "150,00"}, "answers.not_a_decimal"),
        ({"hours": "-1"}, "answers.not_a_decimal"),
        ({"services": "training"}, "answers.not_a_list"),
        ({"enterprise_number": 403019261}, "answers.not_text"),
        ({"iban": "x" * 201}, "answers.too_long"),
        ({"unknown": 1}, "answers.unknown_key"),
    ],
)
def test_a_wrong_answer_is_told_for_what_it_is(norm: Record, profile: Record, message: str) -> None:
    assert [found for _, found in faults(norm, FORMAT | {"profile": profile})] == [message]


@pytest.mark.parametrize("day", ["2026-02-29", "2026-2-1", "01/02/2026", "20260201", "2026-02-01\n", 20260201])
def test_a_date_is_a_day_on_the_calendar(norm: Record, day: Any) -> None:
    assert faults(norm, FORMAT | {"profile": {"dates": {"registered": day}}}) == [
        (("profile", "dates", "registered"), "answers.not_a_date")
    ]


@pytest.mark.parametrize("day", ["0022-06-15", "1999-12-31", "2100-01-01", "9999-12-31"])
def test_a_date_is_of_this_century(norm: Record, day: str) -> None:
    assert faults(norm, FORMAT | {"profile": {"dates": {"registered": day}}}) == [
        (("profile", "dates", "registered"), "answers.not_a_year")
    ]


@pytest.mark.parametrize("day", ["2000-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_of_the_century_are_dates(norm: Record, day: str) -> None:
    assert faults(norm, FORMAT | {"profile": {"dates": {"registered": day}}}) == []


def test_what_does_not_apply_needs_a_reason(norm: Record) -> None:
    for away, message in (({}, "answers.missing_key"), ({"reason": " "}, "answers.empty")):
        document = FORMAT | {"checks": {"OFR-1": {"not_applicable": away}}}
        assert [found for _, found in faults(norm, document)] == [message]


def test_a_misspelt_check_point_is_told_what_it_may_have_been(norm: Record) -> None:
    _, found = parse_answers(FORMAT | {"checks": {"OFR-11": {}}}, norm)
    assert found[0].values == {"key": "OFR-11", "near": "OFR-1"}


class CountedText(str):
    """A text that counts how often it is compared."""

    __slots__ = ()
    comparisons = 0

    def __eq__(self, other: object) -> bool:
        CountedText.comparisons += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def comparisons(norm: Record, number: int) -> int:
    CountedText.comparisons = 0
    values = [CountedText(f"x{index}") for index in range(number)]
    again = [CountedText("management") for _ in range(number)]
    assert len(faults(norm, FORMAT | {"profile": {"services": values, "themes": again}})) == 2 * number - 1
    return CountedText.comparisons


def test_a_list_is_judged_in_time_that_grows_with_its_length_and_no_faster(norm: Record) -> None:
    # Twice as many, but for what is the same for any; each with each would be four times as many.
    assert comparisons(norm, 2000) < 3 * comparisons(norm, 1000)


def test_of_many_unknown_keys_only_the_first_are_compared_with_the_known_ones(
    norm: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def compare(word: str, *_known: object, **_number: object) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr("difflib.get_close_matches", compare)
    checks = {f"OFR-1{index}": {"note": index, "nota": ""} for index in range(1000)}
    assert len(faults(norm, FORMAT | {"checks": checks, "profile": checks})) == 2000
    assert len(asked) == 100


def test_an_appendix_is_no_longer_than_versions_of_a_norm_could_make_it(norm: Record) -> None:
    entry = {"id": "x", "version": "1", "answer": 1}
    assert faults(norm, FORMAT | {"appendix": [entry] * 1000}) == []
    assert faults(norm, FORMAT | {"appendix": [{"x": 1}] * 1001}) == [(("appendix",), "answers.appendix_too_long")]


def test_of_scenarios_that_are_too_many_the_first_are_looked_into(norm: Record) -> None:
    found = faults(norm, FORMAT | {"scenarios": [{"x": 1}] * 1000})
    assert found[0] == (("scenarios",), "answers.scenarios_too_many")
    assert len(found) == 4


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(norm: Record) -> None:
    _, found = parse_answers(FORMAT | {"checks": {f"X{index}": {} for index in range(1000)}}, norm)
    told = capped(found)
    assert told[:19] == found[:19]
    assert told[19:] == [((), "answers.more", {"number": 981})]
    assert capped(found[:20]) == found[:20]


def test_a_long_key_is_repeated_in_part(norm: Record) -> None:
    _, found = parse_answers(FORMAT | {"x" * 100_000: 1}, norm)
    assert len(found[0].values["key"]) == 60


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@each_norm
@given(document=_json, key=st.sampled_from(["profile", "checks", "documents", "norm", "title", "format"]))
def test_no_document_whatever_makes_the_parser_stumble(
    norm: Record, messages: dict[str, str], document: Any, key: str
) -> None:
    wording = Wording(norm, messages)
    for candidate in (document, FORMAT | {key: document}):
        for fault in parse_answers(candidate, norm)[1]:
            assert ";" in wording.message(fault.message, fault.values)


@pytest.fixture
def with_history(norm: Record) -> Record:
    """A norm whose history tells what became of some of its names, none of which it has any longer."""
    history = [
        {"version": "2027.1.1", "renamed": {"OLD-3": "OFR-3", "profile.people_before": "profile.mensen"}},
        {"version": "2027.2.1", "renamed": {"OFR-3": "OFR-1"}, "merged": {"OFR-2": ["OFR-2", "OFR-22"]}},
        {"version": "2027.3.1", "renamed": {"profile.mensen": "profile.size"}, "removed": {"OFR-11": {"nl": "Weg"}}},
        {"version": "2027.4.1", "renamed": {"green": "management"}},
    ]
    return norm | {"history": history}


@pytest.mark.parametrize(
    ("answers", "message", "key", "now"),
    [
        ({"checks": {"OLD-3": {}}}, "unknown_key_renamed", "OLD-3", "OFR-1"),
        ({"checks": {"OFR-22": {}}}, "unknown_key_merged", "OFR-22", "OFR-2"),
        ({"checks": {"OFR-11": {}}}, "unknown_key_removed", "OFR-11", ""),
        ({"profile": {"people_before": 2}}, "unknown_key_renamed", "people_before", "size"),
        ({"scenarios": [{"profile": {"people_before": 2}}]}, "unknown_key_renamed", "people_before", "size"),
        ({"profile": {"themes": ["green"]}}, "value_renamed", "green", "management"),
        ({"unknown": ["profile.people_before"]}, "value_renamed", "people_before", "size"),
        ({"unknown": ["checks.OFR-22.conformity"]}, "value_merged", "OFR-22", "OFR-2"),
    ],
)  # fmt: skip
def test_a_former_name_is_told_what_became_of_it(
    with_history: Record, answers: Record, message: str, key: str, now: str
) -> None:
    (fault,) = parse_answers(FORMAT | answers, with_history)[1]

    assert (fault.message, fault.values) == (f"answers.{message}", {"key": key, "now": now})
