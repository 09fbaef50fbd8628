"""Voorwaarden: may this candidate be registered at all?"""

from assessment.case import Case, Message, Record, key_of, message, step
from assessment.identifiers import is_valid_number

__all__ = ["assess_eligibility"]


def assess_eligibility(case: Case) -> Record:
    """Judge each general condition that is in force, and all of them together.

    A condition is `met`, `not_met`, `unknown` or left to the audit (`by_audit`); those that do not apply are left out.
    The whole is `not_met` as soon as one blocking condition is not met.
    """
    conditions = [
        _judge(case, condition) for condition in case.norm["conditions"].values() if _concerns(case, condition)
    ]
    states = {entry["state"] for entry in conditions if entry["blocking"]}
    whole = "not_met" if "not_met" in states else "unknown" if "unknown" in states else "met"
    case.conclude(
        "eligibility",
        {"id": "eligibility", "standing": "estimate"},
        message(f"rules.eligibility.{whole}"),
        steps=[_step(entry) for entry in conditions if entry["blocking"]],
    )
    return {"state": whole, "conditions": conditions}


def _step(entry: Record) -> Record:
    on = key_of("condition", entry["id"])
    return step("rules.calc.condition", on=on, condition=entry["id"], state=entry["state"])


def _concerns(case: Case, condition: Record) -> bool:
    return case.applies(condition) is not False


def _judge(case: Case, condition: Record) -> Record:
    state, reason = _state(case, condition)
    numbers = condition.get("numbers", [])
    case.conclude_when("condition", condition, reason, "applies_when", "met_when")
    case.trace[-1]["facts"] |= {name: case.facts.get(name) for name in numbers}
    return {
        "id": condition["id"],
        "state": state,
        "blocking": condition["blocking"],
        "reason": reason,
        "standing": condition["standing"],
        "sources": condition.get("sources", []),
    }


def _state(case: Case, condition: Record) -> tuple[str, Message]:
    if "decided_by" in condition:
        return "by_audit", message("rules.condition.by_audit")
    wrong = _wrong_numbers(case, condition)
    if wrong:
        return "not_met", message("rules.condition.number_wrong", field=wrong[0])
    met = True if _proven_by_number(case, condition) else case.holds(condition.get("met_when"))
    if met is None:
        return "unknown", message("rules.condition.unknown")
    if not met and case.applies(condition) is None:
        return "unknown", message("rules.condition.may_not_apply")
    return ("met", message("rules.condition.met")) if met else ("not_met", message("rules.condition.not_met"))


def _given_numbers(case: Case, condition: Record) -> list[str]:
    return [name for name in condition.get("numbers", []) if case.facts.get(name)]


def _wrong_numbers(case: Case, condition: Record) -> list[str]:
    fields = case.norm["profile"]["fields"]
    return [
        name
        for name in _given_numbers(case, condition)
        if not is_valid_number(fields[name]["number"], case.facts[name])
    ]


def _proven_by_number(case: Case, condition: Record) -> bool:
    numbers = condition.get("numbers", [])
    return bool(numbers) and len(_given_numbers(case, condition)) == len(numbers)
