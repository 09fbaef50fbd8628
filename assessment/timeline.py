"""Data: when each step can start and end, and which windows and deadlines follow from the known dates."""

from datetime import date, timedelta
from typing import NamedTuple

from assessment.calendar import add_period, period_of
from assessment.case import Case, Record, message

__all__ = ["assess_timeline"]

_ENDS = ("earliest", "likely", "latest")
_LENGTHS = ("low", "likely", "high")


class Span(NamedTuple):
    """A day that is not certain: the earliest, the likely and the latest."""

    earliest: date
    likely: date
    latest: date


def assess_timeline(case: Case, scope: Record) -> Record:
    """Date the steps from the candidate's own start, and each window, deadline and event.

    Steps follow one another, each from the end of the one before. What has been done takes no time any more.
    """
    steps = _steps(case)
    registered = _expected_registration(steps) if scope["audit_required"] is not False else None
    return {
        "start": case.on.isoformat(),
        "steps": steps,
        "deadlines": list(_deadlines(case, registered)),
    }


def _steps(case: Case) -> list[Record]:
    planned = [step for step in case.norm["procedure"]["steps"].values() if case.applies(step) is not False]
    past = _last_step_in_the_past(case, planned)
    cursor = Span(case.on, case.on, case.on)
    dated = []
    for position, step in enumerate(planned):
        entry, cursor = _date_step(case, step, cursor, implied=position <= past)
        dated.append(entry)
    return dated


def _last_step_in_the_past(case: Case, steps: list[Record]) -> int:
    """Find the last step that the profile dates on or before today: it and all before it are behind us."""
    days = [case.facts.get(step.get("dated_by", "")) for step in steps]
    return max(
        (i for i, day in enumerate(days) if day is not None and day <= case.facts["date"]),
        default=-1,
    )


def _date_step(case: Case, step: Record, cursor: Span, *, implied: bool) -> tuple[Record, Span]:
    day = case.facts.get(step.get("dated_by", ""))
    done = implied or case.holds(step.get("done_when", {"any": []})) is True
    if done:
        known = date.fromisoformat(day) if day else None
        return _step(case, step, "done", None if known is None else Span(known, known, known)), cursor
    if day is not None:
        end = Span(*(max(date.fromisoformat(day), reached) for reached in cursor))
        return _step(case, step, "planned", end, start=end), end
    end = _later(case, step, cursor)
    return _step(case, step, "to_do", end, start=cursor), end


def _later(case: Case, step: Record, cursor: Span) -> Span:
    days = step["duration"]["days"]
    certain = case.applies(step) is True
    lengths = [days[length] if certain or length != "low" else 0 for length in _LENGTHS]
    return Span(*(_days_on(day, length) for day, length in zip(cursor, lengths, strict=True)))


def _days_on(day: date, days: int) -> date:
    """Move on by days, stopping at the end of the calendar."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _step(case: Case, step: Record, state: str, end: Span | None, start: Span | None = None) -> Record:
    fields = [step["dated_by"]] if "dated_by" in step else []
    reason = message(f"rules.step.{state}")
    case.conclude("step", step, reason, ["date", *fields])
    duration = step["duration"]
    return {
        "id": step["id"],
        "state": state,
        "start": _iso(start),
        "end": _iso(end),
        "reason": reason,
        "standing": duration["standing"],
        "sources": duration.get("sources", []),
    }


def _iso(span: Span | None) -> Record | None:
    return None if span is None else dict(zip(_ENDS, (day.isoformat() for day in span), strict=True))


def _expected_registration(steps: list[Record]) -> str | None:
    """Return the likely day on which the last step ends, if there is one still to come."""
    ends = [step["end"]["likely"] for step in steps if step["state"] != "done"]
    return ends[-1] if ends else None


def _deadlines(case: Case, expected: str | None) -> list[Record]:
    listed = []
    for deadline in case.norm["procedure"]["deadlines"].values():
        if case.applies(deadline) is True:
            entry = _deadline(case, deadline, expected)
            if entry is not None:
                listed.append(entry)
    return listed


def _deadline(case: Case, deadline: Record, expected: str | None) -> Record | None:
    """Compute one window, deadline or event; nothing where the day that it counts from is not known."""
    start, basis = _start(case, deadline, expected)
    given = case.facts.get(deadline.get("given_by", ""))
    try:
        first, last = _moved(case, deadline, "first", start), given or _moved(case, deadline, "last", start)
    except OverflowError:  # a day beyond the calendar is no deadline anyone has to keep
        return None
    if last is None:
        return None
    state = _state(case.facts["date"], first, last)
    fields = [name for name in (deadline["from"], deadline.get("given_by")) if name]
    reason = message(f"rules.deadline.{deadline['kind']}_{state}", first=first, last=last)
    case.conclude("deadline", deadline, reason, ["date", *fields])
    return {
        "id": deadline["id"],
        "kind": deadline["kind"],
        "first": first,
        "last": last,
        "basis": "given" if given else basis,
        "state": state,
        "reason": reason,
        "standing": deadline["standing"],
        "sources": deadline.get("sources", []),
    }


def _start(case: Case, deadline: Record, expected: str | None) -> tuple[str | None, str]:
    """Return the day that a deadline counts from, and whether it is `known` or only `expected`."""
    known = case.facts.get(deadline["from"])
    if known is not None:
        return known, "known"
    return (expected if deadline["from"] == "dates.registered" else None), "expected"


def _moved(case: Case, deadline: Record, key: str, start: str | None) -> str | None:
    if key not in deadline or start is None:
        return None
    return add_period(date.fromisoformat(start), period_of(case.norm, deadline[key])).isoformat()


def _state(today: str, first: str | None, last: str) -> str:
    if today > last:
        return "past"
    return "ahead" if first is not None and today < first else "open"
