"""A predicate that compares days: `on_or_after`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.periods import add_period, period_of
from assessment.predicates.kind import NO_ANSWER, Clause, Facts, Kind, Read, Truth, Words

__all__ = ["OnOrAfter"]


class OnOrAfter(Kind):
    """The day is a certain one or later, or that of another answer and a period after it."""

    def holds(self, terms: Mapping[str, Any], facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Compare the days."""
        known = facts.get(terms["field"])
        bound = terms["value"] if "value" in terms else facts.get(terms["other"])
        if known is None or bound is None:
            return None
        if NO_ANSWER in {known, bound}:
            return False
        period = period_of(norm, terms.get("plus", {}))
        try:
            limit = add_period(date.fromisoformat(bound), period)
        except OverflowError:  # beyond the end of the calendar is never reached, before its start always
            return sum(period.values()) < 0
        return date.fromisoformat(known) >= limit

    def reads(self, terms: Mapping[str, Any]) -> Sequence[Read]:
        """Return the one field or both."""
        return [Read((key,), terms[key], ("date",)) for key in ("field", "other") if key in terms]

    def clause(self, terms: Mapping[str, Any], words: Words, *, holds: bool) -> Clause:
        """Say the day."""
        day = "from" if holds else "before"
        if "other" in terms:
            answer = words.message(f"{day}_other", other=words.name(terms["other"]))
        else:
            answer = words.message(day, date=terms["value"])
        if terms["field"] == "date":
            return Clause(words.message("today", answer=answer))
        return words.answered(terms["field"], answer)
