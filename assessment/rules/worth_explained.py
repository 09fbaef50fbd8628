"""Is het de moeite (`norm/worth.yaml`): the calculation written out, one conclusion for each figure that is shown."""

from typing import Any

from assessment.case import Case, Record, key_of, message, step

__all__ = ["conclude_worth"]

_OURS = {"standing": "estimate"}


def conclude_worth(case: Case, worth: Record, known: Record, cost: Record) -> None:
    """Write down how each figure of `worth` came about.

    Args:
        case: The candidate.
        worth: What `assess_worth` found.
        known: Every figure as it was counted: money in cents.
        cost: What the audit costs.
    """
    for size, entry in worth["sizes"].items():
        if entry:
            _size(case, size, entry, known)
    _saved(case, worth, known)
    _cost(case, worth, known, cost)
    _gain(case, worth, known)
    _assumed(case, worth)
    _break_even(case, worth, known)


def _conclude(case: Case, name: str, reason: Record, steps: list[Record]) -> None:
    case.conclude("worth", {"id": name, **_OURS}, reason, steps=steps)


def _size(case: Case, size: str, entry: Record, known: Record) -> None:
    share, ceiling = entry["grounds"]
    steps = [
        step("rules.calc.customer_price", _OURS, price=known["price"]),
        step("rules.calc.share", share, share=entry["share"]),
        step("rules.calc.ceiling", ceiling, ceiling=entry["ceiling"]),
    ]
    _conclude(case, f"worth-{size}", message("rules.worth.subsidy", subsidy=entry["subsidy"]), steps)


def _saved(case: Case, worth: Record, known: Record) -> None:
    steps = [
        step(
            f"rules.calc.saved_{size}",
            on=key_of("worth", f"worth-{size}"),
            customers=known[f"{size}_customers"],
            subsidy=entry["subsidy"],
        )
        for size, entry in worth["sizes"].items()
        if entry
    ]
    _conclude(case, "worth-saved", message("rules.worth.saved", saved=worth["saved"]), steps)


def _cost(case: Case, worth: Record, known: Record, cost: Record) -> None:
    on = None if cost["audit_required"] is False else key_of("total", "cost")
    hours = {"hours": known["preparation_hours"], "hour": known["own_hour"], "gives": worth["cost"]["preparation"]}
    steps = [
        step("rules.calc.audit", on=on, cents=worth["cost"]["audit"]),
        *([step("rules.calc.later_audit", _OURS, cents=worth["cost"]["later"])] if worth["cost"]["later"] else []),
        step("rules.calc.preparation", _OURS, **hours),
    ]
    _conclude(case, "worth-cost", message("rules.worth.cost", cents=worth["cost"]["whole"]), steps)


def _gain(case: Case, worth: Record, known: Record) -> None:
    steps = [
        step("rules.calc.customer_price", _OURS, price=known["price"]),
        step("rules.calc.margin", _OURS, percent=known["margin_percent"]),
    ]
    _conclude(case, "worth-gain", message("rules.worth.gain", gain=worth["gain"]), steps)


def _assumed(case: Case, worth: Record) -> None:
    """Name every figure that is ours."""
    fields = case.norm["worth"]["fields"]
    steps = [
        step(f"rules.calc.assumed_{fields[name]['kind']}", _OURS, figure=name, value=_yes_or_no(figure["value"]))
        for name, figure in worth["figures"].items()
        if figure["assumed"]
    ]
    _conclude(case, "worth-assumed", message("rules.worth.assumed", number=len(steps)), steps)


def _yes_or_no(value: Any) -> Any:
    """Name a yes or a no by its word."""
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _break_even(case: Case, worth: Record, known: Record) -> None:
    """Say how many extra customers pay for it all, and after how many months they have come."""
    if worth["no_subsidy"]:
        told = [step("rules.calc.no_subsidy", on=key_of("warning", name), warning=name) for name in worth["no_subsidy"]]
        _conclude(case, "worth", message("rules.worth.no_subsidy"), told)
        return
    steps = [
        step("rules.calc.whole", on=key_of("worth", "worth-cost"), cents=worth["cost"]["whole"]),
        step("rules.calc.gain", on=key_of("worth", "worth-gain"), gain=worth["gain"]),
    ]
    if worth["break_even"]:
        steps.append(step("rules.calc.break_even", customers=worth["break_even"]))
    if worth["months"]:
        customers = known["small_customers"] + known["medium_customers"]
        pace = {"customers": customers, "percent": known["extra_percent"], "months": worth["months"]["likely"]}
        steps.append(step("rules.calc.months", _OURS, **pace))
    _conclude(case, "worth", message("rules.worth.break_even" if worth["break_even"] else "rules.worth.never"), steps)
