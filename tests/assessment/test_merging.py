"""Several answers become one that says no more than any of them did."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.merging import merged_answer
from tests.assessment.cases import Record

SCALE = ("B", "G", "T", "V")
SCORES = st.sampled_from(SCALE)
CHECKS = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "conformity": SCORES,
        "demonstrability": SCORES,
        "note": st.text(max_size=3),
        "not_applicable": st.just({"reason": "x"}),
    },
)


def ranks(answers: Sequence[Record | None], dimension: str) -> list[int]:
    """The scores of the answers to what applies, as numbers; what is open has none."""
    applying = [answer or {} for answer in answers if not answer or "not_applicable" not in answer]
    return [SCALE.index(answer[dimension]) for answer in applying if dimension in answer]


@given(st.lists(CHECKS, min_size=1, max_size=4), st.sampled_from(["conformity", "demonstrability"]))
def test_a_score_is_never_higher_than_any_that_was_given(answers: list[Record | None], dimension: str) -> None:
    merged = merged_answer(answers, SCALE) or {}
    given_scores = ranks(answers, dimension)
    if dimension in merged and given_scores:
        assert SCALE.index(merged[dimension]) == min(given_scores)


@given(st.lists(CHECKS, min_size=1, max_size=4))
def test_something_is_set_aside_only_if_everything_was(answers: list[Record | None]) -> None:
    aside = "not_applicable" in (merged_answer(answers, SCALE) or {})
    assert aside == all(answer and "not_applicable" in answer for answer in answers)


@given(st.lists(CHECKS, min_size=2, max_size=4), st.randoms())
def test_the_order_changes_no_score(answers: list[Record | None], random: Any) -> None:
    shuffled = random.sample(answers, len(answers))
    for dimension in ("conformity", "demonstrability"):
        before, after = ((merged_answer(each, SCALE) or {}).get(dimension) for each in (answers, shuffled))
        assert before == after


@pytest.mark.parametrize(
    ("answers", "merged"),
    [
        (["T", "G"], "G"),
        (["T", None], None),
        (["B", None], "B"),
        ([{"state": "ready"}, {"state": "in_progress"}], {"state": "in_progress"}),
        ([{"state": "missing"}, None], {"state": "missing"}),
        ([{"state": "ready", "note": "a"}, None], {"note": "a"}),
        ([{"note": "a"}, {"note": "b"}], {"note": "a"}),
        ([{"conformity": "T"}, {"not_applicable": {"reason": "x"}}], {"conformity": "T"}),
        ([None, None], None),
        ([{"conformity": {}}, {"conformity": 1}], None),
        ([1, {"conformity": "T"}], None),
    ],
)
def test_the_lowest_counts_and_what_was_open_stays_open(answers: list[Any], merged: Any) -> None:
    assert merged_answer(answers, SCALE) == merged
