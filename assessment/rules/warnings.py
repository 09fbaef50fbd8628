"""Waarschuwingen: what this candidate must be warned of on this date."""

from assessment.case import Case, Record, message

__all__ = ["assess_warnings"]

_LEVELS = ("danger", "attention", "note")


def assess_warnings(case: Case) -> list[Record]:
    """List the warnings whose condition certainly holds, the most serious first."""
    raised = [_raise(case, warning) for warning in case.norm["warnings"].values() if case.applies(warning) is True]
    return sorted(raised, key=lambda entry: _LEVELS.index(entry["level"]))


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
