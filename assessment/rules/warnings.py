"""Waarschuwingen: which of `norm/warnings.yaml` this candidate must be warned of on this date."""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.predicates import fields_of
from assessment.rules.contradictions import in_doubt, without_fields

__all__ = ["WARNING_LEVELS", "assess_warnings"]


class Level(NamedTuple):
    """A level of warnings.

    Attributes:
        tone: How a warning of this level is toned where it shows.
        is_serious: Whether it is better to have one less of them; else it is just something to know.
    """

    tone: str
    is_serious: bool


WARNING_LEVELS: Mapping[str, Level] = {
    "danger": Level("bad", is_serious=True),
    "attention": Level("attention", is_serious=True),
    "note": Level("neutral", is_serious=False),
}
"""Every level, the most serious first. A new one is a line here, one in `schemas/common.schema.json` and a message."""


def assess_warnings(case: Case, timeline: Record) -> list[Record]:
    """List the warnings whose condition certainly holds, the most serious first.

    A day that the candidate did not give counts as well where the timeline works it out from one that was given; one
    that contradicts another does not count.

    Args:
        case: The candidate.
        timeline: What `assess_timeline` found.
    """
    case = without_fields(case, in_doubt(timeline["contradictions"]))
    ends = _derived_ends(case, timeline)
    known = case._replace(known={name: entry["last"] for name, entry in ends.items()} | dict(case.known))
    raised = [_raise(known, warning, ends) for warning in _closest(known)]
    order = list(WARNING_LEVELS)
    return sorted(raised, key=lambda entry: order.index(entry["level"]))


def _closest(case: Case) -> list[Record]:
    """Return the warnings that apply, without those in whose place another one stands."""
    applying = [warning for warning in case.norm["warnings"].values() if case.applies(warning)]
    replaced = {name for warning in applying for name in warning.get("instead_of", ())}
    return [warning for warning in applying if warning["id"] not in replaced]


def _derived_ends(case: Case, timeline: Record) -> dict[str, Record]:
    """Return the ends of registrations that follow from their beginning, by the field that would give them."""
    elements = case.norm["procedure"]["deadlines"]
    known = [entry for entry in timeline["deadlines"] if entry["basis"] == "known"]
    return {elements[entry["id"]]["given_by"]: entry for entry in known if "given_by" in elements[entry["id"]]}


def _raise(case: Case, warning: Record, ends: Mapping[str, Record]) -> Record:
    reason = message("rules.warning", warning=warning["id"])
    fields = set(fields_of(warning.get("applies_when")))
    steps = [
        step("rules.calc.derived_end", on=key_of("deadline", entry["id"]), day=entry["last"])
        for name, entry in ends.items()
        if name in fields
    ]
    case.conclude_when("warning", warning, reason, "applies_when", steps=steps)
    return {
        "id": warning["id"],
        "level": warning["level"],
        "about": warning["about"],
        "reason": reason,
        "standing": warning["standing"],
        "sources": warning.get("sources", []),
    }
