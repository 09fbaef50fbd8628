"""Vakjes: each requirement with its check points, one cell a point, to see at a glance what is in order."""

from assessment.case import Record
from assessment.outcomes import UNJUDGED
from assessment.view.builder import ViewBuilder
from assessment.view.progress import progress_label

__all__ = ["is_estimated", "requirement_cells"]

_STATES = {"in_order": "ok", "to_do": "todo", "open": "open"}


def requirement_cells(builder: ViewBuilder, requirement: Record) -> Record:
    """Show how a requirement stands, and each of its points.

    Args:
        builder: Makes the words.
        requirement: One of the report's requirements.
    """
    state = requirement["progress"]["state"]
    is_judged = state not in UNJUDGED
    return {
        "id": requirement["id"],
        "title": builder.title(requirement["id"]),
        "state": state,
        "state_label": progress_label(builder, requirement["progress"]),
        "cells": [_cell(builder, check, is_judged=is_judged) for check in requirement["checks"]],
    }


def _cell(builder: ViewBuilder, check: Record, *, is_judged: bool) -> Record:
    state = _state(check) if is_judged else "not_applicable"
    return {
        "id": check["id"],
        "title": builder.title(check["id"]),
        "state": state,
        "label": builder.message(f"view.summary.cell.{state}"),
        "asks": f"checks.{check['id']}",
    }


def _state(check: Record) -> str:
    if check["progress"] is None:
        return "not_applicable"
    if not check["decides"]:
        return "tip"
    return "scanned" if is_estimated(check) else _STATES[check["progress"]]


def is_estimated(check: Record) -> bool:
    """Tell whether a point that decides is open, and only the quick scan of its requirement says something of it."""
    return bool(check["decides"] and check["progress"] == "open" and check["scanned"])
