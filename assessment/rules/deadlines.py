"""Termijnen: the windows, deadlines and ends of registrations, as `norm/procedure.yaml` lists them.

They follow from the days that are known or expected.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from assessment.case import Case, Message, Record, key_of, message, step
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


class _Dated(NamedTuple):
    """A deadline that has a last day: what that counts from, whether the candidate gave it, and how it stands today."""

    start: _Start
    given: str | None
    first: str | None
    last: str
    state: str

    @property
    def told(self) -> str:
        """How it is told: as it stands, or as what counts from a day that we only expect."""
        return "expected" if self.start.basis == "expected" and not self.given else self.state


def _deadline(case: Case, deadline: Record, start: _Start, expected: Record | None, ends: Record) -> Record | None:
    """Compute one window, deadline or event; nothing where the day that it counts from is not known.

    `after_end` says, as a message, that the registration ends before its last day; null where it does not.
    """
    dated = _dated(case, deadline, start)
    if dated is None:
        return None
    reason, end = _reason(deadline, dated, expected), _end_before(deadline, dated, ends)
    fields = [name for name in (deadline["from"], deadline.get("given_by")) if name]
    case.conclude("deadline", deadline, reason, ["date", *fields], _steps(case, deadline, dated, end))
    return {
        "id": deadline["id"],
        "kind": deadline["kind"],
        "first": dated.first,
        "last": dated.last,
        "basis": "given" if dated.given else start.basis,
        "state": dated.state,
        "reason": reason,
        "after_end": None if end is None else message(f"rules.deadline.after_end_{end['state']}", last=end["last"]),
        "standing": "estimate" if dated.told == "expected" else deadline["standing"],
        "sources": deadline.get("sources", []),
    }


def _dated(case: Case, deadline: Record, start: _Start) -> _Dated | None:
    """Date a deadline; nothing where it has no last day."""
    given = case.facts.get(deadline.get("given_by", ""))
    try:
        first, last = (given if given and key == "last" else moved_day(case, deadline, key, start.day) for key in _DAYS)
    except OverflowError:  # a day beyond the calendar is no deadline anyone has to keep
        return None
    return None if last is None else _Dated(start, given, first, last, _state(case.facts["date"], first, last))


def _reason(deadline: Record, dated: _Dated, expected: Record | None) -> Message:
    days = {"first": dated.first, "last": dated.last}
    if dated.told == "expected" and expected is not None:
        days["day"] = expected["end"]["likely"]
    return message(f"rules.deadline.{_manner(deadline)}_{dated.told}", **days)


def _steps(case: Case, deadline: Record, dated: _Dated, end: Record | None) -> list[Record]:
    """Say how we come to the days of a deadline, and that the registration ends before, where it does."""
    start = dated.start
    begins = [] if start.day is None else [step(f"rules.calc.from_{start.basis}", on=start.on, day=start.day)]
    steps = [*begins, *_term_steps(case, deadline, dated)]
    if dated.told == "expected":
        steps = [_roughly(each) for each in steps]
    after = [] if end is None else [step("rules.calc.after_end", on=key_of("deadline", end["id"]), day=end["last"])]
    return [*steps, *after]


def _end_before(deadline: Record, dated: _Dated, ends: Record) -> Record | None:
    """Find the end of the registration that there is, if something can still be done until a later day than that."""
    if deadline["kind"] == "event" or dated.told in {"expected", "past"}:
        return None
    known = (end for end in ends.values() if end["kind"] == "event" and end["basis"] != "expected")
    return next((end for end in known if end["last"] < dated.last), None)


def _manner(deadline: Record) -> str:
    """Tell how a deadline is told: what is only our own advice is never told as something that had to be done."""
    is_advice = deadline["kind"] == "deadline" and deadline["standing"] == "estimate"
    return "advice" if is_advice else str(deadline["kind"])


def _term_steps(case: Case, deadline: Record, dated: _Dated) -> list[Record]:
    """Say which term brings us to which day; a last day that the candidate gave needs no term."""
    days = {"first": dated.first, "last": None if dated.given else dated.last}
    terms = [_term_step(case, deadline, key, day) for key, day in days.items() if key in deadline and day]
    return [*terms, step("rules.calc.given", day=dated.given)] if dated.given else terms


def _term_step(case: Case, deadline: Record, key: str, day: str) -> Record:
    fact = case.norm["facts"].get(deadline[key].get("fact"), deadline)
    period = period_of(case.norm, deadline[key])
    way = "before" if min(period.values()) < 0 else "after"
    length = {unit: abs(number) for unit, number in period.items()}
    return step(f"rules.calc.term_{way}", fact, period=length, day=day)


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
