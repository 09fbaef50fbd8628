"""Tegenspraak: answers that cannot be right together, as `norm/profile.yaml` lists them.

Nothing is worked out from them, and no verdict hangs on them.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from assessment.case import Case, Message, Record, message, step

__all__ = ["find_contradictions", "in_doubt", "without_fields"]


def find_contradictions(case: Case) -> list[Record]:
    """List the contradictions among the answers that count: the `fields` concerned, and the `reason` to say so."""
    known = case.norm["profile"].get("contradictions", [])
    found = [each for each in known if _is_answered(case, each) and case.holds(each["contradicts_when"]) is True]
    made = [{"id": each["id"], "fields": each["fields"], "reason": _reason(each)} for each in found]
    if made:
        fields = dict.fromkeys(name for entry in made for name in entry["fields"])
        whole = {"id": "contradictions", "standing": "estimate"}
        steps = [step("rules.calc.contradiction", **entry["reason"]["values"]) for entry in made]
        case.conclude("contradiction", whole, message("rules.contradictions"), ["date", *fields], steps)
    return made


def _reason(entry: Mapping[str, Any]) -> Message:
    return message("rules.contradiction", contradiction=entry["id"])


def _is_answered(case: Case, entry: Mapping[str, Any]) -> bool:
    """Tell whether everything concerned was answered; a question that is not asked contradicts nothing."""
    return all(name in case.facts for name in entry["fields"])


def in_doubt(contradictions: Iterable[Record]) -> frozenset[str]:
    """Name the fields on which nothing can rest."""
    return frozenset(name for entry in contradictions for name in entry["fields"])


def without_fields(case: Case, names: Collection[str]) -> Case:
    """Return the case as it is without these answers; what it concludes is written down with the rest."""
    return case._replace(facts=_without(case.facts, names), known=_without(case.known, names))


def _without(table: Mapping[str, Any], names: Collection[str]) -> Record:
    return {name: answer for name, answer in table.items() if name not in names}
