"""Whether a registration is worth it: every figure once and of its kind, and rules that say a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.checks.fields import fault_of_value
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

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


def check_worth(parsed: ParsedNorm) -> Iterator[Fault]:
    """Figures that stand twice or are of the wrong kind, and rules without the figure that is wanted."""
    for node in parsed.nodes("worth", "fields"):
        yield from _fields(node)
    for size in ("small", "medium"):
        for node in parsed.nodes("worth", "rules", size):
            yield from _rules(node, parsed.elements("rule"))
    if "application" in parsed.ids("field"):
        for node in parsed.nodes("worth", "rules", "starter", "later_audit"):
            yield from fault_of_value(parsed, node, "application", node.value)


def _fields(node: Node) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, field in enumerate(node.value):
        if field["id"] in seen:
            yield node.fault("check.worth_twice", index, "id", id=field["id"])
        seen.add(field["id"])
        wanted = _KINDS[field["id"]]
        if field["kind"] != wanted:
            yield node.fault("check.worth_kind", index, "kind", id=field["id"], kind=field["kind"], wanted=wanted)


def _rules(node: Node, rules: Mapping[str, Node]) -> Iterator[Fault]:
    for name, unit in _UNITS.items():
        rule = rules.get(node.value[name])
        if rule and not all(_says(state, unit) for state in rule.value.get("states", [])):
            yield node.fault("check.worth_rule", name, id=node.value[name], unit=unit)


def _says(state: dict[str, dict[str, str]], unit: str) -> bool:
    value = state.get("value", {})
    return "amount" in value and value.get("unit") == unit
