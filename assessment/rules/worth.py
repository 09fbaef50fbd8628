"""Is het de moeite? A break-even analysis: what customers save, against what the audit and the preparation cost.

Money is whole euro cents, but for the candidate's own figures: those are whole euros. Everything rests on these figures
or, until they are given, on assumptions of ours; the percentages and ceilings are those of the scheme on the date of
the report.
"""

from collections.abc import Mapping
from typing import Any

from assessment.case import Case, Record
from assessment.rules.worth_explained import conclude_worth
from assessment.validity import state_in_force

__all__ = ["assess_worth"]

_SIZES = ("small", "medium")
_ENDS = ("low", "likely", "high")
_MONTHS = 12
_CENTS = 100


def assess_worth(case: Case, cost: Record) -> Record:
    """Weigh the customers' subsidy and the extra sales against the cost of becoming registered.

    Args:
        case: The candidate; the answers under `worth` are the figures that are known.
        cost: What the audit costs.

    Returns:
        `figures` (each with `value` and whether it is `assumed`), `sizes` (per size the share in percent, the ceiling
        and the subsidy of one customer a year, with the rules they rest on; null where no rule holds), `saved` (by all
        customers a year), `cost` (audit, preparation and the whole as low, likely, high), `gain` (of one extra
        customer), `break_even` (extra customers that pay for it all, as low, likely, high, or null), `months` (until
        then, or null) and `within` (whether likely before the registration ends, or null).
    """
    norm = case.norm
    figures = _figures(case)
    known = {name: figure["value"] * _unit(norm, name) for name, figure in figures.items()}
    sizes = {size: _size(case, size, known) for size in _SIZES}
    costs = _cost(cost, known)
    gain = known["price"] * known["margin_percent"] // 100
    break_even = {end: -(-costs["whole"][end] // gain) for end in _ENDS} if gain else None
    months = _months(break_even, known)
    worth: Record = {
        "figures": figures,
        "sizes": sizes,
        "saved": sum(known[f"{size}_customers"] * entry["subsidy"] for size, entry in sizes.items() if entry),
        "cost": costs,
        "gain": gain,
        "break_even": break_even,
        "months": months,
        "within": None if months is None else months["likely"] <= _MONTHS * _years(norm),
        "standing": norm["worth"]["standing"],
    }
    conclude_worth(case, worth, known, cost)
    return worth


def _unit(norm: Mapping[str, Any], name: str) -> int:
    """Return what a figure counts for: a hundred cents where it is money."""
    return _CENTS if norm["worth"]["fields"][name]["kind"] == "money" else 1


def _figures(case: Case) -> Record:
    given = case.answers.get("worth", {})
    return {
        name: {"value": given.get(name, field["assumed"]), "assumed": name not in given}
        for name, field in case.norm["worth"]["fields"].items()
    }


def _size(case: Case, size: str, known: Record) -> Record | None:
    """Work out what one customer of this size is given a year, by the rules of the date."""
    rules = case.norm["worth"]["rules"][size]
    share = (_state(case, rules["raised"]) if known["raised"] else None) or _state(case, rules["share"])
    ceiling = _state(case, rules["ceiling"])
    if share is None or ceiling is None:
        return None
    maximum = ceiling["value"]["amount"]
    return {
        "share": share["value"]["amount"],
        "ceiling": maximum,
        "subsidy": min(known["price"] * share["value"]["amount"] // 100, maximum),
        "grounds": [_grounds(state) for state in (share, ceiling)],
    }


def _state(case: Case, rule: str) -> Record | None:
    """Return the state of a rule of the scheme that is in force on the date of the report."""
    found = state_in_force(case.norm["scheme"]["rules"][rule], case.facts["date"])
    return None if found is None else {**found, "id": rule}


def _grounds(state: Record) -> Record:
    return {"rule": state["id"], "standing": state["standing"], "sources": state.get("sources", [])}


def _cost(cost: Record, known: Record) -> Record:
    preparation = known["preparation_hours"] * known["own_hour"]
    audit = cost["cents"]
    return {
        "audit": audit,
        "preparation": preparation,
        "whole": {end: audit[end] + preparation for end in _ENDS},
    }


def _months(break_even: Mapping[str, int] | None, known: Record) -> Record | None:
    """Say after how many months enough extra customers have come, at the expected number a year."""
    hundredths = sum(known[f"{size}_customers"] for size in _SIZES) * known["extra_percent"]
    if break_even is None or not hundredths:
        return None
    return {end: -(-_MONTHS * 100 * break_even[end] // hundredths) for end in _ENDS}


def _years(norm: Mapping[str, Any]) -> int:
    years: int = norm["facts"][norm["worth"]["rules"]["period"]]["value"]["amount"]
    return years
