from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.outcomes import RESULTS
from assessment.rules.scoring import READINGS, Point, requirement_result, verdict
from tests.assessment.cases import VERDICTS, Record
from tests.norms import each_norm

_points = st.lists(st.builds(Point, st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=9)
_results = st.lists(st.sampled_from(RESULTS[:5]), min_size=5, max_size=5)


def readings(norm: Record) -> list[Record]:
    return [norm["scoring"]["readings"][name] for name in READINGS]


@each_norm
@given(points=_points)
def test_strict_is_never_milder_than_likely_and_likely_never_than_lenient(norm: Record, points: list[Point]) -> None:
    ranks = [RESULTS.index(requirement_result(points, reading)) for reading in readings(norm)]
    assert sorted(ranks) == ranks


@each_norm
@given(points=_points, data=st.data())
def test_raising_a_score_never_worsens_a_requirement(norm: Record, points: list[Point], data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(points) - 1))
    old = points[position]
    new = Point(data.draw(st.integers(old.conformity, 3)), data.draw(st.integers(old.demonstrability, 3)))
    raised = [*points[:position], new, *points[position + 1 :]]
    for reading in readings(norm):
        before, after = requirement_result(points, reading), requirement_result(raised, reading)
        assert RESULTS.index(after) >= RESULTS.index(before)


@each_norm
@given(results=_results, data=st.data())
def test_a_better_requirement_never_worsens_the_verdict(norm: Record, results: list[str], data: st.DataObject) -> None:
    failed = [i for i, result in enumerate(results) if result == "failed"]
    position = data.draw(st.sampled_from(failed)) if failed else 0
    better = data.draw(st.sampled_from(["deliberated", "passed"]))
    improved = [*results[:position], better if failed else results[position], *results[position + 1 :]]
    for reading in readings(norm):
        for exists in (True, False):
            before = verdict(results, reading, conditional_exists=exists)
            after = verdict(improved, reading, conditional_exists=exists)
            assert VERDICTS.index(after) >= VERDICTS.index(before)


@each_norm
@given(results=_results)
def test_readings_are_ordered_for_the_whole_audit_too(norm: Record, results: list[str]) -> None:
    ranks = [VERDICTS.index(verdict(results, reading, conditional_exists=True)) for reading in readings(norm)]
    assert sorted(ranks) == ranks


@each_norm
@given(points=_points, data=st.data())
def test_the_order_of_the_points_does_not_matter(norm: Record, points: list[Point], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(points))
    for reading in readings(norm):
        assert requirement_result(points, reading) == requirement_result(shuffled, reading)


def test_deliberation_spares_only_points_at_or_above_the_lowest_score(norm: Record) -> None:
    likely = norm["scoring"]["readings"]["likely"]
    good = [Point(2, 2)] * 3
    assert requirement_result([*good, Point(1, 1)], likely) == "deliberated"
    assert requirement_result([*good, Point(2, 0)], likely) == "failed"


@each_norm
def test_deliberation_spares_no_more_points_than_the_reading_allows(norm: Record) -> None:
    for reading in readings(norm):
        most = reading["deliberation"]["points_at_most"]
        spared = requirement_result([Point(1, 1)] * most, reading)
        assert spared == ("deliberated" if most else "passed")
        assert requirement_result([Point(1, 1)] * (most + 1), reading) == "failed"


@each_norm
def test_no_failed_requirement_is_a_positive_audit(norm: Record) -> None:
    for reading, spared in product(readings(norm), ("passed", "deliberated", "exempt", "already_positive")):
        assert verdict([spared] * 5, reading, conditional_exists=False) == "positive"


def test_where_no_conditional_outcome_exists_a_failed_requirement_is_negative(norm: Record) -> None:
    results = ["failed", *["passed"] * 4]
    strict: dict[str, Any] = norm["scoring"]["readings"]["strict"]
    assert verdict(results, strict, conditional_exists=True) == "conditional"
    assert verdict(results, strict, conditional_exists=False) == "negative"
