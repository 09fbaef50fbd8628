"""The parts of a report that tests look at, by their ids."""

from collections.abc import Iterable

from tests.assessment.cases import Record

__all__ = ["condition", "condition_state", "cost_lines", "deadline", "documents", "requirement", "scopes", "steps"]


def _by_id(entries: Iterable[Record]) -> dict[str, Record]:
    return {entry["id"]: entry for entry in entries}


def condition(report: Record, name: str) -> Record | None:
    """One of the conditions; None when it is not asked of this candidate."""
    return _by_id(report["eligibility"]["conditions"]).get(name)


def condition_state(report: Record, name: str) -> str | None:
    """Whether a condition is met; None when it is not asked."""
    entry = condition(report, name)
    return entry["state"] if entry else None


def scopes(report: Record) -> dict[str, str]:
    """Whether each requirement is audited."""
    return {name: entry["state"] for name, entry in _by_id(report["scope"]["requirements"]).items()}


def requirement(report: Record, name: str) -> Record:
    """One of the requirements, with its points and results."""
    return _by_id(report["requirements"])[name]


def documents(report: Record) -> dict[str, Record]:
    """The documents that are or may be needed."""
    return _by_id(report["documents"])


def cost_lines(report: Record) -> set[str]:
    """The lines of the estimate that count."""
    return set(_by_id(report["cost"]["lines"]))


def deadline(report: Record, name: str) -> Record:
    """One of the deadlines, windows and events."""
    return _by_id(report["timeline"]["deadlines"])[name]


def steps(report: Record) -> list[Record]:
    """The steps in their order."""
    found: list[Record] = report["timeline"]["steps"]
    return found
