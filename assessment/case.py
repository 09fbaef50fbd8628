"""One candidate on one date: what every rule reads, and the trace that every rule writes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assessment.predicates import Truth, evaluate, fields_of

__all__ = ["Case", "Message", "Record", "key_of", "message", "step"]

Record = dict[str, Any]
"""A JSON-ready map: part of the norm, of the answers or of the report."""
Message = dict[str, Any]
"""A sentence to be: the id of a message in the catalogue, and the values that it fills in."""


def message(key: str, **values: Any) -> Message:
    """Name a sentence of the catalogue and what it fills in."""
    return {"message": key, "values": values}


def key_of(rule: str, about: str) -> str:
    """Return what a conclusion is known by: no rule concludes twice about the same thing."""
    return f"{rule} {about}"


def step(key: str, grounds: Mapping[str, Any] | None = None, on: str | None = None, **values: Any) -> Record:
    """Make one step of a calculation.

    Args:
        key: The message that says it.
        grounds: The element of the norm whose figures the step uses; it brings its standing and its sources.
        on: The conclusion that the step builds on, as `key_of` names it.
        **values: What the message fills in, and what the figure can be worked out from again.
    """
    made = message(key, **values)
    if grounds is not None:
        made["standing"] = grounds["standing"]
        if grounds.get("sources"):
            made["sources"] = grounds["sources"]
    if on is not None:
        made["on"] = on
    return made


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one candidate on one date.

    Attributes:
        norm: The checked norm.
        answers: The candidate's answers, already parsed.
        on: The date that the report is for.
        facts: The profile by field name, with `date`.
        trace: Every conclusion so far; rules append to it through `conclude`.
    """

    norm: Mapping[str, Any]
    answers: Mapping[str, Any]
    on: date
    facts: Mapping[str, Any]
    trace: list[Record] = field(default_factory=list)

    @classmethod
    def of(cls, norm: Mapping[str, Any], answers: Mapping[str, Any], on: date) -> "Case":
        """Lay out the answers for the rules: nested profile fields by their dotted name."""
        facts: Record = {"date": on.isoformat()}
        for name, value in answers.get("profile", {}).items():
            if isinstance(value, dict):
                facts |= {f"{name}.{part}": inner for part, inner in value.items()}
            else:
                facts[name] = value
        return cls(norm, answers, on, facts)

    def holds(self, predicate: Mapping[str, Any] | None) -> Truth:
        """Answer a predicate of the norm for this candidate."""
        return evaluate(predicate, self.facts, self.norm)

    def in_force(self, element: Mapping[str, Any]) -> bool:
        """Tell whether an element of the norm is valid on the date of the report."""
        today = self.facts["date"]
        return bool(element.get("valid_from", today) <= today <= element.get("valid_until", today))

    def applies(self, element: Mapping[str, Any]) -> Truth:
        """Tell whether an element of the norm is in force and applies to this candidate."""
        return self.in_force(element) and self.holds(element.get("applies_when"))

    def conclude(
        self,
        rule: str,
        element: Mapping[str, Any],
        reason: Message,
        fields: Iterable[str] = (),
        steps: Iterable[Record] = (),
    ) -> None:
        """Write down why a rule concluded what it did about an element, from which facts, by which steps.

        What is no element of the norm, such as the cost as a whole, is given as an `id` with a `standing`.
        """
        self.trace.append(
            {
                "rule": rule,
                "about": element["id"],
                "reason": reason,
                "facts": {name: self.facts.get(name) for name in fields},
                "steps": list(steps),
                "standing": element["standing"],
                "sources": element.get("sources", []),
            }
        )

    def conclude_when(
        self, rule: str, element: Mapping[str, Any], reason: Message, *keys: str, steps: Iterable[Record] = ()
    ) -> None:
        """Write down a conclusion that was drawn from the predicates under these keys of the element."""
        fields = [name for key in keys for name in fields_of(element.get(key))]
        self.conclude(rule, element, reason, fields, steps)
