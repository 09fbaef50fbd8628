"""Taken: what is to be done, each task once with all its reasons, in groups.

The groups, in their order: `first` (the shortest way to a better outcome in the middle scenario; where there is no
audit, what we advise before applying), `needed` (what a registration takes), `extra` (what only the strict reading
asks, and what is handy) and `open` (questions still open).

Reasons are one task where one piece of work sees to all of them: the document that a condition or a check point names
as its `task`, or conditions that hang on one and the same answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assessment.askers import asker_of
from assessment.canonical import canonical_json
from assessment.case import Record, message

__all__ = ["GROUPS", "document_group", "merge_tasks", "tip_of"]

GROUPS = ("first", "needed", "extra", "open")


def document_group(document: Mapping[str, Any]) -> str:
    """Tell in which group a document that is not ready stands: somebody asks for it, or it is handy."""
    return "extra" if asker_of(document) == "advised" else "needed"


def tip_of(check: Mapping[str, Any]) -> Record:
    """Return the reason that a document also serves a check point that decides nothing."""
    return {
        "kind": "tip",
        "about": check["id"],
        "reason": message("rules.action.tip"),
        "standing": check["standing"],
        "sources": check.get("sources", []),
    }


def merge_tasks(norm: Mapping[str, Any], found: Iterable[tuple[str, Record]], tips: Sequence[Record]) -> list[Record]:
    """Bring the reasons for one task together, and put the tasks in order.

    Args:
        norm: The checked norm.
        found: Reasons, each with its group; within a group the most pressing first.
        tips: Check points that decide nothing; each is a reason beside the document that is its task.

    Returns:
        The tasks with `rank`, `group`, and `reasons`, the weightiest first; `kind` and `about` are of that one.
    """
    in_order = sorted(found, key=lambda each: GROUPS.index(each[0]))
    missing = {reason["about"] for _, reason in in_order if reason["kind"] == "document"}
    tasks: dict[tuple[str, str], list[tuple[str, Record]]] = {}
    for group, reason in in_order:
        tasks.setdefault(_task_of(norm, reason, missing), []).append((group, reason))
    return [
        _task(rank, reasons, [tip_of(check) for check in tips if ("document", check.get("task")) == key])
        for rank, (key, reasons) in enumerate(tasks.items(), start=1)
    ]


def _task(rank: int, found: list[tuple[str, Record]], tips: list[Record]) -> Record:
    group, main = found[0]
    reasons = [*(reason for _, reason in found), *tips]
    return {"rank": rank, "group": group, "kind": main["kind"], "about": main["about"], "reasons": reasons}


def _task_of(norm: Mapping[str, Any], reason: Record, missing: set[str]) -> tuple[str, str]:
    """Name the work that sees to a reason: a document that is missing, an answer, or just this."""
    kind, about = reason["kind"], reason["about"]
    element = _element(norm, kind, about)
    if element.get("task") in missing:
        return "document", element["task"]
    if "met_when" in element:
        return "answer", canonical_json(element["met_when"])
    return kind, about


def _element(norm: Mapping[str, Any], kind: str, about: str) -> Mapping[str, Any]:
    """Return what may name the work for a reason; what has no such name is empty."""
    if kind == "condition":
        condition: Mapping[str, Any] = norm["conditions"][about]
        return condition
    if kind == "raise":
        return next(each["checks"][about] for each in norm["requirements"].values() if about in each["checks"])
    return {}
