"""Voortgang: of each requirement what is in order, what is left to do and what is not filled in.

What is in order meets the bar of the strict reading: toereikend in both scores. That is our advice and no threshold of
the norm; it promises no outcome.
"""

from collections.abc import Iterable, Sequence

from assessment.case import Record
from assessment.outcomes import UNJUDGED
from assessment.rules.check_points import CheckState
from assessment.rules.scoring import Point, sufficient_pairs

__all__ = ["point_progress", "progress_of", "total_progress"]

_COUNTS = ("in_order", "to_do", "open")


def progress_of(scope: str, states: Sequence[CheckState], reading: Record) -> Record:
    """Count the points of a requirement, and say in one word how it stands.

    Args:
        scope: Whether the requirement is audited.
        states: Its check points.
        reading: The strict reading.

    Returns:
        `state` (`in_order`, `to_do`, `open`, or the scope of what nobody looks at) and the number of points that are
        `in_order`, `to_do` and `open`. A requirement that the quick scan finds too low is to do, though its points are
        still open. `scan` is what only the quick scan says; see `_scan_says`.
    """
    if scope in UNJUDGED:
        return {"state": scope, **dict.fromkeys(_COUNTS, 0), "scan": None}
    enough = sufficient_pairs(reading)
    counted = [entry for entry in states if entry.counts]
    found = [point_progress(entry, reading) for entry in counted]
    in_order, to_do = found.count("in_order"), found.count("to_do")
    is_low = any(entry.certain and entry.best not in enough for entry in counted)
    still_open = len(counted) - in_order - to_do
    state = "to_do" if to_do or is_low else "open" if still_open or not counted else "in_order"
    scan = _scan_says(counted, state, enough)
    return {"state": state, "in_order": in_order, "to_do": to_do, "open": still_open, "scan": scan}


def _scan_says(counted: Sequence[CheckState], state: str, enough: frozenset[Point]) -> Record | None:
    """Tell what the quick scan makes of a requirement of which no point has a score; nothing where it is not the scan.

    Returns:
        `says` (`in_order`, `to_do` or `open`) and the number of `questions` that were answered.
    """
    questions = {name for entry in counted for name in entry.scanned}
    if not questions or any(entry.is_given for entry in counted):
        return None
    is_enough = all(entry.worst in enough for entry in counted)
    return {"says": "in_order" if is_enough else state, "questions": len(questions)}


def point_progress(entry: CheckState, reading: Record) -> str | None:
    """Tell whether a point is `in_order`, `to_do` or `open`; nothing where it is not asked.

    A point with one score that is too low is to do, whatever the other may be.
    """
    if not entry.is_asked:
        return None
    enough = sufficient_pairs(reading)
    if entry.is_given and entry.best not in enough:
        return "to_do"
    return "in_order" if entry.state == "answered" and entry.worst in enough else "open"


def total_progress(requirements: Iterable[Record]) -> Record:
    """Add up the points of all requirements; `scanned_low` counts those that only the quick scan finds too low."""
    found = [entry["progress"] for entry in requirements]
    totals = {name: sum(progress[name] for progress in found) for name in _COUNTS}
    return totals | {"scanned_low": sum(each["state"] == "to_do" and not each["to_do"] for each in found)}
