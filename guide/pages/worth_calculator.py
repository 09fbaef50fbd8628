"""Is it worth it: what the sliders of that page start from, worked out by the rules when the page is made."""

from datetime import date
from itertools import accumulate
from typing import Any

from assessment import assess
from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.situations.answers import answers_document

__all__ = ["worth_calculator"]

YEARS = 5
"""As long as a registration runs, with the renewal that has to be done before its end."""
FIRST, STARTER, RENEWAL = "situation-training", "situation-starter-training", "situation-renewal"
# How far each slider goes, in steps of what size: ours, and wide enough for nearly everybody.
SLIDERS = (
    {"name": "customers", "least": 1, "most": 100, "step": 1, "unit": "items"},
    {"name": "price", "least": 100, "most": 5000, "step": 100, "unit": "money"},
    {"name": "extra", "least": 0, "most": 100, "step": 5, "unit": "percent"},
)


def worth_calculator(norm: Norm, wording: Wording) -> dict[str, Any]:
    """Return what the template needs: for each situation the cents of each year, the sliders, and what we assume."""
    assumed = {name: field["assumed"] for name, field in norm["worth"]["fields"].items()}
    starts = {
        "customers": assumed["small_customers"] + assumed["medium_customers"],
        "price": assumed["price"],
        "extra": assumed["extra_percent"],
    }
    situations = [_situation(norm, wording, name) for name in (FIRST, STARTER)]
    return {
        "first": _first(_report(norm, FIRST)["worth"], situations[0]["years"], starts),
        "situations": situations,
        "sliders": [_slider(wording, slider, starts[str(slider["name"])]) for slider in SLIDERS],
        "whole": lambda amount: wording.value({"amount": amount, "unit": "items"}),
        "years": YEARS,
        "margin": assumed["margin_percent"],
        "hours": assumed["preparation_hours"],
        "own_hour": wording.value({"amount": assumed["own_hour"] * 100, "unit": "eurocents"}),
        "share": wording.value({"amount": assumed["margin_percent"], "unit": "percent"}),
    }


def _slider(wording: Wording, slider: dict[str, Any], assumed: int) -> dict[str, Any]:
    money = slider["unit"] == "money"
    value = {"amount": assumed * 100, "unit": "eurocents"} if money else {"amount": assumed, "unit": "items"}
    told = f"{wording.value(value)} %" if slider["unit"] == "percent" else wording.value(value)
    return {**slider, "assumed": assumed, "told": told}


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


def _situation(norm: Norm, wording: Wording, name: str) -> Element:
    cost = _report(norm, name)["worth"]["cost"]
    later = cost["later"]["likely"] if cost["later"] else 0
    years = [0] * YEARS
    years[0] = cost["whole"]["likely"] - later
    years[1] += later  # within the two years that a starter is registered at first
    years[-1] += _report(norm, RENEWAL)["cost"]["cents"]["likely"]
    title = wording.message(f"pages.worth.{'starter' if later else 'ordinary'}")
    return {"id": name, "title": title, "whole": cost["whole"]["likely"], "years": years}


def _report(norm: Norm, name: str) -> Element:
    situation = norm["situations"]["situations"][name]
    answers = answers_document(norm, situation, {}, dated=False)
    return assess(dict(norm), answers, date.fromisoformat(norm["checked_on"]))
