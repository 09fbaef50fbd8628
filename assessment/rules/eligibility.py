"""Voorwaarden: may this candidate be registered at all, by the conditions that `norm/conditions.yaml` lists?"""

from collections.abc import Iterator

from assessment.case import Case, Message, Record, key_of, message, step
from assessment.identifiers import is_valid_number, remark_on_number

__all__ = ["assess_eligibility"]


def assess_eligibility(case: Case) -> Record:
    """Judge each general condition that is in force, and all of them together.

    A condition is `met`, `not_met`, `unknown` or left to the audit (`by_audit`); those that do not apply are left out.
    The whole is `not_met` as soon as one blocking condition is not met. A number that cannot be right changes none of
    it: it is listed under `unrecognised`, with a remark for beside its field.
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
    return {"state": whole, "conditions": conditions, "unrecognised": list(_unrecognised(case))}


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
    met = True if _proven_by_number(case, condition) else case.holds(condition.get("met_when"))
    if met is None:
        return "unknown", message("rules.condition.unknown")
    if not met and case.applies(condition) is None:
        return "unknown", message("rules.condition.may_not_apply")
    return ("met", message("rules.condition.met")) if met else ("not_met", message("rules.condition.not_met"))


def _proven_by_number(case: Case, condition: Record) -> bool:
    """Tell whether all numbers that can show it were given; one that cannot be right shows nothing, either way."""
    numbers = condition.get("numbers", [])
    return bool(numbers) and all(_is_recognised(case, name) for name in numbers)


def _is_recognised(case: Case, name: str) -> bool:
    kind = case.norm["profile"]["fields"][name]["number"]
    return is_valid_number(kind, case.facts.get(name, ""))


def _unrecognised(case: Case) -> Iterator[Record]:
    """Remark on each number that cannot be right."""
    for name, field in case.norm["profile"]["fields"].items():
        if "number" not in field:
            continue
        remark = remark_on_number(field["number"], case.facts.get(name, ""), case.facts.get("services"))
        if remark:
            yield {"field": name, "reason": message(f"rules.unrecognised.{remark}")}
