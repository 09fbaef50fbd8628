"""Whether a registration is worth it: every figure once and of its kind, and rules that say a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_worth"]

_KINDS = {
    "small_customers": "count",
    "medium_customers": "count",
    "price": "money",
    "raised": "yes_no",
    "extra_percent": "percent",
    "margin_percent": "percent",
    "preparation_hours": "count",
    "own_hour": "money",
}
_UNITS = {"share": "percent", "raised": "percent", "ceiling": "eurocents"}


def check_worth(draft: Draft) -> Iterator[Fault]:
    """Figures that stand twice or are of the wrong kind, and rules without the figure that is wanted."""
    for spot in draft.spots("worth", "fields"):
        yield from _fields(spot)
    for size in ("small", "medium"):
        for spot in draft.spots("worth", "rules", size):
            yield from _rules(spot, draft.ids("rule"))


def _fields(spot: Spot) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, field in enumerate(spot.value):
        if field["id"] in seen:
            yield spot.fault("check.worth_twice", index, "id", id=field["id"])
        seen.add(field["id"])
        wanted = _KINDS[field["id"]]
        if field["kind"] != wanted:
            yield spot.fault("check.worth_kind", index, "kind", id=field["id"], kind=field["kind"], wanted=wanted)


def _rules(spot: Spot, rules: Mapping[str, Spot]) -> Iterator[Fault]:
    for name, unit in _UNITS.items():
        rule = rules.get(spot.value[name])
        if rule and not all(_says(state, unit) for state in rule.value.get("states", [])):
            yield spot.fault("check.worth_rule", name, id=spot.value[name], unit=unit)


def _says(state: dict[str, dict[str, str]], unit: str) -> bool:
    value = state.get("value", {})
    return "amount" in value and value.get("unit") == unit
