"""Where no bar of a reading is stricter than that of another, it gives nothing worse: results, nor verdicts."""

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.outcomes import RESULTS
from assessment.rules.scoring import Point, requirement_result, verdict, verdict_order
from guide.checks.scoring import stricter_bars
from guide.norm.readings import completed_readings

SCALE = ("0", "1", "2")
VERDICTS = ("low", "middle", "high", "highest")
_SCORE, _PERCENT = st.sampled_from(SCALE), st.sampled_from([40, 60, 80])
_TIER = st.fixed_dictionaries(
    {"points_at_most": st.integers(0, 2)}, optional={"lowest_score": _SCORE, "percent": _PERCENT}
)
_BAR = st.fixed_dictionaries({"failed_at_most": st.integers(0, 2)}, optional={"passed_percent": _PERCENT})
_POINTS = st.lists(st.builds(Point, st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=4)
_RESULTS = st.lists(st.sampled_from(RESULTS[:3]), min_size=3, max_size=3)


@st.composite
def readings(draw: st.DrawFn) -> dict[str, Any]:
    lesser, better = sorted(draw(st.tuples(_SCORE, _SCORE)))
    parts = draw(st.fixed_dictionaries({}, optional={"passed": _TIER, "deliberation": _TIER}))
    verdicts = draw(st.fixed_dictionaries({"highest": _BAR}, optional=dict.fromkeys(VERDICTS[1:3], _BAR)))
    return {"sufficient": {"better": better, "lesser": lesser}, "verdicts": verdicts, **parts}


def completed(reading: dict[str, Any]) -> dict[str, Any]:
    scoring = {
        "scale": [{"id": step} for step in SCALE],
        "dimensions": [{}, {"weight": 2}],
        "verdicts": [{"id": name, "order": order} for order, name in enumerate(VERDICTS)],
        "readings": [{"id": "only", **reading}],
    }
    return completed_readings(scoring, [{}, {"weight": 3}, {}])["only"]


@given(before=readings(), after=readings(), points=_POINTS, results=_RESULTS)
def test_a_reading_without_a_stricter_bar_gives_nothing_worse(
    before: dict[str, Any], after: dict[str, Any], points: list[Point], results: list[str]
) -> None:
    assume(not list(stricter_bars(before, after, SCALE)))
    one, other = completed(before), completed(after)
    ranks = [RESULTS.index(requirement_result(points, reading)) for reading in (one, other)]
    assert ranks == sorted(ranks)
    order = ["low", "middle", "high", "highest", "not_required"]
    assert set(verdict_order(one)) <= set(order)
    found = [order.index(verdict(results, reading, conditional_exists=True)) for reading in (one, other)]
    assert found == sorted(found)


@given(reading=readings())
def test_no_reading_is_stricter_than_itself(reading: dict[str, Any]) -> None:
    assert list(stricter_bars(reading, reading, SCALE)) == []


def test_what_a_reading_never_gives_can_only_become_easier() -> None:
    bars = {"sufficient": {"better": "1", "lesser": "1"}, "verdicts": {"highest": {"failed_at_most": 0}}}
    saving = bars | {"deliberation": {"points_at_most": 1, "percent": 50}}
    assert list(stricter_bars(bars, saving, SCALE)) == []
    assert list(stricter_bars(saving, bars, SCALE)) == [("deliberation",)]
