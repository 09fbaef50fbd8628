"""What an audit and its requirements can end in: the outcomes that the norm names, and those that every norm has."""

from collections.abc import Mapping
from typing import Any

__all__ = ["NOT_REQUIRED", "RESULTS", "UNJUDGED", "verdicts_of"]

RESULTS = ("failed", "deliberated", "passed", "already_positive", "exempt", "no_audit")
"""Results of a requirement, from worst to best; the last three did not need to pass now."""
UNJUDGED = frozenset({"exempt", "already_positive", "no_audit"})
"""The results of a requirement that the auditor does not look at; a scope of these names says so."""
NOT_REQUIRED = "not_required"
"""The verdict of a provider who needs no audit; the others are named by the norm."""


def verdicts_of(norm: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the outcomes that an audit can have in this norm, from worst to best; last that none is needed."""
    named = sorted(norm["scoring"]["verdicts"], key=lambda entry: (entry["id"] == NOT_REQUIRED, entry["order"]))
    return tuple(entry["id"] for entry in named)
