"""Termijnen: the windows, deadlines and ends of registrations, as `norm/procedure.yaml` lists them.

They follow from the days that are known or expected.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.periods import add_period, period_of

__all__ = ["date_deadlines", "deadlines_in_doubt", "moved_day"]

_DAYS = ("first", "last")
_EXPECTED = {
    "rules.calc.term_after": "rules.calc.term_after_expected",
    "rules.calc.term_before": "rules.calc.term_before_expected",
}
"""What is said of a term that counts from a day that we only expect."""


def deadlines_in_doubt(case: Case, doubted: frozenset[str]) -> dict[str, frozenset[str]]:
    """Name the deadlines that rest on answers in doubt, each with those; one that counts from their end does too."""
    lost: dict[str, frozenset[str]] = {}
    ends: dict[str, frozenset[str]] = {}
    applying = (each for each in case.norm["procedure"]["deadlines"].values() if case.applies(each) is True)
    for deadline in sorted(applying, key=lambda each: "given_by" not in each):
        given, start = deadline.get("given_by"), deadline["from"]
        read = {given} if given in case.facts else {start}
        fields = frozenset(read & doubted) | (ends.get(start, frozenset()) if start not in case.facts else frozenset())
        if fields and deadline.get("registration") != "expected":
            lost[deadline["id"]] = fields
            ends.setdefault(given or "", fields)
    return lost


def date_deadlines(case: Case, expected: Record | None, lost: Collection[str]) -> list[Record]:
    """Date what applies, the ends of registrations before all else: others count from them.

    Args:
        case: The candidate.
        expected: The step that brings the registration that we expect, if there is one.
        lost: Deadlines to leave out.
    """
    every = case.norm["procedure"]["deadlines"].values()
    applying = [each for each in every if case.applies(each) is True and each["id"] not in lost]
    dated: Record = {}
    ends: Record = {}
    for deadline in sorted(applying, key=lambda each: "given_by" not in each):
        entry = _deadline(case, deadline, _start(case, deadline, expected, ends), expected, ends)
        if entry is not None:
            dated[deadline["id"]] = entry
            ends.setdefault(deadline.get("given_by", ""), entry)
    return [dated[each["id"]] for each in applying if each["id"] in dated]


class _Start(NamedTuple):
    """The day that a deadline counts from, if there is one, how we know it, and the conclusion that it comes from."""

    day: str | None
    basis: str
    on: str | None = None


def _start(case: Case, deadline: Record, expected: Record | None, ends: Record) -> _Start:
    """Find the day that a deadline counts from.

    The candidate gave it (`known`), we worked it out from what the candidate gave (`derived`), or it is the day on
    which we expect a registration (`expected`).
    """
    known, registration = case.facts.get(deadline["from"]), deadline.get("registration")
    if known is not None and registration != "expected":
        return _Start(known, "known")
    end = ends.get(deadline["from"])
    if end is not None:
        basis = "derived" if end["basis"] == "known" else end["basis"]
        return _Start(end["last"], basis, key_of("deadline", end["id"]))
    if expected is None or deadline["from"] != "dates.registered" or registration == "present":
        return _Start(None, "expected")
    return _Start(str(expected["end"]["likely"]), "expected", key_of("step", expected["id"]))


def _deadline(case: Case, deadline: Record, start: _Start, expected: Record | None, ends: Record) -> Record | None:
    """Compute one window, deadline or event; nothing where the day that it counts from is not known.

    `after_end` says, as a message, that the registration ends before its last day; null where it does not.
    """
    given = case.facts.get(deadline.get("given_by", ""))
    try:
        first, last = (given if given and key == "last" else moved_day(case, deadline, key, start.day) for key in _DAYS)
    except OverflowError:  # a day beyond the calendar is no deadline anyone has to keep
        return None
    if last is None:
        return None
    state = _state(case.facts["date"], first, last)
    fields = [name for name in (deadline["from"], deadline.get("given_by")) if name]
    told = "expected" if start.basis == "expected" and not given else state
    reason = message(f"rules.deadline.{_manner(deadline)}_{told}", first=first, last=last)
    if told == "expected" and expected is not None:
        reason["values"]["day"] = expected["end"]["likely"]
    begins = [] if start.day is None else [step(f"rules.calc.from_{start.basis}", on=start.on, day=start.day)]
    steps = [*begins, *_term_steps(case, deadline, {"first": first, "last": last}, given)]
    if told == "expected":
        steps = [_roughly(each) for each in steps]
    end = None if told in {"expected", "past"} else _end_before(deadline, last, ends)
    if end is not None:
        steps.append(step("rules.calc.after_end", on=key_of("deadline", end["id"]), day=end["last"]))
    case.conclude("deadline", deadline, reason, ["date", *fields], steps)
    return {
        "id": deadline["id"],
        "kind": deadline["kind"],
        "first": first,
        "last": last,
        "basis": "given" if given else start.basis,
        "state": state,
        "reason": reason,
        "after_end": None if end is None else message(f"rules.deadline.after_end_{end['state']}", last=end["last"]),
        "standing": "estimate" if told == "expected" else deadline["standing"],
        "sources": deadline.get("sources", []),
    }


def _end_before(deadline: Record, last: str, ends: Record) -> Record | None:
    """Find the end of the registration that there is, if something can be done until a later day than that."""
    if deadline["kind"] == "event":
        return None
    known = (end for end in ends.values() if end["kind"] == "event" and end["basis"] != "expected")
    return next((end for end in known if end["last"] < last), None)


def _manner(deadline: Record) -> str:
    """Tell how a deadline is told: what is only our own advice is never told as something that had to be done."""
    is_advice = deadline["kind"] == "deadline" and deadline["standing"] == "estimate"
    return "advice" if is_advice else str(deadline["kind"])


def _term_steps(case: Case, deadline: Record, days: Record, given: str | None) -> list[Record]:
    """Say which term brings us to which day; a last day that the candidate gave needs no term."""
    steps = []
    for key, day in days.items():
        if key in deadline and day and not (key == "last" and given):
            fact = case.norm["facts"].get(deadline[key].get("fact"), deadline)
            period = period_of(case.norm, deadline[key])
            way = "before" if min(period.values()) < 0 else "after"
            length = {unit: abs(number) for unit, number in period.items()}
            steps.append(step(f"rules.calc.term_{way}", fact, period=length, day=day))
    return [*steps, step("rules.calc.given", day=given)] if given else steps


def _roughly(told: Record) -> Record:
    """Say the term of a day that we only expect without naming that day."""
    return told | {"message": _EXPECTED.get(told["message"], told["message"])}


def moved_day(case: Case, deadline: Record, key: str, start: str | None) -> str | None:
    """Return a day of a deadline by the term that leads to it, if it has one.

    Raises:
        OverflowError: The day lies beyond the calendar.
    """
    if key not in deadline or start is None:
        return None
    return add_period(date.fromisoformat(start), period_of(case.norm, deadline[key])).isoformat()


def _state(today: str, first: str | None, last: str) -> str:
    if today > last:
        return "past"
    return "ahead" if first is not None and today < first else "open"
