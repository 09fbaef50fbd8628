from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.rules.cheapest_sums import effort
from assessment.rules.minimal_raises import cheapest_raises
from assessment.rules.scoring import READINGS, Point, requirement_result
from tests.assessment.cases import Record
from tests.norms import each_norm

_points = st.lists(st.builds(Point, st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=3)
_reading = st.builds(
    lambda better, lesser, at_most: {
        "scale": list("BGTV"),
        "sufficient": {"better": max(better, lesser), "lesser": min(better, lesser)},
        "deliberation": {"points_at_most": at_most, "lowest_score": "G"},
    },
    st.sampled_from("BGTV"),
    st.sampled_from("BGTV"),
    st.integers(0, 3),
)


def _named(points: list[Point]) -> list[tuple[str, Point]]:
    return [(f"OFR-{i}", point) for i, point in enumerate(points, start=1)]


def _after(points: list[Point], reading: Record) -> list[Point]:
    raised = {entry.check: entry.target for entry in cheapest_raises(_named(points), reading)}
    return [raised.get(name, point) for name, point in _named(points)]


def _effort(start: list[Point], end: list[Point]) -> int:
    return sum(effort(low, high) for low, high in zip(start, end, strict=True))


def _every_way_up(points: list[Point]) -> list[list[Point]]:
    ways = [[Point(*pair) for pair in product(range(p.conformity, 4), range(p.demonstrability, 4))] for p in points]
    return [list(way) for way in product(*ways)]


@each_norm
@settings(max_examples=60)
@given(points=_points)
def test_no_smaller_set_of_raises_exists_in_the_norms_readings(norm: Record, points: list[Point]) -> None:
    for name in READINGS:
        reading = norm["scoring"]["readings"][name]
        enough = [way for way in _every_way_up(points) if requirement_result(way, reading) != "failed"]
        assert min(_effort(points, way) for way in enough) == _effort(points, _after(points, reading))


@settings(max_examples=60)
@given(points=_points, reading=_reading)
def test_no_smaller_set_of_raises_exists_in_any_reading(points: list[Point], reading: Record) -> None:
    enough = [way for way in _every_way_up(points) if requirement_result(way, reading) != "failed"]
    assert min(_effort(points, way) for way in enough) == _effort(points, _after(points, reading))


@each_norm
@given(points=_points)
def test_after_the_raises_the_requirement_does_not_fail(norm: Record, points: list[Point]) -> None:
    for name in READINGS:
        reading = norm["scoring"]["readings"][name]
        assert requirement_result(_after(points, reading), reading) != "failed"


def test_a_sufficient_point_is_left_alone(norm: Record) -> None:
    assert cheapest_raises(_named([Point(2, 3)]), norm["scoring"]["readings"]["strict"]) == []


def test_one_score_raised_far_is_less_than_two_raised_a_little() -> None:
    assert effort(Point(0, 2), Point(3, 2)) < effort(Point(1, 1), Point(2, 2))
