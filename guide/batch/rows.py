"""What a batch keeps of a report: the decisions, without their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["result_of"]

_NOT_ASKED = frozenset({"exempt", "already_positive", "no_audit"})
# Free text may name people; what one chooses or counts says nothing of who.
_KEPT_KINDS = frozenset({"choice", "choices", "yes_no", "count"})


def result_of(
    report: Mapping[str, Any], answers: Mapping[str, Any], norm: Mapping[str, Any], notes: list[str]
) -> dict[str, Any]:
    """Return the record that `schemas/batch.schema.json` describes.

    Args:
        report: The report on one candidate.
        answers: The answers that it was made from.
        norm: The checked norm.
        notes: What there is to say of answers that came from an earlier version of the norm.
    """
    cost, readiness = report["cost"], report["readiness"]
    return {
        "title": answers.get("title"),
        "date": report["date"],
        "norm": report["norm"]["version"],
        "answers_sha256": report["answers_sha256"],
        "notes": notes,
        "profile": _profile(answers.get("profile", {}), norm["profile"]["fields"]),
        "audit_required": report["scope"]["audit_required"],
        "conditions": report["eligibility"]["state"],
        "outcome": {name: report["outcome"][name] for name in norm["scoring"]["readings"]},
        "points": {name: readiness["points"][name] for name in ("in_order", "to_do", "open")},
        "requirements": {each["id"]: each["progress"]["state"] for each in report["requirements"]},
        "checks": _checks(report),
        "documents": {each["id"]: each["state"] for each in report["documents"] if each["needed"]},
        "minutes": cost["minutes"] if cost["audit_required"] else None,
        "cents": cost["cents"] if cost["audit_required"] else None,
        "deadlines": {each["id"]: each["last"] for each in report["timeline"]["deadlines"]},
    }


def _checks(report: Mapping[str, Any]) -> dict[str, str]:
    """How each point stands that decides and that the auditor asks for, in the order of the norm."""
    asked = [each for each in report["requirements"] if each["progress"]["state"] not in _NOT_ASKED]
    checks = [check for requirement in asked for check in requirement["checks"]]
    return {check["id"]: check["progress"] for check in checks if check["decides"] and check["progress"]}


def _profile(profile: Mapping[str, Any], fields: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, field in fields.items():
        group, _, part = name.partition(".")
        value = profile.get(group, {}).get(part) if part else profile.get(name)
        if value is not None and field["kind"] in _KEPT_KINDS:
            kept[name] = value
    return kept
