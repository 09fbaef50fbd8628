"""Data: a schedule of the steps that `norm/procedure.yaml` lists, worked out forward from today.

Beside it stand the windows and deadlines of the days that are known.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.predicates import fields_of
from assessment.rules.contradictions import find_contradictions, in_doubt, without_fields
from assessment.rules.deadlines import date_deadlines, deadlines_in_doubt, moved_day
from assessment.rules.margin import met_by_plan, smallest_margin

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

    Steps follow one another, each from the end of the one before. What has been done takes no time any more. No day
    rests on answers that contradict each other: `contradictions` lists these, each with the deadlines that it costs.
    `margin` is the time left before the deadline that leaves least.
    """
    contradictions = find_contradictions(case)
    doubted = in_doubt(contradictions)
    sound = without_fields(case, doubted)
    steps = _steps(sound)
    registered = _last_to_come(steps) if scope["audit_required"] is not False else None
    lost = deadlines_in_doubt(case, doubted)
    deadlines = date_deadlines(sound, registered, lost)
    return {
        "start": case.on.isoformat(),
        "steps": steps,
        "deadlines": deadlines,
        "margin": smallest_margin(sound, steps, deadlines),
        "contradictions": [_with_lost(entry, lost) for entry in contradictions],
    }


def _with_lost(contradiction: Record, lost: Mapping[str, frozenset[str]]) -> Record:
    return contradiction | {
        "left_out": [name for name, fields in lost.items() if fields & set(contradiction["fields"])]
    }


def _steps(case: Case) -> list[Record]:
    planned = [each for each in case.norm["procedure"]["steps"].values() if case.applies(each) is not False]
    past = _last_step_in_the_past(case, planned)
    cursor = Span(case.on, case.on, case.on)
    dated: list[Record] = []
    for position, element in enumerate(planned):
        before = _last_to_come(dated)
        place = _Place(cursor, before["id"] if before else None, implied=position <= past)
        entry, cursor = _date_step(case, element, place)
        dated.append(entry)
    return dated


def _last_step_in_the_past(case: Case, steps: list[Record]) -> int:
    """Find the last step that the profile dates on or before today: it and all before it are behind us."""
    days = [_day_of(case, each) for each in steps]
    return max(
        (i for i, day in enumerate(days) if day is not None and day <= case.facts["date"]),
        default=-1,
    )


class _Place(NamedTuple):
    """Where a step stands: the day reached, the step still to come that leads there, and whether it must be past."""

    reached: Span
    before: str | None
    implied: bool


def _date_step(case: Case, element: Record, place: _Place) -> tuple[Record, Span]:
    """Date a step, and return the day on which the next one can begin."""
    day = _day_of(case, element)
    if place.implied or case.holds(element.get("done_when", {"any": []})) is True:
        return _done(case, element, place, day), place.reached
    return _to_come(case, element, place) if day is None else _planned(case, element, place, day)


def _day_of(case: Case, element: Record) -> str | None:
    """Return the day that the profile gives a step."""
    day: str | None = case.facts.get(element.get("dated_by", ""))
    return day


def _done(case: Case, element: Record, place: _Place, day: str | None) -> Record:
    end = Span(*[date.fromisoformat(day)] * len(_ENDS)) if day else None
    steps = [step("rules.calc.implied")] if place.implied and not day else []
    return _entry(case, element, "done", (None, end), steps)


def _planned(case: Case, element: Record, place: _Place, day: str) -> tuple[Record, Span]:
    """Date a step by the day that the profile gives it, or by the day reached where that is later."""
    end = _no_earlier(date.fromisoformat(day), place.reached)
    return _entry(case, element, "planned", (end, end), [_since(case, place), step("rules.calc.planned", day=day)]), end


def _to_come(case: Case, element: Record, place: _Place) -> tuple[Record, Span]:
    """Date a step by how long it takes, from the day reached or from the day on which its window opens."""
    opens = _opens(case, element)
    waits = [] if opens is None else [step("rules.calc.not_before", day=opens.isoformat())]
    start = place.reached if opens is None else _no_earlier(opens, place.reached)
    lengths = _lengths(case, element)
    end = Span(*(_days_on(day, length) for day, length in zip(start, lengths.values(), strict=True)))
    takes = step("rules.calc.takes", element["duration"], days=lengths)
    state = "to_do" if case.applies(element) is True else "perhaps"
    return _entry(case, element, state, (start, end), [_since(case, place), *waits, takes]), end


def _since(case: Case, place: _Place) -> Record:
    """Say from which day a step counts, and on which conclusion that rests."""
    before = place.before and key_of("step", place.before)
    return step("rules.calc.since", on=before, days=_days_from(case.on, place.reached), **_days(place.reached))


def _no_earlier(day: date, reached: Span) -> Span:
    return Span(*(max(day, each) for each in reached))


def _opens(case: Case, element: Record) -> date | None:
    """Return the first day of the window in which a step must fall, where there is one and its start is known."""
    every = case.norm["procedure"]["deadlines"].values()
    windows = (each for each in every if "first" in each and case.applies(each) is True)
    window = next((each for each in windows if met_by_plan(case, each) == element["id"]), None)
    if window is None:
        return None
    try:
        first = moved_day(case, window, "first", case.facts.get(window["from"]))
    except OverflowError:  # a day beyond the calendar holds nobody up
        return None
    return None if first is None else date.fromisoformat(first)


def _lengths(case: Case, element: Record) -> Record:
    """Return how many days a step takes; one that may not apply takes none at the least."""
    days = element["duration"]["days"]
    certain = case.applies(element) is True
    return {length: days[length] if certain or length != "low" else 0 for length in _LENGTHS}


def _days_on(day: date, days: int) -> date:
    """Move on by days, stopping at the end of the calendar."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _entry(
    case: Case, element: Record, state: str, span: tuple[Span | None, Span | None], steps: list[Record]
) -> Record:
    start, end = span
    fields = [element["dated_by"]] if "dated_by" in element else []
    reason = message(f"rules.step.{state}")
    gives = [_ends_step(case, end)] if end else []
    case.conclude("step", element, reason, ["date", *fields, *_done_fields(element)], [*steps, *gives])
    # A day that we add up ourselves is an estimate, whoever says how long its last step takes.
    is_ours = state in {"to_do", "perhaps"} or (end is not None and end.earliest != end.latest)
    grounds = element["duration"] if is_ours else element
    return {
        "id": element["id"],
        "state": state,
        "start": None if start is None else _days(start),
        "end": None if end is None else _days(end),
        "reason": reason,
        "standing": "estimate" if is_ours else element["standing"],
        "sources": grounds.get("sources", []),
    }


def _ends_step(case: Case, end: Span) -> Record:
    """Say on which day a step was or will be done, or after how many days where we add it up ourselves."""
    if end.earliest == end.latest:
        return step("rules.calc.ends_on", day=end.likely.isoformat(), **_days(end))
    return step("rules.calc.ends", days=_days_from(case.on, end), **_days(end))


def _days_from(start: date, span: Span) -> Record:
    return {length: (day - start).days for length, day in zip(_LENGTHS, span, strict=True)}


def _done_fields(element: Record) -> list[str]:
    return [*fields_of(element.get("applies_when")), *fields_of(element.get("done_when"))]


def _days(span: Span) -> Record:
    return dict(zip(_ENDS, (day.isoformat() for day in span), strict=True))


def _last_to_come(steps: list[Record]) -> Record | None:
    """Return the last step still to come, if there is one; of all steps, that brings the registration we expect."""
    return next((entry for entry in reversed(steps) if entry["state"] != "done"), None)
