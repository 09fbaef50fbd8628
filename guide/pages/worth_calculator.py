"""Is it worth it: what the sliders of that page start from, worked out by the rules when the page is made."""

from datetime import date
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
    return {
        "situations": [_situation(norm, wording, name) for name in (FIRST, STARTER)],
        "sliders": [{**slider, "assumed": starts[str(slider["name"])]} for slider in SLIDERS],
        "years": YEARS,
        "margin": assumed["margin_percent"],
        "hours": assumed["preparation_hours"],
        "own_hour": wording.value({"amount": assumed["own_hour"] * 100, "unit": "eurocents"}),
        "share": wording.value({"amount": assumed["margin_percent"], "unit": "percent"}),
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
