import json

import pytest

from tests.bench.figures import Bar, Row, Series, percentile
from tests.bench.table import FORMAT, as_json, as_markdown

OURS, THEIRS = Series((3.0, 1.0, 2.0)), Series((8.0, 4.0, 16.0))


def test_a_series_has_a_middle_and_two_ends() -> None:
    assert (OURS.median, OURS.least, OURS.most) == (2, 1, 3)


@pytest.mark.parametrize(("percent", "found"), [(0, 1), (50, 10), (95, 19), (100, 20)])
def test_a_percentile_is_the_lowest_value_that_so_many_do_not_exceed(percent: int, found: int) -> None:
    assert percentile(range(20, 0, -1), percent) == found


def test_with_a_reference_the_medians_are_divided() -> None:
    assert Row("a", "a", "ms", OURS, "b", THEIRS).reached == 0.25
    assert Row("a", "a", "ms", OURS).reached == 2


@pytest.mark.parametrize(
    ("bar", "met"),
    [
        (None, None),
        (Bar(0.25), True),
        (Bar(0.24), False),
        (Bar(0.25, at_least=True), True),
        (Bar(0.26, at_least=True), False),
    ],
)
def test_a_bar_is_met_on_its_own_side_of_the_limit(bar: Bar | None, met: bool | None) -> None:
    assert Row("a", "a", "ms", OURS, "b", THEIRS, bar).met is met


def test_the_json_holds_every_figure_that_was_measured() -> None:
    document = json.loads(as_json([Row("a", "work", "ms", OURS, "b", THEIRS, Bar(0.2))], {"date": "2026-01-01"}))

    assert document["format"] == FORMAT
    assert document["machine"] == {"date": "2026-01-01"}
    (row,) = document["rows"]
    assert row["ours"] == {"median": 2, "least": 1, "most": 3, "values": [3, 1, 2]}
    assert (row["reached"], row["bar"], row["met"]) == (0.25, {"limit": 0.2, "at_least": False}, False)


def test_the_table_says_of_each_bar_whether_it_is_met() -> None:
    rows = [
        Row("a", "work", "ms", OURS, "b", THEIRS, Bar(0.2)),
        Row("c", "pace", "per s", Series((2300.4,)), bar=Bar(2000, at_least=True), note="All in turn."),
        Row("d", "memory", "MiB", OURS),
    ]
    lines = as_markdown(rows, {"date": "2026-01-01"}).splitlines()

    assert lines[2] == "| work | 2 ms (1–3) | b | 8 ms (4–16) | 0.25 | ≤ 0.2 | **no** |"
    assert lines[3] == "| pace | 2,300 per s (2,300–2,300) | – | – | 2,300 | ≥ 2,000 | yes |"
    assert lines[4] == "| memory | 2 MiB (1–3) | – | – | 2 | – | – |"
    assert "- date: 2026-01-01" in lines
    assert "- **pace**: All in turn." in lines
