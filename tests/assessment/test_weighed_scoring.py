"""Readings of any kind: bars on single points, weights, percentages, any scale and any number of outcomes."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.outcomes import RESULTS
from assessment.rules.cheapest_sums import effort
from assessment.rules.check_points import CheckState
from assessment.rules.minimal_raises import cheapest_raises
from assessment.rules.requirements import result_range
from assessment.rules.scoring import Point, requirement_result, verdict, verdict_order
from tests.assessment.cases import Record
from tests.norms import OFFICIAL_NORM, checked_norm

SCALES = (("no", "yes"), ("0", "1", "2"), tuple("ABCDE"))
OFFICIAL = checked_norm(OFFICIAL_NORM)


@st.composite
def tiers(draw: st.DrawFn, scale: tuple[str, ...]) -> Record:
    return draw(
        st.fixed_dictionaries(
            {"percent": st.integers(1, 100)},
            optional={"points_at_most": st.integers(0, 3), "lowest_score": st.sampled_from(scale)},
        )
    )


@st.composite
def readings(draw: st.DrawFn) -> Record:
    scale = draw(st.sampled_from(SCALES))
    lesser, better = sorted(draw(st.tuples(st.sampled_from(scale), st.sampled_from(scale))), key=scale.index)
    parts = draw(st.fixed_dictionaries({}, optional={"passed": tiers(scale), "deliberation": tiers(scale)}))
    verdicts = [{"id": f"verdict_{index}", **draw(_BARS)} for index in range(draw(st.integers(1, 4)))]
    return {
        "scale": list(scale),
        "weights": draw(st.tuples(st.integers(1, 3), st.integers(1, 3))),
        "sufficient": {"better": better, "lesser": lesser},
        "verdicts": verdicts,
        "otherwise": "lowest",
        **parts,
    }


_BARS = st.fixed_dictionaries(
    {},
    optional={
        "failed_at_most": st.integers(0, 3),
        "passed_at_least": st.integers(1, 3),
        "passed_percent": st.integers(1, 100),
    },
)


def points_on(reading: Record, most: int = 5) -> st.SearchStrategy[list[Point]]:
    score = st.integers(0, len(reading["scale"]) - 1)
    return st.lists(st.builds(Point, score, score), min_size=1, max_size=most)


def weights_of(points: list[Point]) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(1, 4), min_size=len(points), max_size=len(points))


def _raised(data: st.DataObject, point: Point, top: int) -> Point:
    return Point(*(data.draw(st.integers(score, top)) for score in point))


@given(reading=readings(), data=st.data())
def test_a_better_score_never_gives_a_worse_result(reading: Record, data: st.DataObject) -> None:
    points = data.draw(points_on(reading))
    weights = data.draw(weights_of(points))
    better = [_raised(data, point, len(reading["scale"]) - 1) for point in points]
    before, after = (requirement_result(each, reading, weights) for each in (points, better))
    assert RESULTS.index(after) >= RESULTS.index(before)


@given(reading=readings(), data=st.data())
def test_a_better_result_never_gives_a_worse_verdict(reading: Record, data: st.DataObject) -> None:
    results = data.draw(st.lists(st.sampled_from(RESULTS[:5]), min_size=3, max_size=3))
    reading |= {"requirement_weights": data.draw(weights_of([Point(0, 0)] * 3))}
    better = ["passed" if result == "failed" and data.draw(st.booleans()) else result for result in results]
    order = verdict_order(reading)
    for exists in (True, False):
        before, after = (verdict(each, reading, conditional_exists=exists) for each in (results, better))
        assert order.index(after) >= order.index(before)


@settings(max_examples=40)
@given(reading=readings(), data=st.data())
def test_no_smaller_set_of_raises_lets_a_requirement_pass(reading: Record, data: st.DataObject) -> None:
    points = data.draw(points_on(reading, 2))
    weights = data.draw(weights_of(points))
    top = len(reading["scale"])
    ways = product(*([Point(*pair) for pair in product(range(p[0], top), range(p[1], top))] for p in points))
    enough = [way for way in ways if requirement_result(way, reading, weights) != "failed"]
    found = {each.check: each.target for each in cheapest_raises(_named(points), reading, weights)}
    raised = [found.get(name, point) for name, point in _named(points)]
    assert requirement_result(raised, reading, weights) != "failed"
    assert sum(map(effort, points, raised)) == min(sum(map(effort, points, way)) for way in enough)


def _named(points: list[Point]) -> list[tuple[str, Point]]:
    return [(str(index), point) for index, point in enumerate(points)]


@given(reading=readings(), data=st.data())
def test_whatever_turns_out_lies_within_the_range(reading: Record, data: st.DataObject) -> None:
    points = data.draw(points_on(reading, 4))
    weights = data.draw(weights_of(points))
    certain = data.draw(st.lists(st.booleans(), min_size=len(points), max_size=len(points)))
    states = [_state(*each) for each in zip(points, weights, certain, strict=True)]
    worst, best = (RESULTS.index(result) for result in result_range(states, reading))
    for included in product(*((True,) if each else (True, False) for each in certain)):
        chosen = [each for each, is_in in zip(zip(points, weights, strict=True), included, strict=True) if is_in]
        if chosen:
            there, weighed = zip(*chosen, strict=True)
            assert worst <= RESULTS.index(requirement_result(there, reading, weighed)) <= best


def _state(point: Point, weight: int, certain: bool) -> CheckState:
    check: dict[str, Any] = {"id": "x", "weight": weight}
    return CheckState(check, "answered", point, point, certain, is_given=True, scanned=())


def test_a_reading_can_ask_for_the_highest_step() -> None:
    known = OFFICIAL["scoring"]["readings"]["likely"]
    asked = {**known, "sufficient": {"better": "4", "lesser": "4"}, "passed": {"points_at_most": 0}}
    assert requirement_result([Point(4, 4)], asked) == "passed"
    assert requirement_result([Point(4, 3)], asked) == "failed"


def test_a_weighty_point_counts_for_more_than_a_light_one() -> None:
    known = OFFICIAL["scoring"]["readings"]["likely"]
    high_and_low = [Point(4, 4), Point(1, 1)]
    assert requirement_result(high_and_low, known, [3, 1]) == "passed"
    assert requirement_result(high_and_low, known, [1, 3]) == "failed"
