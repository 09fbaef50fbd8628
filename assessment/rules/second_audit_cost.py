"""Deel 2: what the second audit of a starter costs (starter, part 2), as `norm/worth.yaml` names it."""

from assessment.case import Case, Record
from assessment.rules.cost import assess_cost
from assessment.rules.scope import alternatives_of, assess_scope
from assessment.skip_logic import known_facts

__all__ = ["second_audit_cost"]

# A quote is for the audit that comes first.
_OF_FIRST = ("hours",)


def second_audit_cost(case: Case) -> Record | None:
    """Estimate the audit by which a starter keeps the registration: cents as `low`, `likely` and `high`.

    Nothing for who is no starter. It is the cost of a candidate who is that far, all else being the same.
    """
    starter = case.norm["worth"]["rules"]["starter"]
    if case.holds(starter["applies_when"]) is not True:
        return None
    facts = {name: value for name, value in case.facts.items() if name not in _OF_FIRST}
    later = case.with_facts(known_facts(facts | {"application": starter["later_audit"]}, case.norm))
    cents: Record = assess_cost(later, assess_scope(later, alternatives_of(later)))["cents"]
    return cents
