"""Waarschuwingen: what this candidate must be warned of on this date."""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.case import Case, Record, message

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


def assess_warnings(case: Case) -> list[Record]:
    """List the warnings whose condition certainly holds, the most serious first."""
    raised = [_raise(case, warning) for warning in case.norm["warnings"].values() if case.applies(warning) is True]
    order = list(WARNING_LEVELS)
    return sorted(raised, key=lambda entry: order.index(entry["level"]))


def _raise(case: Case, warning: Record) -> Record:
    reason = message("rules.warning", warning=warning["id"])
    case.conclude_when("warning", warning, reason, "applies_when")
    return {
        "id": warning["id"],
        "level": warning["level"],
        "about": warning["about"],
        "reason": reason,
        "standing": warning["standing"],
        "sources": warning.get("sources", []),
    }
