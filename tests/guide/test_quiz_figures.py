"""The figures of a question are those of the norm on its day."""

from typing import Any

import pytest

from guide.quiz_figures import FigureError, Figures, fill, named

RULE: dict[str, Any] = {
    "id": "share",
    "states": [
        {"value": {"amount": 50, "unit": "percent"}, "valid_until": "2016-03-31"},
        {"value": {"amount": 40, "unit": "percent"}, "valid_from": "2016-04-01", "valid_until": "2019-11-30"},
        {"value": {"amount": 30, "unit": "percent"}, "valid_from": "2019-12-01"},
    ],
}
FACT: dict[str, Any] = {"id": "term", "value": {"amount": 14, "unit": "days"}}
GIVEN = {"price": {"amount": 100000, "unit": "eurocents"}, "odd": {"amount": 333, "unit": "eurocents"}}


def figures(day: str) -> Figures:
    return Figures({"share": RULE, "term": FACT}.get, day, GIVEN)


@pytest.mark.parametrize(
    ("day", "kind", "name", "figure"),
    [
        ("2026-01-01", "rule", "share", {"amount": 30, "unit": "percent"}),
        ("2018-01-01", "rule", "share", {"amount": 40, "unit": "percent"}),
        ("2026-01-01", "earlier", "share", {"amount": 40, "unit": "percent"}),
        ("2026-01-01", "since", "share", {"date": "2019-12-01"}),
        ("2026-01-01", "fact", "term", {"amount": 14, "unit": "days"}),
        ("2026-01-01", "share", "share/price", {"amount": 30000, "unit": "eurocents"}),
        ("2026-01-01", "rest", "share/price", {"amount": 70000, "unit": "eurocents"}),
    ],
)
def test_a_placeholder_is_the_figure_of_its_day(day: str, kind: str, name: str, figure: dict[str, Any]) -> None:
    """Another day, another figure."""
    assert figures(day).figure(kind, name) == figure


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("year", "share", "check.quiz_placeholder"),
        ("rule", "", "check.quiz_placeholder"),
        ("rule", "other", "check.quiz_unknown"),
        ("earlier", "term", "check.quiz_no_figure"),
        ("since", "term", "check.quiz_no_start"),
        ("given", "other", "check.quiz_not_given"),
        ("share", "share/odd", "check.quiz_no_share"),
        ("share", "term/price", "check.quiz_no_share"),
    ],
)
def test_what_cannot_be_filled_in_is_told(kind: str, name: str, message: str) -> None:
    """Each failure names the sentence that says why."""
    with pytest.raises(FigureError) as error:
        figures("2026-01-01").figure(kind, name)
    assert error.value.message == message


def test_a_text_is_filled_in_and_names_what_it_asks_for() -> None:
    """What a question supposes is no element of the norm."""
    text = "{share:share/price} van {given:price} sinds {since:share} ({earlier:share})"

    assert fill(text, lambda kind, name: f"<{kind} {name}>").startswith("<share share/price> van <given price>")
    assert named(text) == {"share"}
