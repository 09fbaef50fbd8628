"""Is it worth it: what the sliders of that page start from, worked out by the rules when the page is made."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from assessment import assess
from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.situations.answers import answers_document

__all__ = ["worth_calculator"]

# How far each slider goes, in steps of what size: ours, and wide enough for nearly everybody.
SLIDERS: dict[str, dict[str, Any]] = {
    "customers": {"least": 1, "most": 100, "step": 1, "unit": "items"},
    "price": {"least": 100, "most": 5000, "step": 100, "unit": "eurocents"},
    "extra": {"least": 0, "most": 100, "step": 5, "unit": "percent"},
}


def worth_calculator(norm: Norm, wording: Wording, ways: Sequence[Element], renewal: Element) -> dict[str, Any]:
    """Return what the template needs: for each situation the cents of each year, the sliders, and what we assume.

    Args:
        norm: The checked norm.
        wording: The language.
        ways: The situations to choose from, the usual one first: its registration runs for as many years as are shown.
        renewal: The situation of whoever renews, which has to be done before the end.
    """
    assumed = {name: field["assumed"] for name, field in norm["worth"]["fields"].items()}
    starts = {
        "customers": assumed["small_customers"] + assumed["medium_customers"],
        "price": assumed["price"],
        "extra": assumed["extra_percent"],
    }
    reports = [_report(norm, way) for way in ways]
    last = _report(norm, renewal)["cost"]["cents"]["likely"]
    years = [_years(norm, report["worth"], last) for report in reports]
    return {
        "situations": [
            {
                "id": way["id"],
                "title": way["title"],
                "whole": report["worth"]["cost"]["whole"]["likely"],
                "years": cents,
            }
            for way, report, cents in zip(ways, reports, years, strict=True)
        ],
        "first": _first(reports[0]["worth"], years[0], starts),
        "sliders": [_slider(wording, name, each, starts[name]) for name, each in SLIDERS.items()],
        "whole": lambda amount: wording.value({"amount": amount, "unit": "items"}),
        "margin": assumed["margin_percent"],
        "share": wording.value({"amount": assumed["margin_percent"], "unit": "percent"}),
        "hours": assumed["preparation_hours"],
        "own_hour": wording.value({"amount": assumed["own_hour"] * 100, "unit": "eurocents"}),
    }


def _years(norm: Norm, worth: Element, renewal: int) -> list[int]:
    """Spread the cost over the years: a second part falls in the last year of a starter's first registration."""
    first: int = norm["facts"][norm["worth"]["rules"]["starter"]["period"]]["value"]["amount"]
    later = worth["cost"]["later"]["likely"] if worth["cost"]["later"] else 0
    years = [0] * worth["years"]
    years[0] = worth["cost"]["whole"]["likely"] - later
    years[first - 1] += later
    years[-1] += renewal
    return years


def _slider(wording: Wording, name: str, slider: dict[str, Any], assumed: int) -> dict[str, Any]:
    """Say how a slider tells where it stands: in `says` a hole stands for the number."""
    number = wording.value({"amount": assumed, "unit": "items"})
    amount = assumed * 100 if slider["unit"] == "eurocents" else assumed
    told = wording.value({"amount": amount, "unit": slider["unit"]})
    return {**slider, "name": name, "assumed": assumed, "told": told, "says": told.replace(number, "{n}")}


def _first(worth: Element, years: list[int], starts: dict[str, int]) -> dict[str, Any]:
    """Return what the page says as it comes, so that nothing moves when its script takes over; years in euros."""
    gain = round(worth["gain"] * starts["customers"] * starts["extra"] / 100)
    balances = accumulate(gain - cost for cost in years)
    rows = [(cost, gain, balance) for cost, balance in zip(years, balances, strict=True)]
    return {
        "customers": worth["break_even"]["likely"],
        "months": worth["months"]["likely"],
        "years": [[round(cents / 100) for cents in row] for row in rows],
    }


def _report(norm: Norm, situation: Element) -> Element:
    answers = answers_document(norm, situation, {}, dated=False)
    return assess(dict(norm), answers, date.fromisoformat(norm["checked_on"]))
