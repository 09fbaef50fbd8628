from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.predicates import KINDS, NO_ANSWER, Truth, evaluate, fields_of
from guide.validation.schemas import schema
from guide.validation.validator import validator

NORM: dict[str, Any] = {"facts": {}}
YES = {"equals": {"field": "yes", "value": True}}
NO = {"equals": {"field": "no", "value": True}}
UNKNOWN = {"equals": {"field": "missing", "value": True}}
FACTS = {"yes": True, "no": False}


def test_every_kind_of_predicate_that_a_norm_may_hold_is_known() -> None:
    assert set(KINDS) == set(schema("common")["$defs"]["predicate"]["properties"])


def truth(predicate: dict[str, Any] | None, **facts: Any) -> Truth:
    return evaluate(predicate, facts or FACTS, NORM)


@pytest.mark.parametrize(
    ("parts", "both", "either"),
    [
        ([YES, YES], True, True),
        ([YES, NO], False, True),
        ([NO, NO], False, False),
        ([YES, UNKNOWN], None, True),
        ([NO, UNKNOWN], False, None),
        ([UNKNOWN, UNKNOWN], None, None),
    ],
)
def test_all_and_any_follow_kleenes_tables(parts: list[Any], both: Truth, either: Truth) -> None:
    assert both is truth({"all": parts})
    assert either is truth({"any": parts})


@pytest.mark.parametrize(("part", "expected"), [(YES, False), (NO, True), (UNKNOWN, None)])
def test_not_turns_an_answer_round_and_leaves_the_unknown(part: dict[str, Any], expected: Truth) -> None:
    assert expected is truth({"not": part})


def test_no_predicate_is_always_yes() -> None:
    assert truth(None) is True


def test_in_looks_for_one_of_several_values() -> None:
    predicate = {"in": {"field": "services", "values": ["advice"]}}
    assert truth(predicate, services=["training", "advice"]) is True
    assert truth(predicate, services=["training"]) is False
    assert truth(predicate, services=[]) is False


def test_in_looks_at_a_single_value_too() -> None:
    assert truth({"in": {"field": "application", "values": ["first", "renewal"]}}, application="renewal") is True


def test_at_least_counts_the_bound_itself() -> None:
    predicate = {"at_least": {"field": "people", "value": 5}}
    assert [truth(predicate, people=number) for number in (4, 5, 6)] == [False, True, True]


def test_more_than_leaves_the_bound_itself_out() -> None:
    predicate = {"more_than": {"field": "people", "value": 5}}
    assert [truth(predicate, people=number) for number in (4, 5, 6)] == [False, False, True]


SITES = ("belgium", "abroad")


@pytest.mark.parametrize(
    ("belgium", "abroad", "expected"),
    [(1, 1, False), (1, 2, True), (3, None, True), (2, None, None), (None, None, None), (2, NO_ANSWER, False)],
)
def test_a_sum_is_compared_as_far_as_its_numbers_are_known(belgium: Any, abroad: Any, expected: Truth) -> None:
    predicate = {"at_least": {"sum": list(SITES), "value": 3}}
    assert expected is truth(predicate, belgium=belgium, abroad=abroad)


def test_a_sum_that_is_more_than_a_bound_leaves_the_bound_itself_out() -> None:
    predicate = {"more_than": {"sum": list(SITES), "value": 2}}
    assert [truth(predicate, belgium=1, abroad=abroad) for abroad in (1, 2)] == [False, True]


def test_a_sum_of_questions_that_are_not_asked_is_no_number() -> None:
    assert truth({"at_least": {"sum": list(SITES), "value": 0}}, belgium=NO_ANSWER, abroad=NO_ANSWER) is False


@given(*[st.one_of(st.none(), st.integers(0, 9))] * 2, st.integers(0, 9), st.integers(0, 20))
def test_a_sum_that_is_settled_stays_so_when_a_missing_number_is_found(
    belgium: int | None, abroad: int | None, found: int, bound: int
) -> None:
    predicate = {"at_least": {"sum": list(SITES), "value": bound}}
    before = truth(predicate, belgium=belgium, abroad=abroad)
    after = truth(
        predicate, **{name: found if n is None else n for name, n in zip(SITES, (belgium, abroad), strict=True)}
    )
    assert after is not None
    assert before is None or before is after


@pytest.mark.parametrize(("day", "expected"), [("2019-11-30", False), ("2019-12-01", True), ("2010-01-01", None)])
def test_a_bound_can_be_the_figure_of_a_rule_on_the_day(day: str, expected: Truth) -> None:
    states = [
        {"value": {"amount": 40}, "valid_from": "2016-04-01", "valid_until": "2019-11-30"},
        {"value": {"amount": 30}, "valid_from": "2019-12-01"},
    ]
    norm = {"facts": {}, "scheme": {"rules": {"share": {"states": states}}}}
    predicate = {"more_than": {"field": "told", "figure_of": "share"}}
    assert expected is evaluate(predicate, {"told": 40, "date": day}, norm)


def test_a_bound_can_be_the_figure_of_a_fact() -> None:
    norm = {"facts": {"kept": {"value": {"amount": 10}}}}
    predicate = {"at_least": {"field": "years", "figure_of": "kept"}}
    asked = [evaluate(predicate, {"years": years, "date": "2026-01-01"}, norm) for years in (9, 10)]
    assert asked == [False, True]


@pytest.mark.parametrize(("day", "expected"), [("2026-01-31", False), ("2026-02-01", True), ("2026-02-02", True)])
def test_on_or_after_counts_the_day_itself(day: str, expected: Truth) -> None:
    assert expected is truth({"on_or_after": {"field": "date", "value": "2026-02-01"}}, date=day)


def test_on_or_after_can_count_from_another_date() -> None:
    predicate = {"on_or_after": {"field": "date", "other": "end", "plus": {"months": -6}}}
    assert truth(predicate, date="2026-02-28", end="2026-08-31") is True
    assert truth(predicate, date="2026-02-27", end="2026-08-31") is False
    assert truth(predicate, date="2026-02-28") is None


@pytest.mark.parametrize(("years", "expected"), [(1, False), (-9999, True)])
def test_a_bound_outside_the_calendar_is_never_or_always_reached(years: int, expected: Truth) -> None:
    predicate = {"on_or_after": {"field": "date", "other": "end", "plus": {"years": years}}}
    assert expected is truth(predicate, date="2026-01-01", end="9999-12-31")


def test_the_fields_of_a_predicate_are_all_that_it_reads() -> None:
    nested = {"all": [{"not": YES}, {"any": [NO, {"on_or_after": {"field": "date", "other": "end"}}]}]}
    assert list(fields_of(nested)) == ["yes", "no", "date", "end"]
    assert list(fields_of({"more_than": {"sum": ["belgium", "abroad"], "value": 2}})) == ["belgium", "abroad"]


_leaves = st.sampled_from([YES, NO, UNKNOWN])
_trees = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(lambda part: {"not": part}, inner),
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
    ),
)


@given(_trees, st.booleans())
def test_a_known_answer_stays_when_the_missing_fact_is_found(predicate: dict[str, Any], found: bool) -> None:
    before = evaluate(predicate, FACTS, NORM)
    after = evaluate(predicate, {**FACTS, "missing": found}, NORM)
    assert after is not None
    assert before is None or before is after


EXAMPLES = [
    (kind, terms)
    for kind, said in schema("common")["$defs"]["predicate"]["properties"].items()
    for terms in said["examples"]
]


@pytest.mark.parametrize(("kind", "terms"), EXAMPLES)
def test_what_the_schema_gives_as_an_example_is_a_predicate(kind: str, terms: Any) -> None:
    validator({"$ref": "common.schema.json#/$defs/predicate"}).validate({kind: terms})
    assert evaluate({kind: terms}, {"date": "2026-01-01"}, NORM) in {True, False, None}
