"""The case, one candidate on one date: what every rule reads, and the trace (provenance) that every rule writes to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from assessment.memo import Memo
from assessment.predicates import NO_ANSWER, Facts, Truth, evaluate, fields_of
from assessment.skip_logic import asked_fields, known_facts
from assessment.validity import in_force

__all__ = ["Case", "Message", "Record", "key_of", "message", "step"]

Record = dict[str, Any]
"""A JSON-ready map: part of the norm, of the answers or of the report."""
Message = dict[str, Any]
"""A sentence to be: the id of a message in the catalogue, and the values that it fills in."""
_Made = TypeVar("_Made")


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


class Case(NamedTuple):
    """What is known of one candidate on one date.

    Attributes:
        norm: The checked norm.
        answers: The candidate's answers, already parsed.
        on: The date that the report is for.
        facts: The answers of the profile that count, by field name, with `date`.
        known: The same, with `NO_ANSWER` for each question that is not asked.
        trace: Every conclusion so far; rules append to it through `conclude`.
        memo: What parts of the report came to the last time.
    """

    norm: Mapping[str, Any]
    answers: Mapping[str, Any]
    on: date
    facts: Mapping[str, Any]
    known: Facts
    trace: list[Record]
    memo: Memo

    @classmethod
    def of(cls, norm: Mapping[str, Any], answers: Mapping[str, Any], on: date, memo: Memo | None = None) -> "Case":
        """Lay out the answers for the rules, the profile as facts; what is not asked counts for nothing.

        A table of the answers that equals that of the last time is that very table, so that the many rules that read it
        need not compare it again each for itself.
        """
        memo = memo or Memo()
        tables = {name: memo.call(_as_given, table, about=name) for name, table in answers.items()}
        known = memo.call(_known, tables.get("profile", {}), on, norm)
        return cls(norm, tables, on, _counted(known), known, [], memo)

    def with_tables(self, *tables: str) -> "Case":
        """Return the case with the facts and these tables of the answers only: nobody reads what he is not given."""
        return self.with_answers({name: self.answers[name] for name in tables if name in self.answers})

    def with_answers(self, answers: Mapping[str, Any]) -> "Case":
        """Return the case with the facts and these answers only."""
        return Case(self.norm, answers, self.on, self.facts, self.known, self.trace, self.memo)

    def with_facts(self, known: Facts) -> "Case":
        """Return another case, with these facts; `known_facts` told which of them count."""
        return Case(self.norm, self.answers, self.on, _counted(known), known, [], self.memo)

    def call_memoised(self, rule: Callable[..., _Made], *given: Any, about: str = "") -> _Made:
        """Return what a rule makes of this case and of what it is given, and write down its conclusions.

        If it was given the same the last time, it is not asked again. That is right of every rule that reads nothing
        else, and so of each that is a plain function.

        Args:
            rule: A function of a case and what else it is given.
            *given: The rest of what it may read, such as another part of the report.
            about: Which one this is, where there are several: a rule may judge each requirement apart.
        """
        # Of the case what a rule may read is kept, and not the case: it leads to the memo, and so back to itself.
        seen = self.norm, self.answers, self.on, self.facts, given
        made, conclusions = self.memo.call_as(rule, about, seen, lambda: _concluded(rule, self, *given))
        self.trace.extend(conclusions)
        return made

    def asked(self) -> dict[str, Truth]:
        """Tell of each question of the profile whether it is asked."""
        return self.memo.call(asked_fields, self.known, self.norm)

    def holds(self, predicate: Mapping[str, Any] | None) -> Truth:
        """Answer a predicate of the norm for this candidate."""
        return evaluate(predicate, self.known, self.norm)

    def in_force(self, element: Mapping[str, Any]) -> bool:
        """Tell whether an element of the norm is valid on the date of the report."""
        return in_force(element, self.facts["date"])

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


def _as_given(table: Any) -> Any:
    return table


def _known(profile: Mapping[str, Any], on: date, norm: Mapping[str, Any]) -> Record:
    """Name nested fields of the profile by their dotted name, and tell what is not asked."""
    facts: Record = {"date": on.isoformat()}
    for name, value in profile.items():
        if isinstance(value, dict):
            facts |= {f"{name}.{part}": inner for part, inner in value.items()}
        else:
            facts[name] = value
    return known_facts(facts, norm)


def _counted(known: Facts) -> Record:
    return {name: value for name, value in known.items() if value is not NO_ANSWER}


def _concluded(rule: Callable[..., _Made], case: Case, *given: Any) -> tuple[_Made, list[Record]]:
    """Return what a rule makes of a case, and what it alone concluded."""
    own = Case(case.norm, case.answers, case.on, case.facts, case.known, [], case.memo)
    return rule(own, *given), own.trace
