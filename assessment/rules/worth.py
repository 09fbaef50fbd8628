"""Is het de moeite, by `norm/worth.yaml`: what customers save, against what audit and preparation cost (break-even).

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


def assess_worth(case: Case, cost: Record, later: Record | None) -> Record:
    """Weigh the customers' subsidy and the extra sales against the cost of becoming registered.

    Args:
        case: The candidate; the answers under `worth` are the figures that are known.
        cost: What the audit costs.
        later: What the second audit of a starter costs, as `second_audit_cost` returns it.

    Returns:
        `figures` (each with `value` and whether it is `assumed`), `sizes` (per size the share in percent, the ceiling
        and the subsidy of one customer a year, with the rules they rest on; null where there is no subsidy or no rule
        holds), `no_subsidy` (the warnings that say why there is none), `saved` (by all customers a year), `cost`
        (audit, the later audit of a starter or null, preparation and the whole, as low, likely, high), `gain` (of one
        extra customer), `break_even` (extra customers that pay for it all, as low, likely, high, or null), `months`
        (until then, or null), `years` (how long the registration runs, that of a starter with what the later audit
        adds; for that audit by itself only what it adds) and `within` (whether that is long enough, likely, or null).
    """
    figures = _figures(case)
    known = {name: figure["value"] * _unit(case.norm, name) for name, figure in figures.items()}
    worth = {
        "figures": figures,
        **_subsidies(case, known),
        "cost": _cost(cost, later, known),
        "gain": known["price"] * known["margin_percent"] // 100,
        "years": _years(case),
        "standing": case.norm["worth"]["standing"],
    }
    worth |= _payback(worth, known)
    conclude_worth(case, worth, known, cost)
    return worth


def _years(case: Case) -> int:
    rules = case.norm["worth"]["rules"]
    starter = rules["starter"]
    is_later = case.facts.get("application") == starter["later_audit"]
    years: int = case.norm["facts"][(is_later and starter.get("extension")) or rules["period"]]["value"]["amount"]
    return years


def _subsidies(case: Case, known: Record) -> Record:
    """Say what customers of each size are given a year, or why they are given nothing."""
    lacking = _no_subsidy(case)
    sizes = {size: None if lacking else _size(case, size, known) for size in _SIZES}
    saved = sum(known[f"{size}_customers"] * entry["subsidy"] for size, entry in sizes.items() if entry)
    return {"sizes": sizes, "no_subsidy": lacking, "saved": saved}


def _payback(worth: Record, known: Record) -> Record:
    """Say how many extra customers pay for it all, after how many months, and whether that is in time."""
    gain = 0 if worth["no_subsidy"] else worth["gain"]
    break_even = {end: -(-worth["cost"]["whole"][end] // gain) for end in _ENDS} if gain else None
    months = _months(break_even, known)
    within = None if months is None else months["likely"] <= _MONTHS * worth["years"]
    return {"break_even": break_even, "months": months, "within": within}


def _unit(norm: Mapping[str, Any], name: str) -> int:
    """Return what a figure counts for: a hundred cents where it is money."""
    return _CENTS if norm["worth"]["fields"][name]["kind"] == "money" else 1


def _figures(case: Case) -> Record:
    given = case.answers.get("worth", {}) | _settled(case)
    return {
        name: {"value": given.get(name, field["assumed"]), "assumed": name not in given}
        for name, field in case.norm["worth"]["fields"].items()
    }


def _settled(case: Case) -> Record:
    """Say whether the raised share holds, where the service leaves no choice."""
    found = [entry["value"] for entry in case.norm["worth"]["rules"]["raised"] if case.holds(entry["applies_when"])]
    return {"raised": found[0]} if found else {}


def _no_subsidy(case: Case) -> list[str]:
    """Name the warnings that say that customers get nothing for any of the services."""
    warnings = case.norm["warnings"]
    return [
        entry["warning"]
        for entry in case.norm["worth"]["rules"]["no_subsidy"]
        if case.applies(warnings[entry["warning"]]) and case.holds(entry.get("applies_when"))
    ]


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


def _cost(cost: Record, later: Record | None, known: Record) -> Record:
    preparation = known["preparation_hours"] * known["own_hour"]
    audits = [cost["cents"], *([later] if later else [])]
    return {
        "audit": cost["cents"],
        "later": later,
        "preparation": preparation,
        "whole": {end: sum(audit[end] for audit in audits) + preparation for end in _ENDS},
    }


def _months(break_even: Mapping[str, int] | None, known: Record) -> Record | None:
    """Say after how many months enough extra customers have come, at the expected number a year."""
    hundredths = sum(known[f"{size}_customers"] for size in _SIZES) * known["extra_percent"]
    if break_even is None or not hundredths:
        return None
    return {end: -(-_MONTHS * 100 * break_even[end] // hundredths) for end in _ENDS}
